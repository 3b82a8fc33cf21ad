import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { knownCaller, withOpened } from './caller.ts';
import { Complaint, exits, Usage, type Exit } from './complaint.ts';
import { allOf } from './lines.ts';
import type { CliIo, Place } from './ports.ts';
import { showJson } from './show.ts';

/** People from a CSV file; every good line is taken, every other is named. */
export async function importPeople(
  io: CliIo,
  file: string,
  options: Place & { as?: string; json?: true },
): Promise<Exit> {
  const csv = file === '-' ? await allOf(io.stdin) : await readFile(file, 'utf8');
  const report = await withOpened(io, options, async (opened) =>
    opened.importPeople(csv, await knownCaller(io, opened, options.as)),
  );
  if (options.json) showJson(io.stdout, report);
  else {
    io.stdout.write(
      `${report.added} added, ${report.unchanged} already there, ${report.problems.length} not taken.\n`,
    );
    for (const { line, message } of report.problems) io.stderr.write(`line ${line}: ${message}\n`);
  }
  return report.problems.length === 0 ? exits.ok : exits.refused;
}

export interface Setup extends Place {
  readonly name: string;
  readonly email: string;
  readonly passwordStdin?: true;
  readonly json?: true;
}

/** The first administrator of an installation: a person and a password. */
export async function setup(io: CliIo, options: Setup): Promise<Exit> {
  const password = options.passwordStdin ? firstLine(await allOf(io.stdin)) : await askPassword(io);
  await withOpened(io, options, (opened) =>
    opened.firstAdministrator({ name: options.name, email: options.email, password }),
  );
  if (options.json) showJson(io.stdout, { email: options.email });
  else io.stdout.write(`${options.name} is the first administrator and signs in as ${options.email}.\n`);
  return exits.ok;
}

const firstLine = (text: string): string => text.split(/\r?\n/)[0] ?? '';

/** Asks twice, without showing what is typed. */
async function askPassword(io: CliIo): Promise<string> {
  if (!io.stdin.isTTY || !isReadable(io.stdin)) {
    throw new Usage('Add --password-stdin and pipe the password in, or run this in a terminal.');
  }
  const silent = new Writable({ write: (_, __, done) => done() });
  const typed = createInterface({ input: io.stdin, output: silent, terminal: true });
  try {
    io.stderr.write('Password (12 characters or more): ');
    const first = await typed.question('');
    io.stderr.write('\nThe same again: ');
    const second = await typed.question('');
    io.stderr.write('\n');
    if (first !== second) throw new Complaint('The two were not the same. Nothing was done.');
    return first;
  } finally {
    typed.close();
  }
}

const isReadable = (input: unknown): input is NodeJS.ReadStream =>
  typeof input === 'object' && input !== null && 'setRawMode' in input;
