import { sql } from 'kysely';
import type { Reader } from '#kernel/need.ts';
import type { Timer } from '#kernel/room.ts';
import { remind, tell } from './commands/chase.ts';
import { begin } from './commands/erasing.ts';
import { pick } from './commands/spot-check.ts';
import type { PersonalDataTables } from './words.ts';

/** A deletion that was sent for so long ago, and of which nothing was heard, is sent for again. */
const FORGOTTEN = Temporal.Duration.from({ minutes: 5 });

const of = (read: Reader) => read.tables<PersonalDataTables>();
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

const due = async (read: Reader, now: Temporal.Instant) =>
  ids(
    await of(read)
      .selectFrom('removals')
      .select('id')
      .where((is) =>
        is.or([
          is.and([is('state', '=', 'due'), is('from_at', '<=', now)]),
          is.and([is('state', '=', 'erasing'), is('begun_at', '<=', now.subtract(FORGOTTEN))]),
        ]),
      )
      .orderBy('from_at')
      .limit(200)
      .execute(),
  );

const unconfirmed =
  (deadline: 'remind_at' | 'tell_at', done: 'reminded_at' | 'told_at') =>
  async (read: Reader, now: Temporal.Instant) =>
    ids(
      await of(read)
        .selectFrom('removals')
        .select('id')
        .where('state', '=', 'passed-on')
        .where(deadline, '<=', now)
        .where(done, 'is', null)
        .orderBy(deadline)
        .limit(200)
        .execute(),
    );

/**
 * Deletions of the last four weeks for this week's spot check, as many as the policy gave when they began. Which ones
 * a digest of the id with the week says, so that nobody can choose, or know beforehand.
 */
async function toPick(read: Reader, now: Temporal.Instant): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with week as (select date_trunc('week', ${now}::timestamptz at time zone 'UTC') at time zone 'UTC' as begins),
    had as (select count(*)::int as count from removals, week where picked_at >= week.begins)
    select id from (
      select id, weekly, row_number() over (order by md5(id::text || week.begins::text)) + had.count as place
      from removals, week, had
      where state = 'erased' and picked_at is null and erased_at < week.begins
        and erased_at >= week.begins - interval '28 days'
    ) candidates where place <= weekly order by place limit 50`.execute(of(read));
  return ids(rows);
}

export const timers: readonly Timer[] = [
  { name: 'deletions that are due', everySeconds: 60, perform: begin, due },
  {
    name: 'receipts to be reminded of',
    everySeconds: 60,
    perform: remind,
    due: unconfirmed('remind_at', 'reminded_at'),
  },
  {
    name: 'receipts that never came',
    everySeconds: 60,
    perform: tell,
    due: unconfirmed('tell_at', 'told_at'),
  },
  { name: 'deletions to look at again', everySeconds: 3600, perform: pick, due: toPick },
];
