import { parse } from 'csv-parse/sync';
import type { House } from '#kernel/house.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import type { Actor } from '#kernel/rights.ts';
import { addPerson } from './commands/person.ts';
import { readerOf } from '#kernel/need.ts';
import type { PeopleTables } from './words.ts';

/** What became of a file of people. */
export interface Imported {
  readonly added: number;
  readonly unchanged: number;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Columns of the file: the first three are needed. Days are written `2027-03-31`. */
export const columns = ['name', 'email', 'kind', 'ends_on'] as const;

/**
 * Takes people from CSV text: every good line is taken, each bad one is named with its line. Known addresses stay.
 * @throws InputRefused where the file as a whole cannot be read.
 */
export async function importPeople(
  house: House,
  actor: Actor,
  csv: string,
  door: 'cli' | 'web',
): Promise<Imported> {
  const lines = linesOf(csv);
  const known = await knownAddresses(house);
  let added = 0;
  let unchanged = 0;
  const problems: { line: number; message: string }[] = [];
  for (const { line, record } of lines) {
    const email = (record['email'] ?? '').trim().toLowerCase();
    if (known.has(email)) {
      unchanged += 1;
      continue;
    }
    const input = {
      name: record['name'] ?? '',
      email,
      kind: (record['kind'] ?? '').trim(),
      endsOn: record['ends_on'] ?? '',
    };
    try {
      await perform(house, addPerson, { actor, input, door });
      known.add(email);
      added += 1;
    } catch (error) {
      if (!(error instanceof InputRefused) && !(error instanceof Refused)) throw error;
      problems.push({
        line,
        message:
          error instanceof InputRefused ? error.errors.map((one) => one.message).join('; ') : error.message,
      });
    }
  }
  return { added, unchanged, problems };
}

function linesOf(csv: string): { line: number; record: Record<string, string> }[] {
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(csv, {
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    const missing = columns.slice(0, 3).filter((name) => rows[0] !== undefined && !(name in rows[0].record));
    if (missing.length > 0)
      throw new Error(
        `the first line must name the columns ${columns.join(', ')}; missing: ${missing.join(', ')}`,
      );
    return rows.map(({ record, info }) => ({ line: info.lines, record }));
  } catch (error) {
    throw new InputRefused([
      {
        field: 'file',
        message: `The file cannot be read: ${error instanceof Error ? error.message : 'it is not CSV'}`,
      },
    ]);
  }
}

async function knownAddresses(house: House): Promise<Set<string>> {
  const rows = await readerOf(house.store.read())
    .tables<PeopleTables>()
    .selectFrom('people')
    .select('email')
    .execute();
  return new Set(rows.map((row) => row.email));
}
