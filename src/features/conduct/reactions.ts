import { on, type Reaction } from '#kernel/room.ts';
import type { Reader } from '#kernel/need.ts';
import { replyDropped, replySent, warnedBy } from '#features/inbox/index.ts';
import { recordNotWarned, recordWarned } from './commands/warned.ts';
import type { ConductTables } from './words.ts';

/** The warning that the inbox sends with this reply; undefined for every other reply. */
async function warningOf(read: Reader, reply: string): Promise<string | undefined> {
  const enquiry = await warnedBy(read, reply);
  if (enquiry === undefined) return undefined;
  const row = await read
    .tables<ConductTables>()
    .selectFrom('measures')
    .select('id')
    .where('enquiry', '=', enquiry)
    .where('kind', '=', 'warn')
    .where('state', 'in', ['doing', 'handed-over', 'refused'])
    .executeTakeFirst();
  return row?.id;
}

/**
 * What became of a warning reaches its measure after the commit. One that the network refused is the inbox's business,
 * which asks a person to send it again or to drop it.
 */
export const reactions: readonly Reaction[] = [
  on(replySent, recordWarned, async ({ reply, at }, read) => {
    const id = await warningOf(read, reply);
    return id === undefined ? undefined : { id, input: { at } };
  }),
  on(replyDropped, recordNotWarned, async ({ reply }, read) => {
    const id = await warningOf(read, reply);
    return id === undefined ? undefined : { id, input: {} };
  }),
];
