import { historyHref, PageHeading, type PageContext } from '#screens/index.ts';
import { reply } from '../reply-lifecycle.ts';
import { one } from '../queries/one.ts';
import { policyNames } from './words.ts';
import { Message, verbsOfReplies } from './message.tsx';

/** One reply by itself: where it stands, and what can be done about it. */
export async function replyPage(context: PageContext) {
  const row = await context.row(reply, context.params['id'] ?? '');
  const enquiry = String(row['enquiry']);
  const { thread } = await context.ask(one, { id: enquiry });
  const said = thread.find((one) => one.id === row.id);
  const verbs = await verbsOfReplies(context, said ? [said] : []);
  return (
    <>
      <PageHeading caption="Inbox">A reply of ours</PageHeading>
      {said ? (
        <Message said={said} here={enquiry} names={policyNames(context.policy)} about={verbs.get(said.id)} />
      ) : null}
      <p>
        <a href={`/inbox/${enquiry}`}>Go to the message that it answers</a>
      </p>
      <p>
        <a href={historyHref(reply.name, row.id)}>Everything that was done to this reply</a>
      </p>
    </>
  );
}
