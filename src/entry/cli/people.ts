import { readFile } from 'node:fs/promises';
import { systemActor } from '#kernel/rights.ts';
import { knownCaller, withOpened } from './caller.ts';
import { Complaint, exits, type Exit } from './complaint.ts';
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

export interface Invite extends Place {
  readonly lostPhone?: true;
  readonly recover?: true;
  readonly as?: string;
  readonly json?: true;
}

/**
 * A code with which somebody chooses a password, once: printed here and kept nowhere. `--recover` is for the
 * administrator whom nobody else can let in again: whoever has this machine has the database, and it stands in the trail.
 */
export async function invite(io: CliIo, email: string, options: Invite): Promise<Exit> {
  const { makeInvitation } = await import('../sign-in/invitation.ts');
  const made = await withOpened(io, options, async (opened) => {
    const actor = options.recover ? systemActor('setup') : await knownCaller(io, opened, options.as);
    const person = await opened.actorNamed(email);
    if (person?.kind !== 'person') throw new Complaint(`Nobody here has the address ${email}.`);
    return makeInvitation(opened.house, opened.origin, {
      actor,
      person: person.id,
      takesSecondFactor: options.lostPhone === true,
      door: 'cli',
    });
  });
  if (options.json) showJson(io.stdout, { email, ...made });
  else {
    io.stdout.write(`${made.link}\n`);
    io.stderr.write(
      'Give the link to them alone: whoever has it can sign in as them. It works once, within 72 hours.\n',
    );
  }
  return exits.ok;
}
