import { Cite, Empty, Moment, PageHeading, type PageContext } from '#screens/index.ts';
import { toAgree } from '../queries/to-agree.ts';
import { waiting } from '../queries/waiting.ts';
import { InboxFrame } from './frame.tsx';

/** Replies that a second person reads before they go out. */
export async function toAgreePage(context: PageContext) {
  const [{ replies }, { counts }] = await Promise.all([context.ask(toAgree), context.ask(waiting)]);
  return (
    <>
      <PageHeading caption="Inbox">To agree</PageHeading>
      <InboxFrame context={context} counts={counts} here="to-agree">
        <p>
          Somebody wrote these in words of their own where the policy asks for two people.{' '}
          <Cite citation={context.cite('inbox.second-person')} />
        </p>
        {replies.length === 0 ? (
          <Empty title="No reply waits for a second person">
            Go on with <a href="/inbox">what is unclaimed</a>.
          </Empty>
        ) : (
          <ul className="sp-rows">
            {replies.map(({ id, text, at, mine }) => (
              <li className="sp-row" key={id}>
                <a href={`/inbox/replies/${id}`}>{text.length > 120 ? `${text.slice(0, 119)}…` : text}</a>
                <span className="sp-row__facts">
                  Written <Moment at={Temporal.Instant.from(at)} as="near" />
                  {mine ? ', by you: a colleague reads it' : ''}
                </span>
              </li>
            ))}
          </ul>
        )}
      </InboxFrame>
    </>
  );
}
