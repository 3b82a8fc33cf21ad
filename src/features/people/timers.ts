import type { Timer } from '#kernel/room.ts';
import { runOutRole } from './commands/grant.ts';
import { end } from './commands/person.ts';
import type { PeopleTables } from './words.ts';

/** @param zone where the organisation's days begin and end. */
export const timersIn = (zone: string): readonly Timer[] => [
  {
    name: 'contracts that have ended',
    everySeconds: 60,
    perform: end,
    due: async (read, now) => {
      const today = now.toZonedDateTimeISO(zone).toPlainDate();
      const rows = await read
        .tables<PeopleTables>()
        .selectFrom('people')
        .select('id')
        .where('state', '=', 'active')
        .where('ends_on', '<', today)
        .limit(200)
        .execute();
      return rows.map((row) => row.id);
    },
  },
  {
    name: 'roles that have run out',
    everySeconds: 60,
    perform: runOutRole,
    due: async (read, now) => {
      const rows = await read
        .tables<PeopleTables>()
        .selectFrom('grants')
        .select('id')
        .where('state', '=', 'given')
        .where('ends_at', '<=', now)
        .limit(200)
        .execute();
      return rows.map((row) => row.id);
    },
  },
];
