import { sql } from 'kysely';
import type { Figure } from '#kernel/room.ts';
import type { PeopleTables } from './words.ts';

interface Counted {
  readonly of: number;
  readonly good: number;
}

/** How the rules on access are kept, for the policy page. @param zone where the organisation's days begin and end. */
export const figuresIn = (zone: string): readonly Figure[] => [
  {
    rule: 'register.access-review',
    name: 'Reviews of access confirmed by their last day',
    async read(read, { from, to }) {
      const [first, last] = [from, to].map((at) => at.toZonedDateTimeISO(zone).toPlainDate());
      const { rows } = await sql<Counted & { overdue: number }>`
        select count(*)::int as "of",
          (count(*) filter (where confirmed_on <= due_on))::int as good,
          (count(*) filter (where confirmed_on is null and due_on < ${last}))::int as overdue
        from access_reviews
        where (due_on >= ${first} and due_on < ${last}) or (confirmed_on >= ${first} and confirmed_on <= ${last})
          or (confirmed_on is null and due_on < ${last})`.execute(read.tables<PeopleTables>());
      const { of, good, overdue } = rows[0] ?? { of: 0, good: 0, overdue: 0 };
      return {
        value: of === 0 ? null : good / of,
        unit: 'share',
        of,
        sentence:
          of === 0
            ? 'No review of who has access fell due.'
            : `${good} of ${of} reviews of who has access were confirmed by their last day; overdue now: ${overdue}.`,
      };
    },
  },
  {
    rule: 'register.leavers',
    name: 'Leavers whose access ended in time',
    async read(read, { from, to }) {
      const { rows } = await sql<Counted>`
        select count(*)::int as "of", (count(*) filter (where left_at <= access_ends_at))::int as good
        from people where access_ends_at >= ${from} and access_ends_at < ${to}`.execute(
        read.tables<PeopleTables>(),
      );
      const { of, good } = rows[0] ?? { of: 0, good: 0 };
      return {
        value: of === 0 ? null : good / of,
        unit: 'share',
        of,
        sentence:
          of === 0
            ? 'No leaver’s access had to end.'
            : `${good} of ${of} leavers lost access in time; removed late or not yet: ${of - good}.`,
      };
    },
  },
];
