import { choices, need, type Reader } from '#kernel/need.ts';
import type { Policy } from '#policy/index.ts';
import { labelsOf, type Paging } from './triage-reading.ts';
import type { InboxTables } from './words.ts';

/** Whether triage calls somebody now: as somebody chose last, or as the policy begins. */
export async function pagingNow(read: Reader, policy: Policy): Promise<Paging> {
  const row = await read
    .tables<InboxTables>()
    .selectFrom('triage_settings')
    .select(['state', 'margin'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row) return { mode: row.state, margin: row.margin };
  const { begins, margin } = policy.value('inbox.triage-paging');
  return { mode: begins, margin };
}

export const paging = need((read, { policy }) => pagingNow(read, policy));

/** The policy's labels, in the order in which one leads. */
export const policyLabels = need(async (_, { policy }) =>
  choices(labelsOf(policy).map(({ id, name, goesTo }) => ({ id, name, hint: goesTo }))),
);

/** Why a person may say that something is less grave than it was taken for. */
export const lowerReasons = need(async (_, { policy }) =>
  choices(policy.value('inbox.lower-severity').reasons),
);

/** Messages that are answered together with this one and that nobody has read. */
export const unreadFollowers = need(async (read, { row }): Promise<readonly { readonly id: string }[]> => {
  const { id } = row as { readonly id: string };
  return read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select('id')
    .where('follows', '=', id)
    .where('unread', '=', true)
    .orderBy('received_at')
    .orderBy('id')
    .limit(200)
    .execute();
});
