import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { withOpened } from './caller.ts';
import { Complaint, exits, Usage, type Exit } from './complaint.ts';
import { allOf } from './lines.ts';
import type { CliIo, Place } from './ports.ts';
import { showJson } from './show.ts';

export interface Setup extends Place {
  readonly name: string;
  readonly email: string;
  /** What they are to the organisation, as the policy names it; its first kind unless told. */
  readonly kind?: string;
  readonly passwordStdin?: true;
  readonly json?: true;
}

/**
 * The first administrator of an installation: a person, a password, and the role, in this order, so that a set-up
 * that stopped half-way can be run again.
 */
export async function setup(io: CliIo, options: Setup): Promise<Exit> {
  const { name, email } = options;
  const people = await import('#features/people/index.ts');
  const id = await withOpened(io, options, async ({ house, setPassword }) => {
    const roles = await people.givenRoles(readerOf(house.store.read()));
    if (roles.some(({ role }) => role === 'administrator')) {
      throw new Complaint('There is an administrator already. They add further people on the page People.');
    }
    const password = options.passwordStdin ? firstLine(await allOf(io.stdin)) : await askPassword(io);
    const [first] = house.policies.inForce(house.clock.now()).value('people.covered').kinds;
    const person = await asSetup(house, people.addPerson, { name, email, kind: options.kind ?? first?.id });
    await setPassword(person, name, password);
    await asSetup(house, people.giveRole, { person, role: 'administrator' });
    return person;
  });
  if (options.json) showJson(io.stdout, { person: id, email });
  else io.stdout.write(`${name} is the first administrator and signs in as ${email}.\n`);
  return exits.ok;
}

/** @returns the id of the row that was made, or was there. */
async function asSetup(house: House, command: Pick<AnyCommand, 'name'>, input: object): Promise<string> {
  const known = house.commands.get(command.name);
  if (!known) throw new Error(`${command.name} is not part of this house`);
  return (await perform(house, known, { actor: systemActor('setup'), input, door: 'cli' })).id;
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
