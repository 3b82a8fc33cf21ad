import { sql } from 'kysely';
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
    // Written out: it is asked at every page and again in every act, and building it costs more than sending it.
    const { rows } = await sql<{ name: string; role: string | null; at: string | null }>`
      select people.name, grants.role, grants.at
        from people left join grants on grants.person = people.id and grants.state = 'given'
         and grants.starts_at <= ${now} and (grants.ends_at is null or grants.ends_at > ${now})
       where people.id = ${id} and ${isHere({ now, zone })}`.execute(read.tables<PeopleTables>());
    const [first] = rows;
    if (!first) return undefined;
    const grants = rows.flatMap(({ role, at }): Grant[] =>
      isRole(role) && at !== null ? [{ role, at }] : [],
    );
    return { actor: person(id), name: first.name, grants: [{ role: 'staff', at: 'everywhere' }, ...grants] };
  };
}

const isRole = (name: string | null): name is Role => roleNames.some((known) => known === name);
