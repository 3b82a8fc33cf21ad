import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endLinks } from '#features/hand-over/commands/links.ts';
import type { HandOver } from '#features/hand-over/words.ts';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import { encode, hiddenOf, type TestWeb } from '../web/testing-web.ts';
import { canary, handedOver, linkDoor, linkTo } from './testing-links.ts';
import { newToken, tokenIn } from './token.ts';

let door: TestWeb;
beforeAll(async () => {
  door = await linkDoor();
});
afterAll(() => door.close());
beforeEach(() => door.at.clock.set('2026-11-24T10:00:00Z'));

const rowOf = (id: string): Promise<HandOver> =>
  door.at.house.store
    .read<{ hand_overs: HandOver }>()
    .selectFrom('hand_overs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
let address = 0;
/** From an address of its own each time, so that no test slows another down. */
const from = (): string => `10.0.0.${(address += 1)}`;
const post = (url: string, remoteAddress: string, fields: Record<string, string>) =>
  door.app.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: encode(fields),
  });
const press = (token: string, place = from()) => post('/hand-over', place, { code: token });
const say = (deed: string, token: string, fields: Record<string, string> = {}) =>
  post(`/hand-over/${deed}`, from(), { ...fields, _code: token });
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a link', () => {
  test('opens with a press and not before: a scanner that fetches it changes nothing', async () => {
    const { id, token } = await handedOver(door, 'details');
    const before = await rowOf(id);
    for (const url of ['/hand-over', `/hand-over?code=${token}`, `/hand-over#${token}`]) {
      const { statusCode, body } = await door.get(url);
      expect(statusCode).toBe(200);
      expect(body).not.toContain('999 000');
    }
    expect(await rowOf(id)).toEqual(before);
    const opened = await press(token);
    expect(opened.statusCode).toBe(200);
    expect(opened.body).toContain(canary);
    expect(opened.headers['cache-control']).toBe('no-store');
    expect((await rowOf(id)).opened_at?.toString()).toBe('2026-11-24T10:00:00Z');
  });

  test('to details opens once, and can be seen again for the policy’s minutes', async () => {
    const { id, token } = await handedOver(door, 'details');
    await press(token);
    door.at.clock.set('2026-11-24T10:59:59Z');
    expect((await press(token)).body).toContain(canary);
    door.at.clock.set('2026-11-24T11:00:00Z');
    const late = await press(token);
    expect(late.statusCode).toBe(400);
    expect(late.body).not.toContain('999 000');
    // Nothing is lost by that: a further link opens it, and the receiver can still say that they have it.
    const another = await linkTo(door.at.house, id);
    expect((await press(another.token)).body).toContain(canary);
  });

  test('is wrong, old, ended or used: a stranger cannot tell which', async () => {
    const used = await handedOver(door, 'details');
    await press(used.token);
    await say('received', used.token, { _key: 'once' });
    const ended = await handedOver(door, 'question');
    await perform(door.at.house, endLinks, {
      actor: person(door.at.person('Olu Officer', 'communications').id),
      id: ended.id,
      input: {},
      door: 'web',
    });
    const old = await handedOver(door, 'question');
    door.at.clock.set('2026-11-24T10:00:01Z');
    const pages = [await press(newToken().token), await press(used.token)];
    door.at.clock.set('2026-12-08T10:00:00Z');
    pages.push(await press(old.token), await press('not a token at all'));
    const plain = pages.map(({ statusCode, body }) => `${statusCode} ${body}`);
    expect(new Set(plain).size).toBe(1);
    expect(plain[0]).toMatch(/^400/);
    expect(wordsOf(plain[0] ?? '')).toContain('ask the communications team for a new one');
  });

  test('that was ended opens nothing, and one made afterwards does', async () => {
    const { id, token } = await handedOver(door, 'question');
    door.at.clock.set('2026-11-24T10:05:00Z');
    await perform(door.at.house, endLinks, {
      actor: person(door.at.person('Olu Officer', 'communications').id),
      id,
      input: {},
      door: 'web',
    });
    expect((await press(token)).statusCode).toBe(400);
    const after = await linkTo(door.at.house, id);
    expect((await press(after.token)).statusCode).toBe(200);
  });

  test('is slowed down after twenty that opened nothing, from that address alone', async () => {
    const { token } = await handedOver(door, 'question');
    const guesser = from();
    for (let tries = 0; tries < 20; tries += 1)
      expect((await press(newToken().token, guesser)).statusCode).toBe(400);
    expect((await press(token, guesser)).statusCode).toBe(429);
    expect((await post('/hand-over/answered', guesser, { _code: token })).statusCode).toBe(429);
    expect((await press(token)).statusCode).toBe(200);
  });

  test('is pasted whole or as its code, by people without JavaScript', () => {
    const { token } = newToken();
    expect(tokenIn(token)).toBe(token);
    expect(tokenIn(` http://signpost.test/hand-over#${token}\n`)).toBe(token);
    expect([tokenIn(''), tokenIn('#'), tokenIn(token.slice(1)), tokenIn(`${token}x`)]).toEqual(
      Array.from({ length: 4 }),
    );
  });

  test('shows nothing of anything else', async () => {
    await handedOver(door, 'details', 'Words of another person');
    const { token } = await handedOver(door, 'details');
    expect((await press(token)).body).not.toContain('another person');
  });
});

