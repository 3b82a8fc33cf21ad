import type { Reader } from '#kernel/need.ts';
import type { Timer } from '#kernel/room.ts';
import { runOutRole } from './commands/grant.ts';
import { openReview } from './commands/access-review.ts';
import { end, removeLeaver } from './commands/person.ts';
import { holdsAny, lastConfirmed, openReview as reviewThatIsOpen } from './review-needs.ts';
import type { PeopleTables } from './words.ts';

/** A leaver is removed in the last minute and not after it: what is recorded later is counted as late. */
const AHEAD = Temporal.Duration.from({ minutes: 1 });

/** None is open, and the day has come: the one that the last review named; at once where there never was one. */
async function isReviewDue(read: Reader, today: Temporal.PlainDate): Promise<boolean> {
  if (await reviewThatIsOpen(read)) return false;
  const opensOn = (await lastConfirmed(read))?.next_opens_on;
  if (opensOn) return Temporal.PlainDate.compare(opensOn, today) <= 0;
  return holdsAny(read);
}

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
    name: 'leavers whose last moment has come',
    everySeconds: 30,
    perform: removeLeaver,
    due: async (read, now) => {
      const rows = await read
        .tables<PeopleTables>()
        .selectFrom('people')
        .select('id')
        .where('state', '=', 'active')
        .where('access_ends_at', '<=', now.add(AHEAD))
        .limit(200)
        .execute();
      return rows.map((row) => row.id);
    },
  },
  {
    name: 'reviews of access that are due',
    everySeconds: 60,
    perform: openReview,
    due: async (read, now) =>
      (await isReviewDue(read, now.toZonedDateTimeISO(zone).toPlainDate())) ? ['new'] : [],
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
