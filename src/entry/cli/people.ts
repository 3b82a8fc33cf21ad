import { readFile } from 'node:fs/promises';
import { knownCaller, withOpened } from './caller.ts';
import { exits, type Exit } from './complaint.ts';
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
  const people = await import('#features/people/index.ts');
  const report = await withOpened(io, options, async (opened) =>
    people.importPeople(opened.house, await knownCaller(io, opened, options.as), csv, 'cli'),
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
