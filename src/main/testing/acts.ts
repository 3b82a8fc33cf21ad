import type { LightMyRequestResponse } from 'fastify';
import type { AnyCommand } from '#kernel/command.ts';
import { isForSomebody, stepsOf } from '../docs/declared.ts';
import { goodAnswer, type FieldAsked, type FieldSchema } from './bodies.ts';
import { nameIn, representatives, type Representative } from './rows.ts';
import { colleague, everyRole, type Visitor } from './visitors.ts';
import { wholeHouse, type WholeHouse } from './whole-house.ts';

type Json = Record<string, unknown>;

/** The API's own description, as far as tests look into it. */
export interface Description extends Json {
  readonly paths: Record<string, Record<string, Operation>>;
}
export interface Operation {
  readonly requestBody?: {
    readonly content: { 'application/json': { schema: { properties: Record<string, FieldSchema> } } };
  };
  readonly responses: Record<string, Json>;
}

/** The whole house with somebody who may do everything, and a row of every kind that is put back after each act. */
export interface Acts {
  readonly whole: WholeHouse;
  readonly rows: readonly Representative[];
  readonly all: Visitor;
  /** Commands that some person may ask for. */
  readonly commands: readonly AnyCommand[];
  readonly description: Description;
  /** A row from which the command goes; none where it makes one. */
  rowFor(command: AnyCommand): Representative | undefined;
  addressOf(command: AnyCommand): string;
  /** Answers that should do, for every field of the command. */
  goodBody(command: AnyCommand): Promise<Json>;
  /** Sends a body as JSON text, with the version that the row has, and puts the row back where it was done. */
  act(
    command: AnyCommand,
    payload: string,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** Sends a form of a page, and puts the row back where it was done. */
  submit(command: AnyCommand, url: string, fields: string): Promise<LightMyRequestResponse>;
}

export async function acts(): Promise<Acts> {
  const whole = await wholeHouse();
  const rows = await representatives(whole);
  // Company for each, where a command is about two of a kind.
  await representatives(whole);
  const all = await everyRole(whole);
  await colleague(whole);
  await nameIn(whole, rows, all.id);
  const kept = await asTheyAre(whole, rows);
  const description = (await whole.send({ url: '/api/openapi.json' })).json<Description>();
  const rowFor = (command: AnyCommand) => rows.find((row) => goesFrom(command, row));
  const addressOf = (command: AnyCommand): string => {
    const row = rowFor(command);
    return `/api/${command.lifecycle.name}/${row ? `${row.id}/` : ''}${command.verb}`;
  };
  return {
    whole,
    rows,
    all,
    description,
    commands: [...whole.house.commands.values()].filter(isForSomebody),
    rowFor,
    addressOf,
    async goodBody(command) {
      const url = `${addressOf(command)}?dry-run`;
      const asked = await whole.send({ method: 'POST', url, headers: all.headers, payload: {} });
      const { fields } = asked.json<{ fields?: FieldAsked[] }>();
      if (!fields && isRefusedByRoom(asked)) return {};
      if (!fields) throw new Error(`${command.name} is not offered: ${asked.body}`);
      const schema = bodySchema(description, command);
      const id = rows.find(({ of, state }) => of.name === 'enquiry' && state === 'waiting')?.id ?? '';
      const words = `For ${command.name}`;
      const answers = fields.map((field) => [field.name, goodAnswer(field, schema[field.name], id, words)]);
      return { ...Object.fromEntries(answers), ...better(rows)[command.name] };
    },
    async submit(command, url, fields) {
      const answer = await whole.submit(url, all.headers, fields);
      const row = rowFor(command);
      if (answer.statusCode === 303 && row) await putBack(whole, row, kept);
      return answer;
    },
    async act(command, payload, headers = all.headers) {
      const row = rowFor(command);
      const answer = await whole.app.inject({
        method: 'POST',
        url: addressOf(command),
        headers: {
          ...headers,
          'content-type': 'application/json',
          ...(row ? { 'if-match': '"1"' } : {}),
        },
        payload,
      });
      if (answer.statusCode < 300 && row) await putBack(whole, row, kept);
      return answer;
    },
  };
}

/** A refusal of a room: this row is not ready for it. Refusals about rights are the kernel's. */
export const isRefusedByRoom = (answer: LightMyRequestResponse): boolean =>
  [403, 409].includes(answer.statusCode) && !answer.json<{ code: string }>().code.startsWith('kernel.');

/** Where the first choice is not one that can be made of these rows. */
const better = (rows: readonly Representative[]): Readonly<Record<string, Json>> => ({
  'saved-reply.propose': { text: agreedWords },
  'saved-reply.change': { text: agreedWords },
  'hand-over.make-link': { digest: 'a'.repeat(64) },
  'partner.add': { lettersTo: 'desk@partner.example' },
  'partner.change': { lettersTo: 'desk@partner.example' },
  // Another message than the one whose details are hidden: it is hidden once.
  'measure.hide': {
    enquiry: rows.find(({ of, state }) => of.name === 'enquiry' && state === 'answered')?.id,
  },
  'enquiry.lower': { level: 'level-4' },
  'enquiry.relabel': { second: 'complaint', third: 'compliment' },
  'invitation.make': { codeDigest: 'ab'.repeat(32) },
  'account.enter': { deputy: '' },
  'account.change': { deputy: '' },
  'enquiry.reply-with-details': { text: 'Please ring 07700 900123 when you can.' },
  'duty-contact.give': { phone: '07700 900123', email: 'somebody@board.example' },
  'duty-contact.change': { phone: '07700 900123', email: 'somebody@board.example' },
  'shift.plan': { deputy: '', to: '2026-11-24T11:30:00Z' },
  'shift.change': { deputy: '', from: '2026-11-24T12:30:00Z', to: '2026-11-24T13:30:00Z' },
  'enquiry.close': { reason: 'no-reply', why: 'thanks' },
});

/** What every kind of message must be told. */
const agreedWords =
  'Call 999, 111 or 116 123. We have logged it. You have the right to complain; please do not post details.';

const goesFrom = (command: AnyCommand, { of, state }: Representative): boolean =>
  of === command.lifecycle && stepsOf(command).some(({ from }) => from !== 'nothing' && from.includes(state));

/** `/api/enquiry/{id}/reply` */
export const pathOf = ({ lifecycle, verb, creates }: AnyCommand): string =>
  creates ? `/api/${lifecycle.name}/${verb}` : `/api/${lifecycle.name}/{id}/${verb}`;

function bodySchema({ paths }: Description, command: AnyCommand): Record<string, FieldSchema> {
  const body = paths[pathOf(command)]?.['post']?.requestBody;
  return body?.content['application/json'].schema.properties ?? {};
}

async function asTheyAre(
  whole: WholeHouse,
  rows: readonly Representative[],
): Promise<ReadonlyMap<string, Json>> {
  const kept = new Map<string, Json>();
  for (const { of, id } of rows) {
    const { rows: found } = await whole.store.plainPool.query<{ row: Json }>(
      `select to_jsonb(t) as row from ${of.table.name} t where id = $1`,
      [id],
    );
    kept.set(id, found[0]?.row ?? {});
  }
  return kept;
}

/** Puts a row, and those of its kind that it brought along, back to how they were, so that the next act meets the same. */
async function putBack(
  whole: WholeHouse,
  { of }: Representative,
  kept: ReadonlyMap<string, Json>,
): Promise<void> {
  const table = of.table.name;
  const { rows: changed } = await whole.store.plainPool.query<{ id: string }>(
    `select id from ${table} where version <> 1 and id = any($1)`,
    [[...kept.keys()]],
  );
  for (const { id } of changed) {
    const row = kept.get(id) ?? {};
    const columns = Object.keys(row).map((name) => `"${name}" = kept."${name}"`);
    await whole.store.plainPool.query(
      `update ${table} set ${columns.join(', ')} from jsonb_populate_record(null::${table}, $1) kept
       where ${table}.id = kept.id`,
      [JSON.stringify(row)],
    );
  }
}
