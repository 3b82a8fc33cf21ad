import { mayAsk } from '#kernel/ask.ts';
import { Cite, DetailList, Moment, Tag, VerbButtons, type PageContext } from '#screens/index.ts';
import { removal } from '../lifecycle.ts';
import { beside } from '../queries.ts';
import type { Shown } from '../shown.ts';
import { kindsInWords } from '../words.ts';
import { stateWords } from './words.ts';

/** Beside an enquiry: whose details stand in it, what is done about them, and what can be done now. */
export async function detailsPanel(context: PageContext, { id }: { readonly id: string }) {
  if (!mayAsk(beside, context.standing)) return null;
  const { removal: of } = await context.ask(beside, { enquiry: id });
  if (!of) return null;
  const row = await context.row(removal, of.id);
  const verbs = await context.verbs(removal, row);
  const state = stateWords[of.state];
  return (
    <section className="sp-panel" aria-labelledby="details">
      <h2 className="nhsuk-heading-s" id="details">
        Somebody’s details
      </h2>
      <p>{state ? <Tag colour={state.colour}>{state.words}</Tag> : null}</p>
      <HideFirst of={of} />
      <DetailList items={itemsOf(of)} />
      <p>
        <Cite citation={context.cite(ruleOf(of))} />
      </p>
      <VerbButtons verbs={verbs.filter((verb) => !verb.refused)} row={row} back={`/inbox/${id}`} />
      <p>
        <a href={`/personal-data/${of.id}`}>
          Everything that was done<span className="nhsuk-u-visually-hidden"> about these details</span>
        </a>
      </p>
    </section>
  );
}

/** Everybody can read them, so that comes before everything else. Who hides, and how, is the business of another room. */
const HideFirst = ({ of }: { readonly of: Shown }) =>
  of.visibility !== 'public' || of.state === 'erased' || of.state === 'dismissed' ? null : (
    <p>
      <strong>Everybody can read them.</strong> Take the message out of sight first, then ask its author
      privately to remove it.
    </p>
  );

function itemsOf(of: Shown) {
  const moment = (text: string) => <Moment at={Temporal.Instant.from(text)} as="near" />;
  return [
    { term: 'Kinds', detail: kindsInWords(of.kinds) },
    ...(of.receiver === null
      ? []
      : [{ term: 'Passed on to', detail: `${of.receiver}, ${of.department ?? 'a department'}` }]),
    ...(of.handOver === null || of.state !== 'passed-on'
      ? []
      : [{ term: 'Their link', detail: <a href={`/hand-overs/${of.handOver}`}>See how it stands</a> }]),
    ...(of.state === 'due' && of.dueAt !== null ? [{ term: 'To be gone by', detail: moment(of.dueAt) }] : []),
    ...(of.erasedAt === null ? [] : [{ term: 'Deleted here', detail: moment(of.erasedAt) }]),
  ];
}

const ruleOf = ({ state }: Shown) => {
  if (state === 'passed-on') return 'details.passed-on' as const;
  if (state === 'due' || state === 'erasing' || state === 'erased') return 'details.deleted' as const;
  return state === 'held' ? ('details.held' as const) : ('details.noticed' as const);
};
