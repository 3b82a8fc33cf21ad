import {
  Cite,
  historyHref,
  PageHeading,
  SummaryList,
  VerbButtons,
  type PageContext,
} from '#screens/index.ts';
import { isId } from '#kernel/ids.ts';
import { offer } from '#kernel/offer.ts';
import { refuse, Refused } from '#kernel/refusal.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { lookAtCopy } from '../commands/by-us.ts';
import { makeLink } from '../commands/links.ts';
import { handOver } from '../lifecycle.ts';
import { one } from '../queries.ts';
import { factsOf, State } from './facts.tsx';
import { kindWords, ruleOf } from './words.ts';

/** One hand-over with its times, and what can be done about it. */
export async function handOverPage(context: PageContext) {
  const id = context.params['id'] ?? '';
  if (!isId(id)) throw refuse('kernel.not-found');
  const facts = await context.ask(one, { id });
  const row = await context.row(handOver, id);
  const [verbs, mayLink, mayLook] = await Promise.all([
    context.verbs(handOver, row),
    may(context, makeLink, id),
    may(context, lookAtCopy, id),
  ]);
  const policy = context.house.policies.get(facts.policy);
  return (
    <>
      <PageHeading caption={kindWords[facts.kind]}>{facts.receiver}</PageHeading>
      <p className="sp-standing">
        <State of={facts} /> <Cite citation={policy.cite(ruleOf[facts.kind])} />
      </p>
      <SummaryList rows={factsOf(context, facts).map(({ term, detail }) => ({ key: term, value: detail }))} />
      <p>
        <a href={`/inbox/${facts.enquiry}`}>The message that it is about</a>
      </p>
      {mayLink ? (
        <>
          <h2 className="nhsuk-heading-m">A link to give them by hand</h2>
          <p>
            For a receiver whom no letter reaches. The link is shown once; the earlier ones go on working.
          </p>
          <Press path={`/hand-overs/${id}/link`} words="Make a link" />
        </>
      ) : null}
      {mayLook ? (
        <>
          <h2 className="nhsuk-heading-m">What they were given</h2>
          <p>It may be about a person, so that you looked stands in the record.</p>
          <Press path={`/hand-overs/${id}/copy`} words={lookAtCopy.label} />
        </>
      ) : null}
      <h2 className="nhsuk-heading-m">What can be done now</h2>
      <VerbButtons verbs={verbs} row={row} back={`/hand-overs/${id}`} />
      <p>
        <a href={historyHref(handOver.name, id)}>
          Everything that was done<span className="nhsuk-u-visually-hidden"> to this hand-over</span>
        </a>
      </p>
    </>
  );
}

const Press = ({ path, words }: { readonly path: string; readonly words: string }) => (
  <form action={path} method="post">
    <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
      {words}
    </button>
  </form>
);

/** May this person do it now? Asked as the act itself would ask. */
async function may(context: PageContext, command: AnyCommand, id: string): Promise<boolean> {
  const { standing } = context;
  if (!standing) return false;
  try {
    await offer(context.house, command, { actor: standing.actor, standing, id });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
