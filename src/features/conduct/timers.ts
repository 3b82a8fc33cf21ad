import type { Timer } from '#kernel/room.ts';
import type { Reader } from '#kernel/need.ts';
import { wake } from './commands/carrying-out.ts';
import { endAtReview } from './commands/decide.ts';
import type { ConductTables } from './words.ts';

/** A measure that has stood still for so long was forgotten by its alarm. */
const FORGOTTEN = Temporal.Duration.from({ minutes: 3 });

async function forgotten(read: Reader, now: Temporal.Instant): Promise<readonly string[]> {
  const since = now.subtract(FORGOTTEN);
  const rows = await read
    .tables<ConductTables>()
    .selectFrom('measures')
    .select('id')
    .where('state', 'in', ['waiting', 'doing'])
    .where('changed_at', '<', since)
    .where((is) => is.or([is('not_before', 'is', null), is('not_before', '<', since)]))
    .where((is) => is.or([is('carrying_until', 'is', null), is('carrying_until', '<', now)]))
    .orderBy('changed_at')
    .limit(200)
    .execute();
  return rows.map((row) => row.id);
}

/** Blocks whose day of review has come, where the organisation is. A review that somebody asked for ends none early. */
const overdueIn =
  (zone: string) =>
  async (read: Reader, now: Temporal.Instant): Promise<readonly string[]> => {
    const rows = await read
      .tables<ConductTables>()
      .selectFrom('measures')
      .select('id')
      .where('state', '=', 'in-force')
      .where('kind', '=', 'block')
      .where('review_on', '<=', now.toZonedDateTimeISO(zone).toPlainDate())
      .orderBy('review_on')
      .limit(200)
      .execute();
    return rows.map((row) => row.id);
  };

export const timersIn = (zone: string): readonly Timer[] => [
  { name: 'wake-measures', everySeconds: 60, perform: wake, due: forgotten },
  { name: 'end-blocks', everySeconds: 300, perform: endAtReview, due: overdueIn(zone) },
];
