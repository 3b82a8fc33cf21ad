import {
  Cite,
  CommandForm,
  Notice,
  PageHeading,
  Tag,
  VerbButtons,
  When,
  type PageContext,
} from '#screens/index.ts';
import { isId } from '#kernel/ids.ts';
import { refuse, Refused } from '#kernel/refusal.ts';
import type { StoredRow } from '#kernel/row.ts';
import { reply } from '../commands/reply.ts';
import { isLocked, needsSecond } from '../lanes.ts';
import type { Enquiry } from '../words.ts';
import { enquiry } from '../lifecycle.ts';
import { one, type EnquiryFacts } from '../queries/one.ts';
import { countLook, readByPerson } from '../watch.ts';
import { Beside } from './beside.tsx';
import { Message, verbsOfReplies } from './message.tsx';
import { isTriageVerb, TriagePanel } from './triage-panel.tsx';
import { TriageTags } from './triage-tags.tsx';
import { policyNames, placeWords, stateWords, troubleWords } from './words.ts';

/** One enquiry: the thread in the middle, what decides beside it, and every verb that is possible now. */
export async function enquiryPage(context: PageContext) {
  const id = context.params['id'] ?? '';
  if (!isId(id)) throw refuse('kernel.not-found');
  await readByPerson(context.house, context.standing, id);
  const { enquiry: facts, thread, suggestions, history } = await context.ask(one, { id });
  const row = await context.row(enquiry, id);
  await countLook(context.house, context.now);
  const [verbs, replies, box, panels] = await Promise.all([
    context.verbs(enquiry, row),
    verbsOfReplies(context, thread),
    replyOffer(context, id),
    context.beside(enquiry, row),
  ]);
  const names = policyNames(context.policy);
  return (
    <>
      <Heading context={context} facts={facts} />
      <div className="sp-columns">
        <div>
          <div className="sp-thread">
            {thread.map((said) => (
              <Message said={said} here={id} names={names} about={replies.get(said.id)} key={said.id} />
            ))}
          </div>
          <Lane row={row} context={context} />
          <ReplyBox id={id} facts={facts} box={box} />
          <h2 className="nhsuk-heading-m">
            {box.refused ? 'What can be done now' : 'Other ways to deal with it'}
          </h2>
          <VerbButtons
            verbs={verbs.filter((verb) => !isTriageVerb(verb))}
            row={row}
            back={`/inbox/${id}`}
            except={['enquiry.reply']}
            quiet={box.offer !== undefined}
          />
        </div>
        <Beside
          context={context}
          facts={facts}
          suggestions={suggestions}
          history={history}
          panels={[
            <TriagePanel context={context} facts={facts} verbs={verbs} row={row} key="triage" />,
            ...panels,
          ]}
        />
      </div>
    </>
  );
}

/** What the policy says of how this may be answered, where it says anything. */
function Lane({ row, context }: { readonly row: StoredRow; readonly context: PageContext }) {
  const { policy } = context;
  const of = row as unknown as Readonly<Enquiry>;
  if (isLocked(of, policy))
    return (
      <Notice title="Say nothing of the matter itself">
        <p>
          A legal matter or a complaint. Use a saved reply that holds the line, or signpost; governance says
          whether it may be answered. <Cite citation={context.cite('inbox.locked')} />
        </p>
      </Notice>
    );
  const second = needsSecond(of, policy);
  if (!second && of.unlock_note === null) return null;
  return (
    <Notice title={second ? 'No medical advice' : 'Governance says'}>
      {of.unlock_note === null ? null : <p className="sp-message__words">{of.unlock_note}</p>}
      {second ? (
        <p>
          Signpost, or use a saved reply. Words of your own go out once a second person has agreed.{' '}
          <Cite citation={context.cite('inbox.second-person')} />
        </p>
      ) : null}
    </Notice>
  );
}

function Heading({ context, facts }: { readonly context: PageContext; readonly facts: EnquiryFacts }) {
  const state = stateWords[facts.state];
  const where = placeWords(facts, policyNames(context.policy));
  return (
    <>
      <PageHeading caption={where}>
        <bdi>{facts.author.name || facts.author.handle || 'Somebody'}</bdi>
      </PageHeading>
      <p className="sp-standing">
        {state ? <Tag colour={state.colour}>{state.words}</Tag> : null} <TriageTags row={facts} />{' '}
        {facts.trouble === null ? null : <Tag colour="red">{troubleWords[facts.trouble]}</Tag>}{' '}
        {facts.state === 'waiting' || facts.state === 'being-answered' ? (
          <When at={Temporal.Instant.from(facts.aimAt)} minutesLeft={facts.minutesLeft} />
        ) : null}
      </p>
      {facts.follows === null ? null : (
        <Notice title="Answered together with another">
          <p className="nhsuk-notification-banner__heading">
            <a className="nhsuk-notification-banner__link" href={`/inbox/${facts.follows}`}>
              Go to the message with which this one is answered
            </a>
          </p>
        </Notice>
      )}
    </>
  );
}

/** The reply box with the network’s limit; or why there is none now. */
async function replyOffer(context: PageContext, id: string) {
  try {
    return { offer: await context.offer(reply, id) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error };
    throw error;
  }
}

interface ReplyBoxProps {
  readonly id: string;
  readonly facts: EnquiryFacts;
  readonly box: Awaited<ReturnType<typeof replyOffer>>;
}

function ReplyBox({ id, facts, box: { offer, refused } }: ReplyBoxProps) {
  if (refused)
    return refused.code === 'kernel.not-now' ? null : (
      <p className="sp-back">{`${refused.message} ${refused.instead}`}</p>
    );
  return (
    <section aria-labelledby="reply">
      <h2 className="nhsuk-heading-m" id="reply">
        Reply
      </h2>
      {facts.visibility === 'public' ? (
        <p>Everybody will see this reply. Put nothing personal into it.</p>
      ) : null}
      {facts.byHand ? (
        <p>
          You give this reply yourself, where they wrote to us. We keep it, and the clock stops when you say
          that it is done.
        </p>
      ) : null}
      {offer ? (
        <CommandForm
          offer={offer}
          keepDraft
          back={`/inbox/${id}`}
          {...(facts.replyMax === null ? {} : { limits: { text: facts.replyMax } })}
        />
      ) : null}
    </section>
  );
}

/** Above the form of any verb of an enquiry: what it is about, so that nobody answers blind. */
export async function enquiryContext(context: PageContext, row: { readonly id: string }) {
  const { enquiry: facts, thread } = await context.ask(one, { id: row.id });
  return (
    <>
      <div className="sp-thread">
        {thread.slice(-4).map((said) => (
          <Message said={said} here={row.id} names={policyNames(context.policy)} key={said.id} />
        ))}
      </div>
      <p className="sp-back">
        <a href={`/inbox/${row.id}`}>
          Back to the message of <bdi>{facts.author.name || facts.author.handle || 'Somebody'}</bdi>
        </a>
        {facts.state === 'waiting'
          ? null
          : ` (${stateWords[facts.state]?.words.toLowerCase() ?? facts.state})`}
      </p>
    </>
  );
}
