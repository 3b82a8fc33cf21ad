import { Moment, Tag, format } from '#screens/index.ts';
import type { ShownMeasure } from '../shown.ts';
import { stateWords } from './words.ts';

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

export const StateTag = ({ measure }: { readonly measure: ShownMeasure }) => {
  const { words, colour } = stateWords(measure);
  return <Tag colour={colour}>{words}</Tag>;
};

/** One measure in a list: where it stands, what it is, under which house rule, who took it and when. */
export const MeasureRow = ({ measure }: { readonly measure: ShownMeasure }) => (
  <li className="sp-row" data-row="">
    <div className="sp-row__top">
      <StateTag measure={measure} />
      {measure.reviewOn === null || measure.state !== 'in-force' ? null : (
        <span>Ends on {format.isoDayOf(measure.reviewOn)} unless renewed</span>
      )}
      {measure.appealDueAt === null || measure.appealOutcome !== null ? null : (
        <span>
          Decide by <Moment at={at(measure.appealDueAt)} as="near" />
        </span>
      )}
    </div>
    <a className="sp-row__words" href={`/conduct/${measure.id}`}>
      <strong>{measure.kindName}</strong>: {measure.why}
    </a>
    <div className="sp-row__facts">
      <span>{measure.houseRuleName}</span> <span>{measure.askedBy}</span>{' '}
      <Moment at={at(measure.takenAt)} as="near" />
    </div>
  </li>
);

export const MeasureRows = ({ measures }: { readonly measures: readonly ShownMeasure[] }) => (
  <ul className="sp-rows">
    {measures.map((measure) => (
      <MeasureRow measure={measure} key={measure.id} />
    ))}
  </ul>
);
