import type { Reader } from '#kernel/need.ts';
import { isHere, type When } from './access.ts';
import type { PeopleTables } from './words.ts';

/** The person with this address who is here. For the sign-in door, which gives sessions to people only. */
export async function personByEmail(
  read: Reader,
  email: string,
  when: When,
): Promise<{ id: string; name: string } | undefined> {
  return read
    .tables<PeopleTables>()
    .selectFrom('people')
    .select(['id', 'name'])
    .where('email', '=', email.trim().toLowerCase())
    .where(isHere(when))
    .executeTakeFirst();
}

/**
 * The person who is here and whom another system knows by issuer and subject. E-mail addresses play no part.
 * @param today the organisation's day.
 */
export async function personByIdentity(
  read: Reader,
  issuer: string,
  subject: string,
  when: When,
): Promise<string | undefined> {
  const row = await read
    .tables<PeopleTables>()
    .selectFrom('identities')
    .innerJoin('people', 'people.id', 'identities.person')
    .select('people.id')
    .where('identities.state', '=', 'linked')
    .where('identities.issuer', '=', issuer)
    .where('identities.subject', '=', subject)
    .where(isHere(when))
    .executeTakeFirst();
  return row?.id;
}

/** Everybody who is here, with the roles given to them: for practice mode's list of whom one may be. */
export async function peopleWithRoles(
  read: Reader,
): Promise<{ id: string; name: string; email: string; roles: string[] }[]> {
  const rows = await read
    .tables<PeopleTables>()
    .selectFrom('people')
    .leftJoin('grants', (join) =>
      join.onRef('grants.person', '=', 'people.id').on('grants.state', '=', 'given'),
    )
    .select(['people.id', 'people.name', 'people.email', 'grants.role'])
    .where('people.state', '=', 'active')
    .orderBy('people.created_at')
    .limit(500)
    .execute();
  const byId = new Map<string, { id: string; name: string; email: string; roles: string[] }>();
  for (const { role, ...row } of rows) {
    const one = byId.get(row.id) ?? { ...row, roles: [] };
    if (role !== null) one.roles.push(role);
    byId.set(row.id, one);
  }
  return [...byId.values()];
}

/** Roles that are given now, for the access review. */
export async function givenRoles(
  read: Reader,
): Promise<
  { grant: string; person: string; role: string; at: string; leavingSince: Temporal.Instant | null }[]
> {
  const rows = await read
    .tables<PeopleTables>()
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person')
    .select(['grants.id', 'people.id as person', 'grants.role', 'grants.at', 'people.leaver_flagged_at'])
    .where('grants.state', '=', 'given')
    .orderBy('people.name')
    .execute();
  return rows.map((row) => ({
    grant: row.id,
    person: row.person,
    role: row.role,
    at: row.at,
    leavingSince: row.leaver_flagged_at,
  }));
}
