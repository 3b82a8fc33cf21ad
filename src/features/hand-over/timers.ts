import { sql } from 'kysely';
import type { Reader } from '#kernel/need.ts';
import type { Timer } from '#kernel/room.ts';
import { askNext, expire, remind } from './commands/by-timer.ts';
import { askNextPerson } from './commands/escalate.ts';
import { openStates, type HandOverTables } from './words.ts';

/** Ids of what is still open and whose moment in this column has come. */
const past =
  (column: 'remind_at' | 'ends_at' | 'acknowledge_by', states: readonly (typeof openStates)[number][]) =>
  async (read: Reader, now: Temporal.Instant): Promise<readonly string[]> => {
    const rows = await read
      .tables<HandOverTables>()
      .selectFrom('hand_overs')
      .select('id')
      .where('state', 'in', states)
      .where(sql<boolean>`${sql.ref(column)} <= ${now}`)
      .orderBy(column)
      .limit(200)
      .execute();
    return rows.map(({ id }) => id);
  };

/** Escalations that nobody has taken in time. */
async function untaken(read: Reader, now: Temporal.Instant): Promise<readonly string[]> {
  const rows = await read
    .tables<HandOverTables>()
    .selectFrom('escalations')
    .select('id')
    .where('state', '=', 'raised')
    .where('acknowledge_by', '<=', now)
    .orderBy('acknowledge_by')
    .limit(200)
    .execute();
  return rows.map(({ id }) => id);
}

export const timers: readonly Timer[] = [
  { name: 'remind', everySeconds: 60, perform: remind, due: past('remind_at', openStates) },
  { name: 'ask-next', everySeconds: 60, perform: askNext, due: past('acknowledge_by', ['open']) },
  { name: 'ask-next-person', everySeconds: 60, perform: askNextPerson, due: untaken },
  { name: 'expire', everySeconds: 60, perform: expire, due: past('ends_at', openStates) },
];
