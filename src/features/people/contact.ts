import type { Reader } from '#kernel/need.ts';
import { isHere, type When } from './access.ts';
import type { PeopleTables } from './words.ts';

/** Where what is passed on to a department is sent. Never a question: it is not shown outside. */
export interface DepartmentContact {
  readonly id: string;
  readonly name: string;
  /** E-mail addresses in the order in which they are asked; none where the entry names another way. */
  readonly addresses: readonly string[];
}

export async function departmentContact(read: Reader, id: string): Promise<DepartmentContact | undefined> {
  const row = await read
    .tables<PeopleTables>()
    .selectFrom('departments')
    .select(['id', 'name', 'internal_contact'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, addresses: addressesIn(row.internal_contact) };
}

/** The addresses that a line of the directory names, each once: whoever stands first is asked first. */
export function addressesIn(line: string): string[] {
  const found = line.split(/[\s,;<>()]+/).filter((one) => /^[^\s@"]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(one));
  return [...new Set(found.map((one) => one.replace(/^mailto:/i, '').toLowerCase()))].slice(0, 10);
}

/** Who is in a team and here, by name. */
export async function teamMembers(
  read: Reader,
  when: When,
): Promise<readonly { readonly id: string; readonly team: string }[]> {
  const rows = await read
    .tables<PeopleTables>()
    .selectFrom('people')
    .select(['id', 'team'])
    .where('team', 'is not', null)
    .where(isHere(when))
    .orderBy('name')
    .limit(5000)
    .execute();
  return rows.flatMap(({ id, team }) => (team === null ? [] : [{ id, team }]));
}

/** Where a colleague who is here can be written to. For the worker alone. */
export async function emailOf(read: Reader, id: string, when: When): Promise<string | undefined> {
  const row = await read
    .tables<PeopleTables>()
    .selectFrom('people')
    .select('email')
    .where('id', '=', id)
    .where(isHere(when))
    .executeTakeFirst();
  return row?.email;
}
