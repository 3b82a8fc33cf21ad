import { Command, InvalidArgumentError, Option } from 'commander';
import type { Exit } from './complaint.ts';
import type { Find } from './audit.ts';
import type { Invite } from './people.ts';
import type { Setup } from './setup.ts';
import type { CheckOptions, ReadingOptions } from './reading.ts';
import type { TriageOptions } from './triage.ts';
import type { PolicyOptions } from './policy.ts';
import type { CliIo, Place } from './ports.ts';

type Tell = (exit: Exit) => void;

/** Every subcommand, with its help. What each does is loaded when it is called, so that small ones start at once. */
export function program(io: CliIo, tell: Tell): Command {
  const signpost = new Command('signpost')
    .description(
      'Runs a public body’s social media policy: each rule bound to its clause, each decision citing it.',
    )
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
    });
  serving(signpost, io);
  policies(signpost, io, tell);
  hours(signpost, io, tell);
  reading(signpost, io, tell);
  auditing(signpost, io, tell);
  keeping(signpost, io, tell);
  acting(signpost, io, tell);
  people(signpost, io, tell);
  return signpost;
}

const practice = (command: Command): Command =>
  command.option('--practice', 'the practice installation, with invented people and networks', false);
const json = (command: Command): Command => command.option('--json', 'answer as JSON');

function serving(signpost: Command, io: CliIo): void {
  practice(signpost.command('serve'))
    .description('Serve the web pages, the API and the webhooks, and do the background work, until stopped.')
    .option('--port <number>', 'port to listen on', portNumber)
    .option('--host <address>', 'address to listen on')
    .option('--no-worker', 'leave the background work to processes of its own (signpost worker)')
    .action((options: Place & { port?: number; host?: string; worker: boolean }) =>
      io.run.serve({
        practice: options.practice,
        port: options.port,
        host: options.host,
        worker: options.worker,
      }),
    );
  practice(signpost.command('worker'))
    .description('Do the background work only, until stopped: collecting, sending, timers, reactions.')
    .action((options: Place) => io.run.worker({ practice: options.practice }));
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a whole number from 0 to 65535.');
}

function policies(signpost: Command, io: CliIo, tell: Tell): void {
  const policy = signpost
    .command('policy')
    .description('Look at the policy: its versions, clauses, coverage and faults.');
  const add = (name: string, about: string): Command =>
    json(policy.command(name))
      .description(about)
      .option('--policy <id>', 'another version than the one in force');
  json(policy.command('list'))
    .description('List the policy versions here, and say which is in force.')
    .action(async (options: PolicyOptions) =>
      tell(await (await import('./policy.ts')).listPolicies(io, options)),
    );
  add('show', 'Show every clause, or one with its rules.')
    .argument('[clause]', 'number of a clause')
    .action(async (clause: string | undefined, options: PolicyOptions) =>
      tell(await (await import('./policy.ts')).showPolicy(io, clause, options)),
    );
  add(
    'coverage',
    'Say for each clause how it is kept: enforced, measured, shown, planned, or outside.',
  ).action(async (options: PolicyOptions) => tell(await (await import('./policy.ts')).coverage(io, options)));
  add('lint', 'Find what is wrong with the document itself: dates, numbers, names, gaps.').action(
    async (options: PolicyOptions) => tell(await (await import('./policy.ts')).lint(io, options)),
  );
}

function hours(signpost: Command, io: CliIo, tell: Tell): void {
  signpost
    .command('hours')
    .description('Work out due times: a JSON question a line in, a JSON answer a line out.')
    .requiredOption('--jsonl', 'read JSON lines from standard input')
    .addHelpText(
      'after',
      '\nA line: {"received": "2026-12-24T16:30:00Z", "targetMinutes": 120, "calendar": "england-and-wales"}' +
        '\nThe answer: aimAt and limitAt as instants in UTC, and inHours. Exits with 1 where a line was bad.',
    )
    .action(async () => tell(await (await import('./hours.ts')).hours(io)));
}

/** What a text says, before it goes out and when it comes in. Nothing is kept. */
function reading(signpost: Command, io: CliIo, tell: Tell): void {
  const settings = (command: Command): Command =>
    command.option(
      '--settings <file>',
      'what the organisation says of itself, as JSON: names, shortenings, numbers',
    );
  json(settings(signpost.command('check')))
    .description(
      'Check a draft before it is published: what to mend, and which clause says so. Nothing is kept.',
    )
    .argument('[file]', 'the draft as text, or - for standard input')
    .option('--network <id>', 'the network that it is for, such as bluesky')
    .addOption(
      new Option('--account <kind>', 'whose account it is for')
        .choices(['corporate', 'departmental', 'personal'])
        .default('corporate'),
    )
    .option('--jsonl', 'read a JSON draft a line from standard input, answer each with a line')
    .addHelpText('after', '\nExits with 1 where something must not go out, or a line was bad.')
    .action(async (file: string | undefined, options: CheckOptions) =>
      tell(await (await import('./reading.ts')).check(io, file, options)),
    );
  settings(signpost.command('redact'))
    .description('Find personal data: a JSON text a line in, its kinds and places a line out.')
    .requiredOption('--jsonl', 'read JSON lines from standard input')
    .action(async (options: ReadingOptions) =>
      tell(await (await import('./reading.ts')).redact(io, options)),
    );
  settings(signpost.command('handle'))
    .description('Judge handles: {"handle", "accountKind"} a line in, a verdict with its clause a line out.')
    .requiredOption('--jsonl', 'read JSON lines from standard input')
    .action(async (options: ReadingOptions) =>
      tell(await (await import('./reading.ts')).handle(io, options)),
    );
  settings(signpost.command('triage'))
    .description('Sort what the public sent: {"id", "text"} a line in, labels, severity and tier a line out.')
    .requiredOption('--jsonl', 'read JSON lines from standard input')
    .option('--nearest', 'also show the two most alike of the invented texts that triage was taught')
    .option('--second-reader', 'also ask the second reader of this installation; it may only raise')
    .action(async (options: TriageOptions) =>
      tell(await (await import('./triage.ts')).triageLines(io, options)),
    );
  signpost
    .command('themes')
    .description(
      'Read comments about care: {"id", "text"} a line in, criticality, themes and sentiment a line out.',
    )
    .requiredOption('--jsonl', 'read JSON lines from standard input')
    .action(async () => tell(await (await import('./themes.ts')).themeLines(io)));
}

