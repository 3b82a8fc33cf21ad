import type { Reader } from '#kernel/need.ts';
import type { Role } from '#kernel/roles.ts';
import { isHere, type When } from './access.ts';
import type { PeopleTables } from './words.ts';

/** Somebody who is here and holds a role everywhere, and the moment at which either ends as far as is known now. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly until: Temporal.Instant | null;
}

/** Who is here and holds this role everywhere at that moment, by name. */
export async function holdersOf(read: Reader, role: Role, when: When): Promise<readonly Holder[]> {
  const rows = await read
    .tables<PeopleTables>()
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person')
    .select(['people.id', 'people.name', 'people.ends_on', 'people.access_ends_at', 'grants.ends_at'])
    .where('grants.state', '=', 'given')
    .where('grants.role', '=', role)
    .where('grants.at', '=', 'everywhere')
    .where('grants.starts_at', '<=', when.now)
    .where((of) => of.or([of('grants.ends_at', 'is', null), of('grants.ends_at', '>', when.now)]))
    .where(isHere(when))
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(500)
    .execute();
  return rows.map(({ id, name, ends_on: lastDay, access_ends_at: leaves, ends_at: roleEnds }) => {
    const contract = lastDay?.add({ days: 1 }).toZonedDateTime(when.zone).toInstant() ?? null;
    const ends = [contract, leaves, roleEnds].filter((at) => at !== null);
    return { id, name, until: ends.toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null };
  });
}
