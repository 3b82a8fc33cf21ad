import { sql } from 'kysely';
import type { Reader } from '#kernel/need.ts';
import type { Figure, Measured } from '#kernel/room.ts';
import { rungsOf } from './step.ts';
import { of } from './there.ts';

interface Sums {
  readonly all: number;
  readonly soon: number;
  readonly answered: number;
  readonly median: number | null;
  readonly judged: number;
  readonly nothing: number;
  readonly decided: number;
}

async function sums(
  read: Reader,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
  inHours: boolean | null,
  limits: { seconds: number; minutes: number } = { seconds: 60, minutes: 15 },
): Promise<Sums> {
  const { rows } = await sql<Sums>`
    select count(*)::int as "all",
      (count(*) filter (where paged_at <= created_at + make_interval(secs => ${limits.seconds})))::int as soon,
      (count(*) filter (where acknowledged_at <= created_at + make_interval(mins => ${limits.minutes})))::int as answered,
      (percentile_cont(0.5) within group (order by extract(epoch from acknowledged_at - created_at) / 60))::float8 as median,
      (count(for_nothing))::int as judged,
      (count(*) filter (where for_nothing))::int as nothing,
      (count(*) filter (where state = 'decided'))::int as decided
    from pages where created_at >= ${from} and created_at < ${to}
      and (${inHours}::boolean is null or in_hours = ${inHours}::boolean)`.execute(of(read));
  return rows[0] ?? { all: 0, soon: 0, answered: 0, median: null, judged: 0, nothing: 0, decided: 0 };
}

const share = (count: number, all: number): number | null => (all === 0 ? null : count / all);
const nothing = (sentence: string): Measured => ({ value: null, unit: 'share', of: 0, sentence });
const weeksIn = ({ from, to }: { from: Temporal.Instant; to: Temporal.Instant }): number =>
  Math.max(1, from.until(to).total('hours') / (24 * 7));

/** How waking is kept: soon, answered, rarely for nothing. Each says how many pages it rests on. */
export const pagingFigures: readonly Figure[] = [
  {
    rule: 'paging.out-of-hours',
    name: 'Woken in time, out of hours',
    async read(read, period, policy) {
      const seconds = policy.value('paging.out-of-hours').withinSeconds;
      const { all, soon } = await sums(read, period, false, { seconds, minutes: 15 });
      if (all === 0) return nothing('Nothing came in out of hours that had to wake anybody.');
      const weekly = Math.round((all / weeksIn(period)) * 10) / 10;
      return {
        value: share(soon, all),
        unit: 'share',
        of: all,
        target: 1,
        sentence: `${soon} of ${all} went out within ${seconds} seconds. That is ${weekly} pages a week.`,
      };
    },
  },
  {
    rule: 'paging.in-hours',
    name: 'Answered in time, in hours',
    async read(read, period, policy) {
      const minutes = rungsOf(policy, true)[1]?.afterMinutes ?? 15;
      const { all, answered } = await sums(read, period, true, { seconds: 60, minutes });
      if (all === 0) return nothing('Nothing came in in opening hours that had to alert the team.');
      return {
        value: share(answered, all),
        unit: 'share',
        of: all,
        target: 1,
        sentence: `For ${answered} of ${all} somebody said within ${minutes} minutes that they have it.`,
      };
    },
  },
  {
    rule: 'paging.acknowledge',
    name: 'Minutes until somebody has it',
    async read(read, period) {
      const { all, median } = await sums(read, period, null);
      return {
        value: median,
        unit: 'minutes',
        of: all,
        sentence:
          median === null
            ? 'Nobody has been woken and answered.'
            : `Half of ${all} were answered in ${Math.round(median)} minutes or less.`,
      };
    },
  },
  {
    rule: 'paging.decide',
    name: 'Decided, with a reason',
    async read(read, period) {
      const { all, decided } = await sums(read, period, null);
      if (all === 0) return nothing('Nobody has been woken.');
      return {
        value: share(decided, all),
        unit: 'share',
        of: all,
        target: 1,
        sentence: `${decided} of ${all} ended in a decision.`,
      };
    },
  },
  {
    rule: 'paging.false-pages',
    name: 'Woken for nothing',
    async read(read, period, policy) {
      const { judged, nothing: none } = await sums(read, period, null);
      const most = policy.value('paging.false-pages').share;
      if (judged === 0) return nothing('Nobody has said yet whether it was right to be woken.');
      return {
        value: share(none, judged),
        unit: 'share',
        of: judged,
        sentence: `${none} of ${judged} that somebody judged need not have woken anybody; at most ${Math.round(most * 100)}% is good.`,
      };
    },
  },
];
