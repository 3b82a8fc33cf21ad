import {
  Cite,
  DetailList,
  format,
  historyHref,
  Moment,
  PageHeading,
  VerbButtons,
  type PageContext,
} from '#screens/index.ts';
import { MessageAbove } from './message.tsx';
import { isId } from '#kernel/ids.ts';
import { Refused, refuse } from '#kernel/refusal.ts';
import type { RuleName } from '#policy/index.ts';
import { measure } from '../lifecycle.ts';
import { aboutMessage, oneMeasure } from '../queries.ts';
import type { ShownMeasure } from '../shown.ts';
import { endReasons } from '../words.ts';
import { at, StateTag } from './measures.tsx';
import { handWords } from './words.ts';

/** One measure: what was done about which message, why, and what can be done with it now. */
export async function measurePage(context: PageContext) {
  const id = context.params['id'] ?? '';
  if (!isId(id)) throw refuse('kernel.not-found');
  const [shown, row] = await Promise.all([
    context.ask(oneMeasure, { measure: id }),
    context.row(measure, id),
  ]);
  const verbs = await context.verbs(measure, row);
  return (
    <>
      <PageHeading caption="Conduct under our posts">{shown.kindName}</PageHeading>
      <p className="sp-standing">
        <StateTag measure={shown} />
      </p>
      <div className="sp-columns">
        <div>
          {await measureContext(context, { id })}
          <WhatToDo shown={shown} />
          <h2 className="nhsuk-heading-m">What can be done now</h2>
          <VerbButtons verbs={verbs} row={row} />
        </div>
        <aside className="sp-columns__aside" aria-label="About this measure">
          <section className="sp-panel" aria-labelledby="facts">
            <h2 className="nhsuk-heading-s" id="facts">
              What we know
            </h2>
            <DetailList items={details(shown)} />
            <p>
              <Cite citation={context.cite(ruleOf(shown))} />
            </p>
            <p>
              <a href={historyHref(measure.name, id)}>
                Everything that was done<span className="nhsuk-u-visually-hidden"> to this measure</span>
              </a>
            </p>
          </section>
        </aside>
      </div>
    </>
  );
}

const ruleOf = ({ kind, details: ofDetails }: ShownMeasure): RuleName => {
  if (ofDetails) return 'conduct.details-hidden';
  if (kind === 'block') return 'conduct.block';
  return kind === 'warn' ? 'conduct.warning' : 'conduct.in-steps';
};

function WhatToDo({ shown }: { readonly shown: ShownMeasure }) {
  if (shown.state === 'by-hand')
    return (
      <div className="nhsuk-inset-text">
        {shown.refusedWhy === null ? null : <p>{shown.refusedWhy}</p>}
        <p>
          Sign in to the network as our account, and {handWords(shown)}. Then come back, and say that it is
          done.
        </p>
      </div>
    );
  if (shown.state === 'unknown')
    return (
      <div className="nhsuk-inset-text">
        <p>
          The network’s answer was lost. Look there whether it is done. If it is, say so; if not, try again.
        </p>
      </div>
    );
  return shown.refusedWhy === null ? null : (
    <div className="nhsuk-inset-text">
      <p>{shown.refusedWhy}</p>
    </div>
  );
}

const day = (text: string | null) => (text === null ? null : <Moment at={at(text)} as="near" />);

function details(shown: ShownMeasure) {
  const items = [
    { term: 'House rule', detail: shown.houseRuleName },
    { term: 'Why', detail: shown.why },
    { term: 'Beyond criticism', detail: shown.beyond },
    { term: 'Milder steps left out', detail: shown.skipped },
    { term: shown.kind === 'block' ? 'Asked for by' : 'Taken by', detail: shown.askedBy },
    { term: 'Approved by', detail: shown.decidedBy },
    { term: 'Taken', detail: day(shown.takenAt) },
    { term: 'Took effect', detail: day(shown.doneAt) },
    {
      term: 'From receipt to out of sight',
      detail: shown.minutesToHide === null ? null : format.lengthOf(shown.minutesToHide),
    },
    { term: 'Asked in private to take it down', detail: day(shown.askedToRemoveAt) },
    {
      term: shown.state === 'in-force' ? 'Ends, unless renewed' : 'Day of review',
      detail: shown.reviewOn === null ? null : format.isoDayOf(shown.reviewOn),
    },
    {
      term: 'A review was asked for, to be decided by',
      detail: shown.appealOutcome === null ? day(shown.appealDueAt) : null,
    },
    { term: 'Review', detail: reviewWords(shown.appealOutcome) },
    { term: 'Ended', detail: day(shown.endedAt) },
    { term: 'Why it ended', detail: reasonWords(shown.endsWhy) },
    { term: 'The network’s number', detail: shown.caseNumber },
  ];
  return items.filter(({ detail }) => detail !== null && detail !== '');
}

const reviewWords = (outcome: string | null) =>
  outcome === null ? null : outcome === 'kept' ? 'It stays' : 'It ends';
const reasonWords = (why: string | null) =>
  Object.entries(endReasons).find(([id]) => id === why)?.[1] ?? null;

/** Above the form of any verb of a measure: the message that it is about, for whoever may see it. */
export async function measureContext(context: PageContext, row: { readonly id: string }) {
  const { enquiry } = await context.ask(oneMeasure, { measure: row.id });
  try {
    const { message } = await context.ask(aboutMessage, { enquiry });
    return (
      <>
        <MessageAbove name={message.name} text={message.text} at={message.at} />
        <p className="sp-back">
          <a href={`/inbox/${enquiry}`}>Go to the message</a>
          {message.permalink === null ? null : (
            <>
              {' '}
              <a href={message.permalink} rel="noopener noreferrer">
                See it on the network
              </a>
            </>
          )}
        </p>
      </>
    );
  } catch (error) {
    if (error instanceof Refused) return <p>You cannot see the message that this is about.</p>;
    throw error;
  }
}
