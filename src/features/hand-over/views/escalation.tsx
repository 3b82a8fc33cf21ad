import {
  Cite,
  historyHref,
  Moment,
  PageHeading,
  SummaryList,
  Tag,
  VerbButtons,
  When,
  type PageContext,
} from '#screens/index.ts';
import { isId } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import { holds } from '#kernel/rights.ts';
import { escalation } from '../escalation.ts';
import { oneEscalation, openEscalations, type Escalated } from '../escalation-queries.ts';
import { readers } from '../lifecycle.ts';
import { at } from './facts.tsx';

const states = {
  raised: { words: 'Nobody has taken it yet', colour: 'yellow' },
  taken: { words: 'Somebody has it', colour: 'blue' },
  settled: { words: 'Settled', colour: 'green' },
} as const;
const isState = (name: string): name is keyof typeof states => name in states;

export const EscalationState = ({ of }: { readonly of: Escalated }) =>
  isState(of.state) ? <Tag colour={states[of.state].colour}>{states[of.state].words}</Tag> : null;

const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id.replaceAll('-', ' ');

export const categoryName = ({ house }: PageContext, of: Escalated): string =>
  nameIn(house.policies.get(of.policy).value('handover.escalate').categories, of.category);

/** What is known of one escalation, in the order in which it happened. */
export function factsOfEscalation(context: PageContext, of: Escalated) {
  const { severities } = context.house.policies.get(of.policy).value('handover.escalate');
  const when = (term: string, moment: string | null) =>
    moment === null ? [] : [{ term, detail: <Moment at={at(moment)} as="near" /> }];
  const said = (term: string, words: string | null) =>
    words === null ? [] : [{ term, detail: <bdi>{words}</bdi> }];
  return [
    { term: 'How bad', detail: nameIn(severities, of.severity) },
    { term: 'What worries us', detail: <bdi>{of.why}</bdi> },
    ...when('Escalated', of.raisedAt),
    ...said('By', of.raisedBy),
    ...(of.state === 'raised'
      ? [{ term: 'Asked now', detail: `${of.askedNow} (${of.askedPlace} of ${of.askedOf})` }]
      : said('Who has it', of.takenBy)),
    ...(of.state === 'raised' && of.acknowledgeBy === null
      ? [{ term: 'Take care', detail: 'Everybody was asked, and nobody has taken it' }]
      : when('The next person is asked', of.acknowledgeBy)),
    ...when('Taken', of.takenAt),
    ...(of.state === 'settled'
      ? when('Settled', of.settledAt)
      : [{ term: 'Due', detail: <When at={at(of.dueAt)} minutesLeft={of.minutesLeft} /> }]),
    ...said('What was done', of.outcome),
  ];
}

/** One worry, for whoever is asked and for the team that brought it. */
export async function escalationPage(context: PageContext) {
  const id = context.params['id'] ?? '';
  if (!isId(id)) throw refuse('kernel.not-found');
  const of = await context.ask(oneEscalation, { id });
  const row = await context.row(escalation, id);
  const verbs = await context.verbs(escalation, row);
  const { standing } = context;
  const seesInbox = standing !== undefined && readers.some((party) => holds(party, standing, undefined));
  return (
    <>
      <PageHeading caption="A worry that was brought to you">{categoryName(context, of)}</PageHeading>
      <p className="sp-standing">
        <EscalationState of={of} />{' '}
        <Cite citation={context.house.policies.get(of.policy).cite('handover.escalate')} />
      </p>
      <VerbButtons verbs={verbs} row={row} back={`/escalations/${id}`} />
      <SummaryList
        rows={factsOfEscalation(context, of).map(({ term, detail }) => ({ key: term, value: detail }))}
      />
      <h2 className="nhsuk-heading-m">The message as it was</h2>
      <p>It may be about a person, so that you looked stands in the record.</p>
      <form action={`/escalations/${id}/evidence`} method="post">
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Read the message as it was
        </button>
      </form>
      {seesInbox ? (
        <p>
          <a href={`/inbox/${of.enquiry}`}>The message in the inbox</a>
        </p>
      ) : null}
      <p>
        <a href={historyHref(escalation.name, id)}>
          Everything that was done<span className="nhsuk-u-visually-hidden"> to this escalation</span>
        </a>
      </p>
    </>
  );
}

/** For the page of today: worries that were brought to this person, and for the team those that nobody took. */
export async function escalationsToday(context: PageContext) {
  const { rows } = await context.ask(openEscalations);
  const mine = rows.filter((row) => row.mine);
  const nobodys = rows.filter((row) => !row.mine && row.state === 'raised' && row.acknowledgeBy === null);
  if (mine.length + nobodys.length === 0) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Worries brought to you</h2>
      <ul className="nhsuk-list">
        {mine.map((of) => (
          <li key={of.id}>
            <a href={`/escalations/${of.id}`}>{categoryName(context, of)}</a>{' '}
            <When at={at(of.dueAt)} minutesLeft={of.minutesLeft} />
          </li>
        ))}
        {nobodys.map((of) => (
          <li key={of.id}>
            <a href={`/escalations/${of.id}`}>{categoryName(context, of)}</a>: everybody was asked, and nobody
            has taken it
          </li>
        ))}
      </ul>
    </section>
  );
}
