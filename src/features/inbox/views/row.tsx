import type { ReactNode } from 'react';
import { Moment, Tag, When, useSetting } from '#screens/index.ts';
import type { Listed } from '../queries/listed.ts';
import { LawClockInRow } from './law.tsx';
import { TriageFacts, TriageTags } from './triage-tags.tsx';
import { placeWords, stateWords, troubleWords, type PolicyNames } from './words.ts';

interface Props {
  readonly row: Listed;
  readonly names: PolicyNames;
  /** More about this row, under it. */
  readonly children?: ReactNode;
}

/** The clock of a row: what is left, or what became of it. */
function RowClock({ row }: { readonly row: Listed }) {
  if (row.state === 'waiting-on-them' && row.waitingSince !== null) {
    return (
      <span>
        Waiting for the person since <Moment at={Temporal.Instant.from(row.waitingSince)} as="near" />
      </span>
    );
  }
  if (row.state === 'waiting' || row.state === 'being-answered') {
    return <When at={Temporal.Instant.from(row.aimAt)} minutesLeft={row.minutesLeft} />;
  }
  if (row.state === 'with-department' && row.departmentDueAt !== null) {
    return (
      <span>
        Department: <When at={Temporal.Instant.from(row.departmentDueAt)} minutesLeft={row.minutesLeft} />
      </span>
    );
  }
  return row.firstReplyAt === null ? null : (
    <span>
      First reply <Moment at={Temporal.Instant.from(row.firstReplyAt)} as="near" />
    </span>
  );
}

/** One enquiry in a list: clock, person, first words, where it came in, who has it. */
export function EnquiryRow({ row, names, children }: Props) {
  const { now } = useSetting();
  const state = stateWords[row.state];
  return (
    <li className="sp-row" data-row="">
      <div className="sp-row__top">
        <RowClock row={row} />
        <TriageTags row={row} />
        {row.trouble === null ? null : <Tag colour="red">{troubleWords[row.trouble]}</Tag>}
        {row.state === 'waiting' || !state ? null : <Tag colour={state.colour}>{state.words}</Tag>}
      </div>
      <a className="sp-row__words" href={`/inbox/${row.id}`}>
        <strong>
          <bdi>{row.author.name || row.author.handle || 'Somebody'}</bdi>
        </strong>
        :{' '}
        {row.words === '' ? (
          row.erasedAt === null ? (
            'A message without words'
          ) : (
            'Its words were deleted'
          )
        ) : (
          <bdi>{row.words}</bdi>
        )}
      </a>
      <div className="sp-row__facts">
        <span>{placeWords(row, names)}</span>
        {row.messages > 1 ? <span>{row.messages} messages</span> : null}
        {row.changed ? <span>Changed after receipt</span> : null}
        <span>{holding(row)}</span>
        <TriageFacts row={row} />
        {row.lawClocks
          .filter((clock) => clock.endedAt === null)
          .map((clock) => (
            <LawClockInRow clock={clock} now={now} key={clock.id} />
          ))}
      </div>
      {children === undefined ? null : <div className="sp-row__facts">{children}</div>}
    </li>
  );
}

function holding(row: Listed): string {
  if (row.mine) return 'You have it';
  return row.heldBy === null ? 'Nobody has it' : `${row.heldBy} has it`;
}

export const EnquiryRows = ({
  rows,
  names,
}: {
  readonly rows: readonly Listed[];
  readonly names: PolicyNames;
}) => (
  <ul className="sp-rows">
    {rows.map((row) => (
      <EnquiryRow row={row} names={names} key={row.id} />
    ))}
  </ul>
);
