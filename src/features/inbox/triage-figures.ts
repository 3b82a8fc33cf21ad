import { sql } from 'kysely';
import type { Figure } from '#kernel/room.ts';
import { triageSums } from './queries/triage-period.ts';
import type { InboxTables } from './words.ts';

/** How what triage promises is kept: that a person reads everything in time, and how often it calls without need. */
export const triageFigures: readonly Figure[] = [
  {
    rule: 'inbox.read-within',
    name: 'Read by a person in time',
    async read(read, { from, to }) {
      const { rows } = await sql<{ of: number; inside: number }>`
        select count(*)::int as "of", (count(*) filter (where first_read_at <= read_by))::int as inside
        from enquiries
        where received_at >= ${from} and received_at < ${to} and read_by is not null and remote is not null
          and (first_read_at is not null or (read_by < ${to} and state <> 'withdrawn'))`.execute(
        read.tables<InboxTables>(),
      );
      const { of, inside } = rows[0] ?? { of: 0, inside: 0 };
      return {
        value: of === 0 ? null : inside / of,
        unit: 'share',
        of,
        target: 1,
        sentence:
          of === 0
            ? 'Nothing came in that a person had to read by now.'
            : `${inside} of ${of} were read by a person by the time that their severity asks for.`,
      };
    },
  },
  {
    rule: 'inbox.triage',
    name: 'Not read by triage',
    async read(read, period) {
      const { came, untriaged } = await triageSums(read.tables<InboxTables>(), period);
      return {
        value: came === 0 ? null : untriaged,
        unit: 'count',
        of: came,
        target: 0,
        sentence: `${untriaged} of ${came} have not been read by triage. A person reads them like all others.`,
      };
    },
  },
  {
    rule: 'inbox.triage-marks',
    name: 'Calls that were needless',
    async read(read, period) {
      const { page, needless, missed } = await triageSums(read.tables<InboxTables>(), period);
      return {
        value: page === 0 ? null : needless / page,
        unit: 'share',
        of: page,
        sentence: `${needless} of ${page} that triage would call somebody for were marked as needless; ${missed} others were marked as missed.`,
      };
    },
  },
];
