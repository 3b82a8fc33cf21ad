import { Writable } from 'node:stream';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { api } from './index.ts';
import { parcels } from './testing-room.ts';

let at: TestHouse;
let app: FastifyInstance;
let log = '';
const tokens = new Map<string, Actor>();
let ann: Sent;
let olu: Sent;
let dee: Sent;
type Sent = Record<string, string>;

const signedIn = (name: string, ...grants: Role[]): Sent => {
  const actor = at.person(name, ...grants);
  tokens.set(actor.id, actor);
  return { authorization: `Bearer ${actor.id}` };
};

beforeAll(async () => {
  at = await testHouse({ rooms: [parcels] });
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      log += chunk.toString();
      done();
    },
  });
  app = fastify({ logger: { level: 'info', stream: sink } });
  // The web door takes forms on the same server: they must not reach this one.
  await app.register(formbody);
  await api(app, at.house, {
    async actorOf(headers) {
      const token = headers.get('authorization')?.replace('Bearer ', '');
      if (token === 'away') throw new StoreAway('the connection was lost', { retryAfterSeconds: 3 });
      return token === undefined ? undefined : tokens.get(token);
    },
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await at.close();
});
beforeEach(() => {
  ann = signedIn('Ann Sender');
  olu = signedIn('Olu Officer', 'communications');
  dee = signedIn('Dee Director', 'director');
});

const good = { contents: 'Books', kinds: ['heavy'], collect: '2026-11-19T09:00:00Z', urgent: false };
const send = (url: string, headers: Sent, body?: unknown) =>
  app.inject({ method: 'POST', url, headers, ...(body === undefined ? {} : { payload: body as object }) });
const posted = async (headers: Sent = ann): Promise<string> => {
  const response = await send('/api/parcel/post', headers, good);
  expect(response.statusCode).toBe(201);
  return response.json<{ id: string }>().id;
};

describe('a command', () => {
  test('makes its row, and answers with the clause on whose authority it was done', async () => {
    const response = await send('/api/parcel/post', ann, good);
    expect(response.statusCode).toBe(201);
    const done = response.json<Record<string, unknown>>();
    expect(done).toMatchObject({ state: 'waiting', version: 1, home: `/parcels/${String(done['id'])}` });
    expect(done['citation']).toMatchObject({ rule: 'inbox.answer', policy: 'icb002/1.0' });
    expect(response.headers).toMatchObject({
      etag: '"1"',
      location: `/api/parcel/${String(done['id'])}/offers`,
      'cache-control': 'no-store',
    });
    const [line] = await at.house.store.trail.find({ row: String(done['id']) });
    expect(line?.entry).toMatchObject({ command: 'parcel.post', door: 'api' });
  });

  test('takes the version by header or in the body, and demands it where nobody’s work may be lost', async () => {
    const id = await posted();
    const url = `/api/parcel/${id}/route`;
    expect((await send(url, ann, { depot: 'north' })).statusCode).toBe(428);
    expect((await send(url, { ...ann, 'if-match': '"1"' }, { depot: 'north' })).json()).toMatchObject({
      version: 2,
    });
    expect((await send(url, ann, { depot: 'south', _version: 2 })).json()).toMatchObject({ version: 3 });
    const stale = await send(url, ann, { depot: 'north', _version: 2 });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({
      code: 'kernel.changed-since',
      type: '/help/refusals/kernel.changed-since',
    });
    expect((await send(url, { ...ann, 'if-match': '"3"' }, { depot: 'north', _version: 2 })).statusCode).toBe(
      400,
    );
    expect((await send(url, { ...ann, 'if-match': 'W/"x"' }, { depot: 'north' })).statusCode).toBe(400);
    expect((await send(url, ann, { depot: 'north', _version: '3' })).statusCode).toBe(422);
  });

  test('with one key is done once, also when six arrive at the same moment', async () => {
    const headers = { ...ann, 'idempotency-key': 'one-key' };
    const responses = await Promise.all(
      Array.from({ length: 6 }, () => send('/api/parcel/post', headers, good)),
    );
    const ids = responses.map((response) => response.json<{ id: string }>().id);
    expect(new Set(ids).size).toBe(1);
    expect(await at.house.store.trail.find({ row: ids[0] ?? '' })).toHaveLength(1);
    const other = await send('/api/parcel/post', headers, { ...good, contents: 'Lamps' });
    expect(other.json()).toMatchObject({ status: 409, code: 'kernel.key-used' });
    expect(
      (await send('/api/parcel/post', { ...ann, 'idempotency-key': 'two words' }, good)).statusCode,
    ).toBe(400);
  });

  test('as a dry run says what it would ask, and does nothing', async () => {
    const id = await posted();
    const response = await send(`/api/parcel/${id}/route?dry-run`, ann);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      command: 'parcel.route',
      version: 1,
      citation: { rule: 'inbox.answer' },
      fields: [
        {
          name: 'depot',
          kind: 'choice',
          optional: false,
          choices: [
            { id: 'north', name: 'North' },
            { id: 'south', name: 'South' },
          ],
        },
        { name: 'note', optional: true },
      ],
    });
    expect(await at.house.store.trail.find({ row: id })).toHaveLength(1);
    expect(
      (await send(`/api/parcel/${id}/route?dryrun`, { ...ann, 'if-match': '"1"' }, { depot: 'north' }))
        .statusCode,
    ).toBe(422);
    expect((await send('/api/parcel/post?dry-run=true', ann)).json()).toMatchObject({
      command: 'parcel.post',
    });
  });

  test('of the program alone has no address', async () => {
    expect((await send('/api/parcel/take-in', olu, {})).statusCode).toBe(404);
  });

  test('without fields may come without a body', async () => {
    const id = await posted();
    expect((await send(`/api/parcel/${id}/deliver`, olu)).json()).toMatchObject({ state: 'delivered' });
  });
});

