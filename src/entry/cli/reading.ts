import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { checkDraft, judgeHandle, judgeProfile, type AccountKind, type Verdict } from '#checks/index.ts';
import type { Policy } from '#policy/index.ts';
import { findPersonalData, loadDictionary } from '#text/index.ts';
import { Complaint, exits, Usage, type Exit } from './complaint.ts';
import { allOf, linesOf } from './lines.ts';
import type { CliIo } from './ports.ts';
import {
  draftLine,
  handleLine,
  jsonIn,
  settingsFrom,
  textLine,
  wrong,
  type ReadingSettings,
} from './reading-input.ts';
import { showJson } from './show.ts';

export interface ReadingOptions {
  readonly jsonl?: true;
  readonly settings?: string;
}

export interface CheckOptions extends ReadingOptions {
  readonly network?: string;
  readonly account: AccountKind;
  readonly json?: true;
}

/** Nothing of what is read is kept: no database is opened, and nothing is written but the answer. */
export async function ground(
  io: CliIo,
  options: ReadingOptions,
): Promise<{ policy: Policy; settings: ReadingSettings }> {
  const { inForce, now } = await io.run.policies();
  const today = now.toZonedDateTimeISO(inForce.zone).toPlainDate().toString();
  return { policy: inForce, settings: await settingsFrom(options.settings, today) };
}

/** One JSON object a line in and out; a line that cannot be read is answered with an error, and the rest still done. */
export async function eachLine<T>(
  io: CliIo,
  shape: z.ZodType<T>,
  answer: (line: T) => object | Promise<object>,
): Promise<Exit> {
  let good = true;
  let number = 0;
  const waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) io.stdout.write(waiting.splice(0).join(''));
  };
  for await (const line of linesOf(io.stdin, flush)) {
    number += 1;
    if (line.trim() === '') continue;
    const json = jsonIn(line);
    const read = shape.safeParse(json);
    good &&= read.success;
    const said = read.success
      ? await answer(read.data)
      : {
          ...idOf(json),
          error: `line ${number}: ${json === undefined ? 'it is not JSON' : wrong(read.error)}`,
        };
    waiting.push(`${JSON.stringify(said)}\n`);
    if (waiting.length >= 100) flush();
  }
  flush();
  return good ? exits.ok : exits.refused;
}

const idOf = (json: unknown): object =>
  typeof json === 'object' && json !== null && 'id' in json && ['string', 'number'].includes(typeof json.id)
    ? { id: json.id }
    : {};

/** `signpost redact --jsonl`: where personal data stands, and never the data. */
export async function redact(io: CliIo, options: ReadingOptions): Promise<Exit> {
  const { settings } = await ground(io, options);
  const { allowedNumbers = [], trustedHosts = [], ownPlaces = [], asOf } = settings;
  const own = { allowedNumbers, ownHosts: trustedHosts, ownPlaces, ...(asOf === undefined ? {} : { asOf }) };
  return eachLine(io, textLine, ({ text }) => ({
    spans: findPersonalData(text, own).map(({ kind, start, end }) => ({ kind, start, end })),
  }));
}

/** `signpost handle --jsonl`: is a handle right for an account of its kind, and its name and profile where they are given? */
export async function handle(io: CliIo, options: ReadingOptions): Promise<Exit> {
  const { policy, settings } = await ground(io, options);
  return eachLine(io, handleLine, ({ name, bio, links, ...line }) => ({
    ...judgeHandle(line, policy, settings),
    ...(name === undefined && bio === undefined
      ? {}
      : {
          profile: judgeProfile(
            { accountKind: line.accountKind, name: name ?? '', bio: bio ?? '', links },
            policy,
            settings,
          ),
        }),
  }));
}

/** `signpost check`: what is the matter with a draft, or with a draft a line. */
export async function check(io: CliIo, file: string | undefined, options: CheckOptions): Promise<Exit> {
  if ((file === undefined) === (options.jsonl === undefined))
    throw new Usage('Name a file with the draft, or - for standard input; or read many drafts with --jsonl.');
  const [{ policy, settings: given }, dictionary] = await Promise.all([
    ground(io, options),
    loadDictionary(),
  ]);
  const settings = { ...given, dictionary };
  if (file === undefined)
    return eachLine(io, draftLine, ({ id, ...draft }) => {
      const { findings, questions } = checkDraft(draft, policy, settings);
      return { id, findings, questions };
    });
  const text = (file === '-' ? await allOf(io.stdin) : await readDraftFile(file)).replace(/\r?\n$/, '');
  if (text.length > 100_000) throw new Complaint('The draft is longer than 100,000 characters.');
  const verdict = checkDraft(
    { accountKind: options.account, network: options.network, text },
    policy,
    settings,
  );
  if (options.json) showJson(io.stdout, verdict);
  else io.stdout.write(verdictInWords(verdict, text));
  return verdict.highest === 'block' ? exits.refused : exits.ok;
}

const readDraftFile = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Complaint(`The file ${file} cannot be read.`);
  });

const grades = {
  block: 'STOP',
  'needs-role': 'ASK',
  'needs-approval': 'ASK',
  warn: 'WARNING',
  note: 'NOTE',
} as const;

/** A line a finding: how grave, where, what to do, and why. The draft itself is not repeated. */
function verdictInWords({ findings, questions, policy }: Verdict, text: string): string {
  if (findings.length === 0 && questions.length === 0)
    return `Nothing found. Checked against ${policy}; a person still reads it.\n`;
  const lines = findings.map(
    ({ severity, start, message, clause, ref }) =>
      `${grades[severity].padEnd(8)} ${placeOf(text, start).padEnd(6)} ${message} [${clause === null ? 'our default' : `clause ${clause}`}, ${ref}]`,
  );
  const asked = questions.map(
    ({ ask, clause, ref }) =>
      `QUESTION        ${ask} [${clause === null ? 'our default' : `clause ${clause}`}, ${ref}]`,
  );
  return `${[...lines, ...asked].join('\n')}\n`;
}

/** Line and column, from 1, as an editor counts them. */
const placeOf = (text: string, start: number): string => {
  const ahead = text.slice(0, start).split('\n');
  return `${ahead.length}:${(ahead.at(-1)?.length ?? 0) + 1}`;
};
