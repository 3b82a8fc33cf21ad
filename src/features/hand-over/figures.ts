import { sql } from 'kysely';
import type { Reader } from '#kernel/need.ts';
import type { Figure } from '#kernel/room.ts';
import type { HandOverTables } from './words.ts';

interface Counted {
  readonly receiver: string;
  readonly of: number;
  readonly good: number;
}

/** What fell due in the period, and how much of it was answered by then, department by department. */
async function inTime(
  read: Reader,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select receiver, count(*)::int as "of", (count(*) filter (where answered_at <= due_at))::int as good
    from hand_overs
    where kind = 'question' and due_at >= ${from} and due_at < ${to} and state not in ('returned', 'withdrawn')
    group by receiver order by count(*) filter (where answered_at is null or answered_at > due_at) desc, receiver
    limit 50`.execute(read.tables<HandOverTables>());
  return rows;
}

const sum = (rows: readonly Counted[], part: 'of' | 'good') => rows.reduce((all, row) => all + row[part], 0);

/** How each rule of this room is kept, for the policy page. */
export const figures: readonly Figure[] = [
  {
    rule: 'handover.to-department',
    name: 'Answered in time, by their own word',
    async read(read, { from, to }) {
      const rows = await inTime(read, from, to);
      const [of, good] = [sum(rows, 'of'), sum(rows, 'good')];
      const each = rows.slice(0, 10).map((row) => `${row.receiver}: ${row.good} of ${row.of}`);
      return {
        value: of === 0 ? null : good / of,
        unit: 'share',
        of,
        sentence:
          of === 0
            ? 'No department was to answer in this time.'
            : `${good} of ${of} were answered in time, as the departments themselves say. ${each.join('; ')}.`,
      };
    },
  },
  {
    rule: 'handover.receipt',
    name: 'Confirmed in time',
    async read(read, { from, to }) {
      const { rows } = await sql<{ of: number; good: number }>`
        select count(*)::int as "of", (count(*) filter (where received_at is not null and asked = 0))::int as good
        from hand_overs where created_at >= ${from} and created_at < ${to} and state <> 'withdrawn'`.execute(
        read.tables<HandOverTables>(),
      );
      const { of, good } = rows[0] ?? { of: 0, good: 0 };
      return {
        value: of === 0 ? null : good / of,
        unit: 'share',
        of,
        sentence:
          of === 0
            ? 'Nothing was handed over in this time.'
            : `Whoever was asked first said that they have it: ${good} of ${of}.`,
      };
    },
  },
];
