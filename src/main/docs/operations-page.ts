import type { AnyCommand } from '#kernel/command.ts';
import { askOf, isOptional, type Form } from '#kernel/form.ts';
import type { Lifecycle, Step } from '#kernel/lifecycle.ts';
import type { Party } from '#kernel/party.ts';
import type { Question } from '#kernel/question.ts';
import { declaredRefusals } from '#kernel/refusal.ts';
import { whoCould } from '#kernel/rights.ts';
import { systems } from '#kernel/roles.ts';
import type { Room } from '#kernel/room.ts';
import type { Policy } from '#policy/index.ts';
import { isForSomebody, stepsOf } from './declared.ts';
import { stateDiagram, verbsThatStay } from './diagram.ts';
import { capital, code, generated, markdownTable, spaced } from './markdown.ts';

/** Everything that a room can do and answer, from its declarations. @param policy whose clauses are named. */
export function operationsPage(room: Room, policy: Policy): string {
  return [
    generated,
    `# ${room.title}`,
    '',
    `What this room does, from its declarations; clauses as ${code(policy.id)} binds them. Who may do what in one table: [roles.md](../roles.md).`,
    '',
    ...room.lifecycles.flatMap((of) => lifecycleSection(of, room.commands, policy)),
    ...(room.questions.length > 0 ? ['## Questions', '', ...room.questions.flatMap(questionSection)] : []),
    ...byItself(room),
    ...refusalsOf(room, policy),
  ].join('\n');
}

const lifecycleSection = (of: Lifecycle, commands: readonly AnyCommand[], policy: Policy): string[] => [
  `## ${capital(spaced(of.name))}`,
  '',
  stateDiagram(of),
  '',
  ...staying(of),
  `Seen by: ${sightOf(of)}.`,
  '',
  ...commands
    .filter((command) => command.lifecycle === of)
    .flatMap((command) => commandSection(command, policy)),
];

function staying(of: Lifecycle): string[] {
  const verbs = verbsThatStay(of);
  return verbs.length === 0 ? [] : [`May leave it as it is: ${verbs.map(spaced).join(', ')}.`, ''];
}

function sightOf({ sight }: Lifecycle): string {
  const all = partiesInWords(sight.see);
  if (!sight.guarded) return all;
  const { by, only } = sight.guarded;
  return `${all}; one whose ${spaced(by)} is set, only by ${partiesInWords(only)}`;
}

const partiesInWords = (parties: readonly Party[]): string =>
  [
    ...whoCould(parties),
    ...new Set(
      parties.flatMap((party) =>
        party.party === 'system' ? [`the program (${systems[party.system].toLowerCase()})`] : [],
      ),
    ),
  ].join(', ') || 'nobody';

function commandSection(command: AnyCommand, policy: Policy): string[] {
  return [
    `### ${command.label}: ${code(command.name)}`,
    '',
    command.about,
    '',
    ...stepsOf(command).map((step) => `- ${stepInWords(step, policy)}`),
    ...conditionsOf(command).map((line) => `- ${line}`),
    ...waysIn(command).map((line) => `- ${line}`),
    '',
    ...fieldsTable(command.input),
  ];
}

function stepInWords(step: Step, policy: Policy): string {
  const from = step.from === 'nothing' ? 'nothing' : step.from.map(spaced).join(', ');
  const to = [step.to].flat().map((state) => (state === 'same' ? 'the same' : spaced(state)));
  const { clause, words, basis } = policy.cite(step.rule);
  const authority =
    basis === 'default'
      ? `our default, not in the policy: ${words} (${code(step.rule)}, beside clause ${clause})`
      : `clause ${clause}: ${words} (${code(step.rule)})`;
  const other = step.otherThan ? ` Nobody who ever did ${step.otherThan.map(code).join(' or ')} to it.` : '';
  const quiet = step.quiet ? ' Leaves no line in the audit trail.' : '';
  return `From ${from} to ${to.join(' or ')}, by ${partiesInWords(step.who)}. Under ${authority}.${other}${quiet}`;
}

function conditionsOf(command: AnyCommand): string[] {
  const needs = Object.keys(command.needs);
  return [
    ...(needs.length > 0 ? [`Reads before it decides: ${needs.map(wordsOf).join(', ')}.`] : []),
    ...(command.can ? ['May be refused for how things stand at the moment: see the refusals below.'] : []),
    ...(command.stale === 'refuse' ? ['Demands the version that was seen (428 without it).'] : []),
    ...(command.once
      ? [`The same ${command.once.map(spaced).join(' and ')} again gives the one that is there.`]
      : []),
    ...(command.closes === undefined ? [] : [`Closes the gate ${code(command.closes)}.`]),
  ];
}

