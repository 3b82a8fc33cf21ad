import { isId } from '#kernel/ids.ts';
import { mayAsk } from '#kernel/ask.ts';
import { refuse } from '#kernel/refusal.ts';
import { opensMessage } from './enquiry-link.ts';
import {
  Cite,
  historyHref,
  PageHeading,
  SummaryList,
  Tag,
  VerbButtons,
  type PageContext,
} from '#screens/index.ts';
import { removal } from '../lifecycle.ts';
import { heldNow, oneRemoval } from '../queries.ts';
import type { ShownHold } from '../queries/holds.ts';
import type { Shown } from '../shown.ts';
import { factsOf } from './facts.tsx';
import { HoldTable } from './holds.tsx';
import { outsideSteps, stateWords } from './words.ts';

/** The record of one message: what was noticed, what was done, and the proof. */
export async function removalPage(context: PageContext) {
  const id = context.params['id'] ?? '';
  if (!isId(id)) throw refuse('kernel.not-found');
  const of = await context.ask(oneRemoval, { id });
  const row = await context.row(removal, id);
  const [verbs, holds] = await Promise.all([context.verbs(removal, row), holdsOn(context, id)]);
  const state = stateWords[of.state];
  return (
    <>
      <PageHeading caption="Personal data">
        {of.state === 'erased' ? 'Proof of deletion' : 'Somebody’s details'}
      </PageHeading>
      <p className="sp-standing">
        {state ? <Tag colour={state.colour}>{state.words}</Tag> : null}{' '}
        {of.overdue && of.erasedAt === null ? <Tag colour="red">Overdue</Tag> : null}
      </p>
      <SummaryList rows={factsOf(of)} />
      <p>
        <Cite citation={context.cite('details.passed-on')} />{' '}
        <Cite citation={context.cite('details.deleted')} />
      </p>
      <OutsideSteps of={of} />
      <VerbButtons verbs={verbs} row={row} />
      <Holds holds={holds} />
      <ul className="nhsuk-list">
        {opensMessage(context, of) ? (
          <li>
            <a href={`/inbox/${of.enquiry}`}>Go to the message</a>
          </li>
        ) : null}
        {of.handOver === null || !opensMessage(context, of) ? null : (
          <li>
            <a href={`/hand-overs/${of.handOver}`}>Go to the hand-over</a>
          </li>
        )}
        <li>
          <a href={historyHref(removal.name, id)}>
            Everything that was done<span className="nhsuk-u-visually-hidden"> about these details</span>
          </a>
        </li>
        <li>
          <a href="/personal-data">Back to the lists</a>
        </li>
      </ul>
    </>
  );
}

const holdsOn = async (context: PageContext, id: string): Promise<readonly ShownHold[]> =>
  mayAsk(heldNow, context.standing) ? (await context.ask(heldNow, { removal: id })).holds : [];

const Holds = ({ holds }: { readonly holds: readonly ShownHold[] }) =>
  holds.length === 0 ? null : (
    <>
      <h2 className="nhsuk-heading-m">Holds</h2>
      <HoldTable holds={holds} />
    </>
  );

/** What no program can do: where the message was written. */
const OutsideSteps = ({ of }: { readonly of: Shown }) =>
  of.state !== 'erased' || of.outside !== null ? null : (
    <section aria-labelledby="outside">
      <h2 className="nhsuk-heading-m" id="outside">
        Still to do on its network
      </h2>
      <p>No network lets a program of ours delete what somebody else wrote, so a person does it.</p>
      <ol className="nhsuk-list nhsuk-list--number">
        {outsideSteps[of.visibility === 'public' ? 'public' : 'private'].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