function auditing(signpost: Command, io: CliIo, tell: Tell): void {
  const audit = signpost.command('audit').description('Search, export and check the audit trail.');
  practice(audit.command('export'))
    .description('Write the whole trail as JSON lines that anyone can check without this program’s database.')
    .option('--out <file>', 'write to this file instead of standard output')
    .action(async (options: Place & { out?: string }) =>
      tell(await (await import('./audit.ts')).exportTrail(io, options)),
    );
  json(audit.command('verify'))
    .description('Check an exported trail; needs no database. Names the first bad entry.')
    .argument('<file>', 'an exported trail, or - for standard input')
    .option('--head <number:hash>', 'the head that the export named, as somebody noted it elsewhere')
    .action(async (file: string, options: { head?: string; json?: true }) =>
      tell(await (await import('./audit.ts')).verifyTrail(io, file, options)),
    );
  json(practice(audit.command('find')))
    .description('Find entries, newest first.')
    .option('--clause <number>', 'done under this clause')
    .option('--rule <rule>', 'done under this rule')
    .option('--kind <kind>', 'done to this kind of row, such as enquiry')
    .option('--row <id>', 'done to this row')
    .option('--actor <actor>', 'done by person:ID or system:NAME')
    .option('--command <command>', 'this command, such as enquiry.reply')
    .option('--before <number>', 'only entries before this number')
    .option('--limit <number>', 'at most this many (50 unless told, 200 at most)')
    .action(async (options: Find) => tell(await (await import('./audit.ts')).findInTrail(io, options)));
}

function keeping(signpost: Command, io: CliIo, tell: Tell): void {
  json(practice(signpost.command('backup')))
    .description('Write everything that the database holds to one new file.')
    .argument('<file>', 'the file to write')
    .action(async (file: string, options: Place & { json?: true }) =>
      tell(await (await import('./backup.ts')).backupTo(io, file, options)),
    );
  json(practice(signpost.command('restore')))
    .description('Put a backup into an empty installation.')
    .argument('<file>', 'the file to read')
    .action(async (file: string, options: Place & { json?: true }) =>
      tell(await (await import('./backup.ts')).restoreFrom(io, file, options)),
    );
}

/** `do` and `ask` read their words by the declaration, so commander hands them over untouched. */
function acting(signpost: Command, io: CliIo, tell: Tell): void {
  const untouched = (name: string, about: string): Command =>
    signpost
      .command(name)
      .description(about)
      .usage(`[${name === 'do' ? 'command] [id' : 'question'}] [--field value ...]`)
      .argument('[words...]')
      .allowUnknownOption()
      .passThroughOptions()
      .helpOption(false);
  untouched('do', 'Do any command: signpost do lists them, signpost do COMMAND --help shows one.').action(
    async (words: string[]) => tell(await (await import('./do.ts')).doCommand(io, words)),
  );
  untouched(
    'ask',
    'Ask any question: signpost ask lists them, signpost ask QUESTION --help shows one.',
  ).action(async (words: string[]) => tell(await (await import('./ask.ts')).askCommand(io, words)));
}

function people(signpost: Command, io: CliIo, tell: Tell): void {
  json(practice(signpost.command('setup')))
    .description('Make the first administrator of this installation.')
    .requiredOption('--name <name>', 'the person’s name')
    .requiredOption('--email <address>', 'the address that they sign in with')
    .option('--kind <kind>', 'what they are, as the policy names it (its first kind unless told)')
    .option('--password-stdin', 'read the password from standard input instead of asking')
    .action(async (options: Setup) => tell(await (await import('./setup.ts')).setup(io, options)));
  const group = signpost.command('people').description('Work with many people at once.');
  json(practice(group.command('import')))
    .description('Take people from a CSV file. Good lines are taken; bad ones are named.')
    .argument('<file>', 'the CSV file, or - for standard input')
    .option('--as <email>', 'act as this person (practice mode only; otherwise set SIGNPOST_TOKEN)')
    .action(async (file: string, options: Place & { as?: string; json?: true }) =>
      tell(await (await import('./people.ts')).importPeople(io, file, options)),
    );
  json(practice(group.command('invite')))
    .description('Make a code with which a person chooses a password, once, within 72 hours.')
    .argument('<email>', 'the address that they sign in with')
    .option('--lost-phone', 'take their second factor away when they use it')
    .option('--recover', 'act as the set-up of this machine, when no administrator can sign in')
    .option('--as <email>', 'act as this person (practice mode only; otherwise set SIGNPOST_TOKEN)')
    .action(async (email: string, options: Invite) =>
      tell(await (await import('./people.ts')).invite(io, email, options)),
    );
}
