import { sql, type Kysely } from 'kysely';
import type { Policy } from '#policy/index.ts';
import { dayOf } from '../due.ts';
import type { Stretch } from '../gaps.ts';
import type { InboxTables } from '../words.ts';

export interface WatchGaps {
  /** Days on which we were open, from the first look ever recorded. */
  readonly days: number;
  /** How often nobody looked for more open minutes of one day than the policy allows. */
  readonly gaps: number;
}

/** Counts what the page of each day shows as an exception. @returns nothing where no look was ever recorded. */
export async function watchGaps(
  db: Kysely<InboxTables>,
  period: Stretch,
  policy: Policy,
): Promise<WatchGaps | undefined> {
  const { minutes: allowed } = policy.value('inbox.watch-gap');
  const first = await db
    .selectFrom('looks')
    .select('minute')
    .where('kind', '=', 'person')
    .orderBy('minute')
    .limit(1)
    .executeTakeFirst();
  if (!first || Temporal.Instant.compare(first.minute, period.to) >= 0) return undefined;
  const within = { from: later(first.minute, period.from), to: period.to };
  const silences = await silencesOf(db, within, allowed);
  const gaps = silences.flatMap((silence) =>
    openMinutesByDay(policy, silence).filter((minutes) => minutes > allowed),
  );
  return { days: openMinutesByDay(policy, within).length, gaps: gaps.length };
}

/** Stretches longer than so many minutes without a look; a look covers its whole minute. */
async function silencesOf(
  db: Kysely<InboxTables>,
  { from, to }: Stretch,
  allowed: number,
): Promise<readonly Stretch[]> {
  const { rows } = await sql<Stretch>`
    select * from (
      select coalesce(lag(minute) over (order by minute) + interval '1 minute', ${from}::timestamptz) as "from", minute as "to"
      from (
        select distinct minute from looks where kind = 'person' and minute >= ${from} and minute < ${to}
        union select ${to}::timestamptz
      ) minutes
    ) stretches
    where "to" - "from" > make_interval(mins => ${allowed})
    order by "from"`.execute(db);
  return rows;
}

/** Open minutes of a stretch on each of its days on which we are open. */
function openMinutesByDay(policy: Policy, { from, to }: Stretch): number[] {
  const minutes: number[] = [];
  const last = to.toZonedDateTimeISO(policy.zone).toPlainDate();
  let date = from.toZonedDateTimeISO(policy.zone).toPlainDate();
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const open = dayOf(policy, date)
      .windows.map((window) => ({ from: later(window.from, from), to: earlier(window.to, to) }))
      .map((part) => (part.to.epochMilliseconds - part.from.epochMilliseconds) / 60_000)
      .filter((length) => length > 0);
    if (open.length > 0) minutes.push(open.reduce((sum, length) => sum + length, 0));
  }
  return minutes;
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b);
const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b);
