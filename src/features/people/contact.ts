import type { Reader } from '#kernel/need.ts';
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
