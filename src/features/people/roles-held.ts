import type { Reader } from '#kernel/need.ts';
import type { Reading } from '#kernel/question.ts';
import { roles, type Role } from '#kernel/roles.ts';
import { person } from './lifecycle.ts';
import type { PeopleTables } from './words.ts';

/** A role that somebody held, and from when until when. */
export interface HeldRole {
  readonly person: string;
  readonly role: Role;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}

/** Every role that these people ever held: who acted is told by the role of that moment. */
export async function rolesOfActors(read: Reader, ids: readonly string[]): Promise<readonly HeldRole[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .tables<PeopleTables>()
    .selectFrom('grants')
    .select(['person', 'role', 'starts_at', 'ends_at', 'ended_at'])
    .where('person', 'in', [...new Set(ids)])
    .orderBy('starts_at')
    .execute();
  return rows.flatMap(({ person: holder, role, starts_at: from, ends_at: ends, ended_at: ended }) =>
    isRole(role) ? [{ person: holder, role, from, until: earlier(ends, ended) }] : [],
  );
}

const isRole = (name: string): name is Role => name in roles;

const earlier = (a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null => {
  if (a === null || b === null) return a ?? b;
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
};

/** The roles that one person held at a moment. */
export const heldAt = (held: readonly HeldRole[], holder: string, at: Temporal.Instant): readonly Role[] => [
  ...new Set(
    held
      .filter((one) => one.person === holder && Temporal.Instant.compare(one.from, at) <= 0)
      .filter((one) => one.until === null || Temporal.Instant.compare(at, one.until) < 0)
      .map((one) => one.role),
  ),
];

/** Names of those among these people whom the asker may see. */
export async function seenNames(
  { tables, seen }: Pick<Reading<unknown>, 'tables' | 'seen'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables<PeopleTables>()
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .where(seen(person))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
