import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { isForSomebody, stepsOf } from './docs/declared.ts';
import { bodies, goodAnswer, type FieldAsked, type FieldSchema } from './testing/bodies.ts';
import { nameIn, representatives, type Representative } from './testing/rows.ts';
import { everyRole, type Visitor } from './testing/visitors.ts';
import { wholeHouse, type WholeHouse } from './testing/whole-house.ts';

let whole: WholeHouse;
let rows: readonly Representative[];
/** Each row as it was made. */
const before = new Map<string, Record<string, unknown>>();
let all: Visitor;
let commands: readonly AnyCommand[];
let document: { paths: Record<string, Record<string, Operation>> };

interface Operation {
  readonly requestBody?: {
    readonly content: { 'application/json': { schema: { properties: Record<string, FieldSchema> } } };
  };
}

beforeAll(async () => {
  whole = await wholeHouse();
  rows = await representatives(whole);
  all = await everyRole(whole);
  await nameIn(whole, rows, all.id);
  await keepRows();
  commands = [...whole.house.commands.values()].filter(isForSomebody);
  document = (await whole.send({ url: '/api/openapi.json' })).json();
});
afterAll(() => whole.close());

/** A row from which the command goes; none where it makes one. */
const rowFor = (command: AnyCommand): Representative | undefined =>
  rows.find(
    ({ of, state }) =>
      of === command.lifecycle &&
      stepsOf(command).some(({ from }) => from !== 'nothing' && from.includes(state)),
  );

const addressOf = ({ lifecycle, verb }: AnyCommand, row: Representative | undefined): string =>
  `/api/${lifecycle.name}/${row ? `${row.id}/` : ''}${verb}`;

/** Puts a row back to how it was, so that the next body meets the same. */
async function putBack({ of, id }: Representative): Promise<void> {
  const kept = before.get(id) ?? {};
  const table = of.table.name;
  const columns = Object.keys(kept).map((name) => `"${name}" = kept."${name}"`);
  await whole.store.plainPool.query(
    `update ${table} set ${columns.join(', ')} from jsonb_populate_record(null::${table}, $1) kept
     where ${table}.id = kept.id`,
    [JSON.stringify(kept)],
  );
}

async function keepRows(): Promise<void> {
  for (const { of, id } of rows) {
    const { rows: found } = await whole.store.plainPool.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${of.table.name} t where id = $1`,
      [id],
    );
    before.set(id, found[0]?.row ?? {});
  }
}

async function goodBody(command: AnyCommand): Promise<Record<string, unknown>> {
  const row = rowFor(command);
  const asked = await whole.send({
    method: 'POST',
    url: `${addressOf(command, row)}?dry-run`,
    headers: all.headers,
    payload: {},
  });
  expect([command.name, asked.statusCode, asked.body]).toEqual([command.name, 200, expect.any(String)]);
  const path = addressOf(command, row).replace(row?.id ?? ' ', '{id}');
  const schema = document.paths[path]?.['post']?.requestBody?.content['application/json'].schema;
  const id = rows.find(({ of, state }) => of.name === 'enquiry' && state === 'waiting')?.id ?? '';
  const { fields } = asked.json<{ fields: FieldAsked[] }>();
  const answers = fields.map((field) => [field.name, goodAnswer(field, schema?.properties[field.name], id)]);
  return Object.fromEntries(answers);
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

describe('whatever a program sends', () => {
  test('is done, refused, or said to be wrong field by field; it is never a fault of ours', async () => {
    const wrong: string[] = [];
    for (const command of commands) {
      const good = await goodBody(command);
      const property = fc.asyncProperty(bodies(good), async (payload) => {
        const found = await answerTo(command, payload);
        if (found !== undefined) throw new Error(found);
      });
      // Always the same bodies, so that nobody's change meets what another's might have. Raise it to look further.
      const details = await fc.check(property, { numRuns: 25, seed: 2026 });
      if (details.failed)
        wrong.push(`${details.counterexample?.[0].slice(0, 300)} ${String(details.errorInstance)}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('what is there already', () => {
  test('is refused with what to do about it, where it would not be unique', async () => {
    const [one, other] = rows.filter(({ of, state }) => of.name === 'team' && state === 'active');
    expect(other).toBeUndefined();
    const headers = all.headers;
    const add = { method: 'POST', url: '/api/team/add', headers, payload: { name: 'Night team' } } as const;
    expect((await whole.send(add)).statusCode).toBe(201);
    const url = `/api/team/${one?.id}/rename`;
    const answer = await whole.send({ method: 'POST', url, headers, payload: { name: 'Night team' } });
    expect(answer.json()).toMatchObject({ status: 409, code: 'kernel.already-there' });
  });
});

describe('what only another act brings', () => {
  test('cannot be asked for by itself, at any door', async () => {
    const brought = [...whole.house.commands.values()].filter((command) => !command.alone);
    expect(brought.map(({ name }) => name)).toContain('enquiry.hear-again');
    for (const command of brought) {
      const row = rowFor(command);
      const request = { actor: person(all.id), id: row?.id, input: {}, door: 'cli' } as const;
      await expect(perform(whole.house, command, request)).rejects.toMatchObject({
        code: 'kernel.not-found',
      });
      await expect(offer(whole.house, command, request)).rejects.toMatchObject({ code: 'kernel.not-found' });
      const answer = await whole.send({
        method: 'POST',
        url: addressOf(command, row),
        headers: all.headers,
        payload: {},
      });
      expect(answer.statusCode).toBe(404);
    }
  });
});

/** What is wrong with the door's answer to this body; undefined where nothing is. */
async function answerTo(command: AnyCommand, payload: string): Promise<string | undefined> {
  const row = rowFor(command);
  const answer = await whole.app.inject({
    method: 'POST',
    url: addressOf(command, row),
    headers: {
      ...all.headers,
      'content-type': 'application/json',
      ...(row ? { 'if-match': '"1"' } : {}),
    },
    payload,
  });
  if (answer.statusCode < 300 && row) await putBack(row);
  const what = `${command.name} answers ${answer.statusCode} ${answer.body.slice(0, 300)}`;
  if (answer.statusCode >= 500) return what;
  if (readBody(command, payload) !== 'wrong') return undefined;
  const { code, errors = [] } = answer.json<Problem>();
  const named = errors.length > 0 || ['api.not-json', 'api.too-deep', 'api.shape'].includes(code);
  return [400, 422].includes(answer.statusCode) && named ? undefined : `not an input error: ${what}`;
}

/** Does the form refuse this body, by its own schema alone? */
function readBody(command: AnyCommand, payload: string): 'wrong' | 'perhaps' {
  try {
    const { _version, ...input } = Object(JSON.parse(payload === '' ? '{}' : payload)) as Record<
      string,
      unknown
    >;
    return command.input.safeParse(input).success ? 'perhaps' : 'wrong';
  } catch {
    return 'wrong';
  }
}
