import { sql, type RawBuilder } from 'kysely';
import type { Standing } from '#kernel/rights.ts';
import { roles, type Role } from '#kernel/roles.ts';

/** Roles that publish or speak for the organisation: the director gives them, and nobody else. */
export const directorsOwn: ReadonlySet<string> = new Set<Role>([
  'communications',
  'duty-manager',
  'senior-manager',
  'account-holder',
]);

/** Roles that open accounts of the organisation: what a review of access goes through. */
export const opensAccounts: readonly string[] = [...directorsOwn, 'director' satisfies Role];

export const isDirector = (standing: Standing): boolean =>
  standing.grants.some(({ role, at }) => role === 'director' && at === 'everywhere');

/** A role as people read it, with a word where it does not hold everywhere. */
export function roleWords({ role: name, at }: { readonly role: string; readonly at: string }): string {
  const words = name in roles ? roles[name as Role] : name;
  return at === 'everywhere' ? words : `${words} (one place)`;
}

/** A moment, and where the organisation's days begin and end. */
export interface When {
  readonly now: Temporal.Instant;
  readonly zone: string;
}

/**
 * The condition under which somebody of `people` is here: they have not left, their contract has not ended, and a
 * leaver's last moment has not come. Every door and every list of people to choose from carries it, so that access
 * ends at its moment whether or not a timer has come round.
 */
export function isHere({ now, zone }: When): RawBuilder<boolean> {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return sql<boolean>`(people.state = 'active'
    and (people.ends_on is null or people.ends_on >= ${today})
    and (people.access_ends_at is null or people.access_ends_at > ${now}))`;
}
