import type { Reader } from '#kernel/need.ts';
import { openStates, type InboxTables } from './words.ts';

/** Where something was said and when it reached us: all that may be told to somebody who is woken. Never its words. */
export async function whereAndWhen(
  read: Reader,
  enquiry: string,
): Promise<{ readonly network: string; readonly receivedAt: Temporal.Instant } | undefined> {
  const row = await read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select(['network', 'received_at'])
    .where('id', '=', enquiry)
    .executeTakeFirst();
  return row && { network: row.network, receivedAt: row.received_at };
}

/** Who wrote a reply; undefined where a program did. */
export async function authorOfReply(read: Reader, reply: string): Promise<string | undefined> {
  const row = await read
    .tables<InboxTables>()
    .selectFrom('replies')
    .select('author')
    .where('id', '=', reply)
    .executeTakeFirst();
  return row?.author ?? undefined;
}

/** Those of these enquiries for which somebody still has something to do. */
export async function stillOpen(read: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', 'in', [...openStates])
    .execute();
  return new Set(rows.map(({ id }) => id));
}