describe('a problem', () => {
  test('in the input names every field at once', async () => {
    const response = await send('/api/parcel/post', ann, {
      contents: '',
      kinds: ['soft'],
      urgent: false,
      state: 'delivered',
    });
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const { errors } = response.json<{ errors: { field: string; message: string }[] }>();
    expect(errors.map(({ field }) => field).sort()).toEqual(['collect', 'contents', 'kinds', 'state']);
    expect(errors).toContainEqual({ field: 'contents', message: 'Say what is in it' });
    expect(errors).toContainEqual({ field: 'state', message: 'There is no field “state” here' });
    const id = await posted();
    const choice = await send(`/api/parcel/${id}/route`, ann, { depot: 'west', _version: 1 });
    expect(choice.json()).toMatchObject({ status: 400, errors: [{ field: 'depot' }] });
  });

  test('of rights says who could, in the order: not seen, not now, not yours, someone else', async () => {
    const id = await posted();
    const stranger = signedIn('Sam Stranger');
    expect((await send(`/api/parcel/${id}/deliver`, stranger)).json()).toMatchObject({
      status: 404,
      code: 'kernel.not-found',
    });
    const notYours = await send(`/api/parcel/${id}/deliver`, ann);
    expect(notYours.json()).toMatchObject({
      status: 403,
      code: 'kernel.not-yours',
      whoCould: ['communications officer'],
    });
    const own = await posted(olu);
    expect((await send(`/api/parcel/${own}/deliver`, olu)).json()).toMatchObject({
      status: 403,
      code: 'kernel.someone-else',
    });
    await send(`/api/parcel/${id}/deliver`, olu);
    expect((await send(`/api/parcel/${id}/deliver`, olu)).json()).toMatchObject({
      status: 409,
      code: 'kernel.not-now',
    });
  });

  test('of identity is 401 only where there are no credentials, and 503 where nobody can know', async () => {
    const none = await send('/api/parcel/post', {}, good);
    expect(none.statusCode).toBe(401);
    expect(none.headers['www-authenticate']).toContain('Bearer');
    expect((await send('/api/parcel/post', { authorization: 'Bearer old' }, good)).statusCode).toBe(401);
    for (const response of [
      await send('/api/parcel/post', { authorization: 'Bearer away' }, good),
      await app.inject({ url: '/api/parcels/waiting', headers: { authorization: 'Bearer away' } }),
      await app.inject({ url: '/api/parcels/hours', headers: { authorization: 'Bearer away' } }),
    ]) {
      expect(response.statusCode).toBe(503);
      expect(response.headers['retry-after']).toBe('3');
      expect(response.json()).toMatchObject({ code: 'api.away' });
    }
  });

  test('of ours has a reference number, and what it says stays out of answer and log', async () => {
    const id = await posted();
    await send(`/api/parcel/${id}/deliver`, olu);
    log = '';
    const response = await send(`/api/parcel/${id}/burst`, dee);
    const { reference } = response.json<{ reference: string }>();
    expect(response.statusCode).toBe(500);
    expect(log).toContain(reference);
    expect(log + response.body).not.toContain('canary');
  });

  test('of the address is 404, of the method 405 with what it takes', async () => {
    expect((await send('/api/parcel/fly', ann, {})).json()).toMatchObject({
      status: 404,
      code: 'api.no-route',
    });
    const response = await app.inject({ method: 'PUT', url: '/api/parcel/post', headers: ann });
    expect(response.json()).toMatchObject({ status: 405, code: 'api.method' });
    expect(response.headers['allow']).toBe('POST');
    expect((await app.inject({ method: 'DELETE', url: '/api/parcels/hours' })).headers['allow']).toBe(
      'GET, HEAD',
    );
    for (const url of [
      '/api/parcel/post/',
      '/api//parcel/post',
      '/api/Parcel/post',
      '/api/parcel/%70ost/x',
    ]) {
      expect((await send(url, {}, good)).statusCode).toBe(404);
    }
  });

  test('of shape is 422: lists for scalars, objects, too deep, not an object', async () => {
    const post = (body: unknown) => send('/api/parcel/post', ann, body);
    for (const name of ['contents', 'collect', 'urgent']) {
      for (const value of [['x'], { x: 1 }, [[]]])
        expect((await post({ ...good, [name]: value })).statusCode).toBe(422);
    }
    const deep = `{"contents":${'['.repeat(40)}${']'.repeat(40)}}`;
    const json = { ...ann, 'content-type': 'application/json' };
    for (const payload of [deep, '[1]', '"text"', '{"__proto__":{"a":1}}', '{"constructor":[1]}']) {
      const response = await app.inject({ method: 'POST', url: '/api/parcel/post', headers: json, payload });
      expect(response.statusCode).toBe(422);
    }
    const broken = await app.inject({
      method: 'POST',
      url: '/api/parcel/post',
      headers: json,
      payload: '{"contents":',
    });
    expect(broken.json()).toMatchObject({ status: 400, code: 'api.not-json' });
  });

  test('of the envelope: another type is 415, too large is 413, another site is 403', async () => {
    const url = '/api/parcel/post';
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
    ]) {
      const response = await app.inject({
        method: 'POST',
        url,
        headers: { ...ann, 'content-type': type },
        payload: JSON.stringify(good),
      });
      expect(response.statusCode).toBe(415);
    }
    expect((await send(url, ann, { contents: 'x'.repeat(1_048_576) })).json()).toMatchObject({
      status: 413,
      code: 'api.too-large',
    });
    expect((await send(url, { ...ann, 'sec-fetch-site': 'cross-site' }, good)).statusCode).toBe(403);
    expect((await send(url, { ...ann, origin: 'https://evil.test' }, good)).statusCode).toBe(403);
    expect((await send(url, { ...ann, origin: 'null' }, good)).statusCode).toBe(403);
    expect(
      (await send(url, { ...ann, host: 'signpost.test', origin: 'https://signpost.test' }, good)).statusCode,
    ).toBe(201);
  });
});