/** `answeredInThisAct` -> `answered in this act` */
const wordsOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function waysIn(command: AnyCommand): string[] {
  if (!command.alone) return ['Done only together with another act; nobody can ask for it by itself.'];
  if (!isForSomebody(command)) return ['Only the program does this; it has no address in the API.'];
  const { name, lifecycle, verb, creates, input } = command;
  const options = Object.entries(input.shape).map(([field, schema]) => {
    const option = `--${wordsOf(field).replaceAll(' ', '-')}${askOf(schema, field).kind === 'tick' ? '' : ' …'}`;
    return mayBeAbsent(schema, field) ? `[${option}]` : option;
  });
  const words = ['./signpost do', name, ...(creates ? [] : ['ID']), ...options];
  return [
    `Page: ${code(`/do/${name}${creates ? '' : '/ID'}`)}. API: ${code(`POST /api/${lifecycle.name}${creates ? '' : '/{id}'}/${verb}`)}.`,
    `Command line: ${code(words.join(' '))}`,
  ];
}

const mayBeAbsent = (schema: Form['shape'][string], name: string): boolean =>
  isOptional(schema) || ['tick', 'several'].includes(askOf(schema, name).kind);

const kindWords: Readonly<Record<string, string>> = {
  line: 'one line',
  text: 'text',
  choice: 'one of',
  'one-of': 'one of',
  tick: 'yes or no',
  date: 'a day, `2026-12-24`',
  moment: 'a moment, `2026-12-24T16:30:00Z`',
  whole: 'a whole number',
  several: 'several of',
  given: 'handed over by the program',
  secret: 'secret, encrypted at once',
};

function fieldsTable(form: Form): string[] {
  const rows = Object.entries(form.shape).map(([name, field]) => {
    const ask = askOf(field, name);
    const list = ask.options ? Object.keys(ask.options).map(code).join(', ') : wordsOf(ask.need ?? '');
    const longest = ask.max === undefined ? '' : `, ${ask.max.toLocaleString('en-GB')} characters at most`;
    const kind = `${kindWords[ask.kind] ?? ask.kind}${list === '' ? '' : ` ${list}`}${longest}`;
    const asked = ask.hint === undefined ? ask.label : `${ask.label} (${ask.hint})`;
    return [code(name), asked, kind, mayBeAbsent(field, name) ? '' : 'yes'];
  });
  return rows.length === 0 ? [] : [markdownTable(['Field', 'Asks', 'Takes', 'Needed'], rows), ''];
}

const questionSection = ({ name, about, askers, input }: Question): string[] => [
  `### ${code(name)}`,
  '',
  about,
  '',
  `- Asked by: ${askers === 'public' ? 'everybody' : partiesInWords(askers)}.`,
  `- API: ${code(`GET /api/${name.replaceAll('.', '/')}`)}. Command line: ${code(`./signpost ask ${name}`)}.`,
  '',
  ...fieldsTable(input),
];

/** What happens without anybody's asking. */
function byItself(room: Room): string[] {
  const lines = [
    ...room.reactions.map(({ on, perform }) => `- When ${code(on)} happens: ${code(perform.name)}.`),
    ...room.timers.map(
      ({ name, everySeconds, perform }) => `- Every ${everySeconds} seconds, ${name}: ${code(perform.name)}.`,
    ),
    ...room.figures.map(({ name, rule }) => `- Measured: ${name} (${code(rule)}).`),
  ];
  return lines.length === 0 ? [] : ['## By itself', '', ...lines, ''];
}

function refusalsOf(room: Room, policy: Policy): string[] {
  const own = [...declaredRefusals()].filter(([name]) => name.startsWith(`${room.name}.`));
  if (own.length === 0) return [];
  const rows = own
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, spec]) => [
      code(name),
      String(spec.status),
      spec.sentence,
      spec.instead,
      spec.rule === undefined ? 'how Signpost works' : policy.cite(spec.rule).clause,
    ]);
  return [
    '## When it says no',
    '',
    'Besides what every command may say (`kernel.…`, see the page /help/refusals of the program):',
    '',
    markdownTable(['Code', 'Status', 'It says', 'Instead', 'Clause'], rows),
    '',
  ];
}