describe('the token and what it opens', () => {
  test('stand in no log, in no table and in no line of the trail', async () => {
    const { id, token, enquiry } = await handedOver(door, 'details');
    await press(token);
    await say('received', token, { _key: 'k' });
    await press(token);
    expect(door.log()).not.toContain(token);
    expect(door.log()).not.toContain('999 000');
    const found = await everythingKept(door);
    expect(found).toContain(enquiry);
    expect(found).not.toContain(token);
    expect(found).not.toContain('999 000');
    expect(JSON.stringify(await door.at.house.store.trail.find({ row: id }))).not.toContain('999 000');
  });

  test('are sealed while they are here', async () => {
    const { id } = await handedOver(door, 'details');
    const { content, content_digest: digest } = await rowOf(id);
    expect(String(content)).toMatch(/^v1\./);
    expect(String(digest)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('saying that one has it', () => {
  test('wipes details here, once, however often it is pressed', async () => {
    const { id, token } = await handedOver(door, 'details');
    const page = await press(token);
    const { _key } = hiddenOf(page.body);
    const both = await Promise.all([1, 2].map(() => say('received', token, { _key: _key ?? '' })));
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await say('received', token, { _key: _key ?? '' })).statusCode).toBe(200);
    expect(await rowOf(id)).toMatchObject({ state: 'taken', content: null });
    const lines = await door.at.house.store.trail.find({ row: id, command: 'hand-over.receive' });
    expect(lines).toHaveLength(1);
    expect((await say('received', token, { _key: 'another press' })).statusCode).toBe(400);
  });

  test('is the reading itself of a question, which stays open until it is answered', async () => {
    const { id, token } = await handedOver(door, 'question');
    await press(token);
    expect(await rowOf(id)).toMatchObject({ state: 'received', acknowledge_by: null });
    door.at.clock.set('2026-11-25T10:00:00Z');
    expect((await press(token)).body).toContain(canary);
  });
});

/** Every row of every table, as text. */
async function everythingKept({ at }: TestWeb): Promise<string> {
  const db = at.house.store.read<{
    'information_schema.tables': { table_schema: string; table_name: string };
  }>();
  const tables = await db
    .selectFrom('information_schema.tables')
    .select(['table_schema', 'table_name'])
    .where('table_schema', 'in', ['public', 'pgboss'])
    .execute();
  const all = await Promise.all(
    tables.map(async ({ table_schema: schema, table_name: name }) => {
      const read = at.house.store.read<Record<string, object>>();
      return JSON.stringify(await read.withSchema(schema).selectFrom(name).selectAll().execute());
    }),
  );
  return all.join('\n');
}
