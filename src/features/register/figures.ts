import { sql } from 'kysely';
import type { Reader } from '#kernel/need.ts';
import type { Figure } from '#kernel/room.ts';
import { officialKinds, type RegisterTables } from './words.ts';

interface Counted {
  readonly of: number;
  readonly good: number;
}

/** Counts the accounts of these kinds that are in use, and those of them for which a condition holds. */
async function counted(
  read: Reader,
  kinds: readonly string[],
  good: ReturnType<typeof sql<boolean>>,
): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*)::int as "of", (count(*) filter (where ${good}))::int as good
    from accounts where state <> 'closed' and kind = any(${[...kinds]})`.execute(
    read.tables<RegisterTables>(),
  );
  return rows[0] ?? { of: 0, good: 0 };
}

/** How the register's rules are kept, for the policy page. */
export const figures: readonly Figure[] = [
  {
    rule: 'register.corporate-accounts',
    name: 'Corporate accounts in the register',
    async read(read) {
      const { of, good } = await counted(read, ['corporate'], sql<boolean>`handle is not null`);
      return {
        value: of === 0 ? null : of,
        unit: 'count',
        of,
        sentence:
          of === 0
            ? 'No corporate account is in the register yet.'
            : `Corporate accounts in the register: ${of}, of which with their handle: ${good}.`,
      };
    },
  },
  {
    rule: 'register.owner-and-deputy',
    name: 'Accounts with an owner and a deputy',
    async read(read) {
      const { of, good } = await counted(
        read,
        officialKinds,
        sql<boolean>`owner is not null and deputy is not null`,
      );
      return {
        value: of === 0 ? null : good / of,
        unit: 'share',
        of,
        sentence:
          of === 0
            ? 'No account to look after yet.'
            : `${good} of ${of} accounts have both an owner and a deputy.`,
      };
    },
  },
  {
    rule: 'register.verify',
    name: 'Accounts checked in time',
    async read(read, { to }) {
      const today = to.toZonedDateTimeISO('UTC').toPlainDate();
      const { of, good } = await counted(read, officialKinds, sql<boolean>`check_due_on >= ${today}`);
      return {
        value: of === 0 ? null : good / of,
        unit: 'share',
        of,
        sentence:
          of === 0
            ? 'No account to check yet.'
            : `${good} of ${of} accounts were checked as authentic in time.`,
      };
    },
  },
];