const ask = (query: string) => app.inject({ url: `/api/parcels/waiting?${query}`, headers: ann });

test('a person may send sixty at once and is then told to wait; another is not', async () => {
  const url = '/api/parcels/many?rows=1';
  for (let sent = 0; sent < 60; sent += 1)
    expect((await app.inject({ url, headers: ann })).statusCode).toBe(200);
  const told = await app.inject({ url, headers: ann });
  expect(told.json()).toMatchObject({ status: 429, code: 'api.too-many' });
  expect(told.headers['retry-after']).toMatch(/^[1-3]$/);
  expect((await app.inject({ url, headers: olu })).statusCode).toBe(200);
});

describe('a question', () => {
  test('answers what this person may see, and only what it declares', async () => {
    const contents = `Secret ${Math.trunc(performance.now())}`;
    const { id } = (await send('/api/parcel/post', ann, { ...good, contents })).json<{ id: string }>();
    await send(`/api/parcel/${id}/lock`, dee, { key: 'the canary key' });
    const url = `/api/parcels/waiting?${new URLSearchParams({ contents })}`;
    const own = await app.inject({ url, headers: ann });
    expect(own.json()).toEqual({ kinds: [], rows: [{ id, contents, collectAt: '2026-11-19T09:00:00Z' }] });
    expect((await app.inject({ url, headers: signedIn('Sam Stranger') })).json()).toEqual({
      kinds: [],
      rows: [],
    });
  });

  test('reads lists, and refuses what it does not know', async () => {
    expect((await ask('kinds=heavy&kinds=fragile')).json()).toMatchObject({ kinds: ['heavy', 'fragile'] });
    expect((await ask('kinds=heavy')).json()).toMatchObject({ kinds: ['heavy'] });
    expect((await ask('contents=a&contents=b')).statusCode).toBe(422);
    expect((await ask('colour=red')).json()).toMatchObject({ status: 400, errors: [{ field: 'colour' }] });
    expect((await ask('_version=1')).statusCode).toBe(422);
    expect((await ask('kinds=soft')).statusCode).toBe(400);
  });

  test('of the public needs nobody; any other is 401 for nobody', async () => {
    expect((await app.inject('/api/parcels/hours')).json()).toEqual({ open: '9am to 5pm' });
    expect((await app.inject('/api/parcels/waiting')).statusCode).toBe(401);
  });

  test('never answers with more than 200 rows', async () => {
    expect((await app.inject({ url: '/api/parcels/many?rows=200', headers: ann })).json()).toHaveLength(200);
    expect((await app.inject({ url: '/api/parcels/many?rows=201', headers: ann })).json()).toMatchObject({
      status: 422,
      code: 'api.too-much',
    });
  });
});

