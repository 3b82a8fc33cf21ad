import { sql } from 'kysely';
import type { Figure } from '#kernel/room.ts';
import type { Reader } from '#kernel/need.ts';
import type { ConductTables } from './words.ts';

interface Within {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

async function one<T>(read: Reader, query: ReturnType<typeof sql<T>>): Promise<T | undefined> {
  return (await query.execute(read.tables<ConductTables>())).rows[0];
}

/** How the rules on conduct are kept, for the policy page. */
export const figures: readonly Figure[] = [
  {
    rule: 'conduct.details-hidden',
    name: 'Time until somebody’s details were out of sight',
    async read(read, { from, to }: Within, policy) {
      const found = await one<{ of: number; median: number | null; inside: number }>(
        read,
        sql`select count(*)::int as "of",
                   percentile_cont(0.5) within group (order by extract(epoch from done_at - received_at) / 60)::float as median,
                   (count(*) filter (where done_at - received_at <= make_interval(mins => ${policy.value('conduct.details-hidden').minutes})))::int as inside
            from measures where details and done_at >= ${from} and done_at < ${to}`,
      );
      const { minutes } = policy.value('conduct.details-hidden');
      const count = found?.of ?? 0;
      return {
        value: count === 0 ? null : Math.round(found?.median ?? 0),
        unit: 'minutes',
        of: count,
        target: minutes,
        sentence:
          count === 0
            ? 'Nothing that showed somebody’s details had to be hidden.'
            : `Half of ${count} were hidden within ${Math.round(found?.median ?? 0)} minutes of their receipt; ${found?.inside ?? 0} within ${minutes}.`,
      };
    },
  },
  {
    rule: 'conduct.block',
    name: 'Blocks that two people decided',
    async read(read) {
      const found = await one<{ of: number; two: number }>(
        read,
        sql`select count(*)::int as "of",
                   (count(*) filter (where decided_by is not null and decided_by <> asked_by))::int as two
            from measures where kind = 'block' and state = 'in-force'`,
      );
      const [count, two] = [found?.of ?? 0, found?.two ?? 0];
      return {
        value: count === 0 ? null : two / count,
        unit: 'share',
        of: count,
        target: 1,
        sentence:
          count === 0
            ? 'Nobody is blocked.'
            : `${two} of ${count} blocks in force were decided by a second person.`,
      };
    },
  },
  {
    rule: 'conduct.in-steps',
    name: 'Measures taken, and those where milder steps were left out',
    async read(read, { from, to }: Within) {
      const found = await one<{ of: number; skipped: number }>(
        read,
        sql`select count(*)::int as "of", (count(*) filter (where skipped is not null))::int as skipped
            from measures where done_at >= ${from} and done_at < ${to}`,
      );
      const [count, skipped] = [found?.of ?? 0, found?.skipped ?? 0];
      return {
        value: count === 0 ? null : count,
        unit: 'count',
        of: count,
        sentence:
          count === 0
            ? 'No measure was taken.'
            : `${count} measures took effect; in ${skipped} of them a milder step was left out, with a reason.`,
      };
    },
  },
  {
    rule: 'conduct.review',
    name: 'Reviews that were asked for and decided in time',
    async read(read, { from, to }: Within) {
      const found = await one<{ of: number; open: number }>(
        read,
        sql`select count(*)::int as "of",
                   (count(*) filter (where appeal_outcome is null and appeal_due_at < ${to}))::int as open
            from measures where appealed_at >= ${from} and appealed_at < ${to}`,
      );
      const [count, open] = [found?.of ?? 0, found?.open ?? 0];
      return {
        value: count === 0 ? null : (count - open) / count,
        unit: 'share',
        of: count,
        target: 1,
        sentence:
          count === 0 ? 'Nobody asked for a review.' : `${open} of ${count} reviews are late and still open.`,
      };
    },
  },
];
