import type { FindStanding } from '#kernel/house.ts';
import { person, type Grant } from '#kernel/rights.ts';
import { roleNames, type Role } from '#kernel/roles.ts';
import { isHere } from './access.ts';
import type { PeopleTables } from './words.ts';

/**
 * Who somebody is now and which roles they hold now, in one query. Everybody who is here holds `staff`.
 * Access ends with the last day of a contract and at a leaver's last moment: after that nothing more is found.
 * @param zone where the organisation's days begin and end.
 */
export function findStandingIn(zone: string): FindStanding {
  return async (read, id, now) => {
    const rows = await read
      .tables<PeopleTables>()
      .selectFrom('people')
      .leftJoin('grants', (join) =>
        join
          .onRef('grants.person', '=', 'people.id')
          .on('grants.state', '=', 'given')
          .on('grants.starts_at', '<=', now)
          .on((on) => on.or([on('grants.ends_at', 'is', null), on('grants.ends_at', '>', now)])),
      )
      .select(['people.name', 'grants.role', 'grants.at'])
      .where('people.id', '=', id)
      .where(isHere({ now, zone }))
      .execute();
    const [first] = rows;
    if (!first) return undefined;
    const grants = rows.flatMap(({ role, at }): Grant[] =>
      isRole(role) && at !== null ? [{ role, at }] : [],
    );
    return { actor: person(id), name: first.name, grants: [{ role: 'staff', at: 'everywhere' }, ...grants] };
  };
}

const isRole = (name: string | null): name is Role => roleNames.some((known) => known === name);
