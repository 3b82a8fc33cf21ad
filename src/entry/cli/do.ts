import type { AnyCommand } from '#kernel/command.ts';
import { fromText } from '#kernel/form-text.ts';
import { askOf } from '#kernel/form.ts';
import { offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import type { Policy } from '#policy/index.ts';
import { isForPeople, offerAnswer } from '../api/commands.ts';
import { citationsOf } from '../api/operations.ts';
import { fieldKind } from '../api/shape.ts';
import { knownCaller, withOpened } from './caller.ts';
import { exits, Usage, type Exit } from './complaint.ts';
import { fieldsHelp, readFields } from './field-text.ts';
import type { CliIo, Declared } from './ports.ts';
import { columns, inWords, showJson } from './show.ts';
import { readWords, type Words } from './words.ts';

const door = {
  json: false,
  'dry-run': false,
  help: false,
  practice: false,
  as: true,
  'idempotency-key': true,
  'seen-version': true,
};

/** `signpost do`: any command of any room, by its declaration. */
export async function doCommand(io: CliIo, words: readonly string[]): Promise<Exit> {
  const place = { practice: words.includes('--practice') };
  const declared = await io.run.declared(place);
  const commands = new Map([...declared.commands].filter(([, command]) => isForPeople(command)));
  const policy = declared.policies.inForce(declared.clock.now());
  const read = readWords(words, {
    door,
    fieldKind: ([name = ''], field) => {
      const form = commands.get(name)?.input;
      return form && fieldKind(form, field);
    },
  });
  const [name, id, ...more] = read.operands;
  if (name === undefined) return list(io, [...commands.values()], policy, read.door.has('json'));
  const command = commands.get(name);
  if (!command)
    throw new Usage(
      `There is no command ${name}. Run signpost do to see them all.${nearest(name, commands)}`,
    );
  if (read.door.has('help')) return help(io, command, policy, read.door.has('json'));
  if (command.creates ? id !== undefined : id === undefined) throw new Usage(usage(command));
  if (more.length > 0)
    throw new Usage(`I do not know what to do with “${more.join(' ')}”. ${usage(command)}`);
  return act(io, declared, command, id, read);
}

const usage = (command: AnyCommand): string =>
  `Write: signpost do ${command.name} ${command.creates ? '' : 'ID '}[--field value ...]. Add --help to see its fields.`;

function nearest(name: string, commands: ReadonlyMap<string, AnyCommand>): string {
  const verb = name.split('.').at(-1) ?? name;
  const close = [...commands.keys()].filter(
    (one) => one.split('.').includes(verb) || one.startsWith(`${name}.`),
  );
  return close.length > 0 ? ` Did you mean ${close.slice(0, 5).join(', ')}?` : '';
}

async function act(
  io: CliIo,
  declared: Declared,
  command: AnyCommand,
  id: string | undefined,
  read: Words,
): Promise<Exit> {
  const asJson = read.door.has('json');
  const { zone } = declared.policies.inForce(declared.clock.now());
  const version = versionOf(read.door.get('seen-version'));
  return withOpened(io, { practice: read.door.has('practice') }, async ({ house, ...opened }) => {
    const actor = await knownCaller(io, { house, ...opened }, read.door.get('as'));
    if (read.door.has('dry-run')) {
      const offered = offerAnswer(await offer(house, command, { actor, id }));
      if (asJson) showJson(io.stdout, offered);
      else io.stdout.write(`Nothing was done. It would ask:\n${inWords(offered)}`);
      return exits.ok;
    }
    const input = fromText(command.input, await readFields(command.input, read.fields, io.stdin), zone);
    const done = await perform(house, command, {
      actor,
      id,
      input,
      version,
      key: read.door.get('idempotency-key'),
      door: 'cli',
    });
    if (asJson) showJson(io.stdout, { ...done, home: command.lifecycle.home(done.id) });
    else {
      const { clause, words, policy } = done.citation;
      io.stdout.write(
        `Done: ${command.name} ${done.id} is now ${done.state.replaceAll('-', ' ')} (version ${done.version}).\n`,
      );
      io.stdout.write(`Under clause ${clause}: ${words} (${policy}).\n`);
    }
    return exits.ok;
  });
}

function versionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Usage('Give --seen-version as the whole number of the version that you saw, such as 3.');
}

function list(io: CliIo, commands: readonly AnyCommand[], policy: Policy, asJson: boolean): Exit {
  const listed = commands.map((command) => {
    const clauses = citationsOf(command, policy).map(({ clause }) => clause);
    return {
      command: command.name,
      clauses: [...new Set(clauses)],
      label: command.label,
      about: command.about,
    };
  });
  if (asJson) showJson(io.stdout, { policy: policy.id, commands: listed });
  else {
    const rows = listed.map(({ command, clauses, label }) => [command, clauses.join(', '), label]);
    io.stdout.write(columns([['COMMAND', 'CLAUSE', 'WHAT IT DOES'], ...rows]));
    io.stdout.write('\nsignpost do COMMAND --help shows the fields of one.\n');
  }
  return exits.ok;
}

function help(io: CliIo, command: AnyCommand, policy: Policy, asJson: boolean): Exit {
  const citations = citationsOf(command, policy);
  if (asJson) {
    const fields = Object.entries(command.input.shape).map(([name, field]) => ({
      name,
      ...askOf(field, name),
    }));
    showJson(io.stdout, {
      command: command.name,
      label: command.label,
      about: command.about,
      citations,
      fields,
    });
    return exits.ok;
  }
  const fields = fieldsHelp(command.input, door);
  io.stdout.write(
    [
      `Usage: signpost do ${command.name} ${command.creates ? '' : 'ID '}[--field value ...]`,
      '',
      `${command.label}. ${command.about}`,
      ...citations.map(({ clause, words, policy: of }) => `Clause ${clause}: ${words} (${of})`),
      '',
      ...(fields.length > 0 ? ['Fields:', ...fields, ''] : ['It has no fields.', '']),
      ...doorHelp(command.stale === 'refuse'),
      '',
    ].join('\n'),
  );
  return exits.ok;
}

const doorHelp = (wantsVersion: boolean): string[] => [
  'Options:',
  '  --dry-run           says what it would ask, with the choices, and does nothing',
  `  --seen-version N    the version of the row that you saw${wantsVersion ? ' (needed)' : ''}`,
  '  --idempotency-key K the same key again gives the same answer, done once',
  '  --as EMAIL          acts as this person (practice mode only; otherwise set SIGNPOST_TOKEN)',
  '  --practice          works on the practice installation',
  '  --json              answers as JSON',
];