test('what may I do with this: what is mine to do, and who could do the rest', async () => {
  const id = await posted();
  const response = await app.inject({ url: `/api/parcel/${id}/offers`, headers: ann });
  const { offers, ...row } = response.json<{
    offers: { command: string; refused?: { whoCould: string[] } }[];
  }>();
  expect(row).toMatchObject({ id, kind: 'parcel', state: 'waiting', version: 1, home: `/parcels/${id}` });
  const byName = new Map(offers.map((one) => [one.command, one]));
  expect([...byName.keys()].sort()).toEqual(['parcel.deliver', 'parcel.lock', 'parcel.route']);
  expect(byName.get('parcel.route')).toMatchObject({
    address: `/api/parcel/${id}/route`,
    wantsVersion: true,
  });
  expect(byName.get('parcel.route')).not.toHaveProperty('refused');
  expect(byName.get('parcel.deliver')?.refused?.whoCould).toEqual(['communications officer']);
  for (const unseen of [
    `/api/parcel/${id}/offers`,
    '/api/parcel/undefined/offers',
    "/api/parcel/';--/offers",
  ]) {
    expect((await app.inject({ url: unseen, headers: signedIn('Sam Stranger') })).statusCode).toBe(404);
  }
  expect((await app.inject(`/api/parcel/${id}/offers`)).statusCode).toBe(401);
});
