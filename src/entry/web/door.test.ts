import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { House } from '#kernel/house.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { encode, hiddenOf, testWeb, type TestWeb } from './testing-web.ts';

let door: TestWeb;
let olu: Record<string, string>;
beforeAll(async () => {
  door = await testWeb();
});
afterAll(() => door.close());
beforeEach(() => {
  olu = door.sit('Olu Officer', 'communications');
});

const form = 'application/x-www-form-urlencoded';
const write = {
  title: 'Hello',
  office: 'north',
  'from-day': '1',
  'from-month': '1',
  'from-year': '2027',
  token: 't',
};

const places = (html: string) =>
  [...html.matchAll(/navigation-link" href="([^"]+)"/g)].map((match) => match[1]);

describe('pages', () => {
  test('are for those who may ask', async () => {
    expect((await door.get('/notes', olu)).statusCode).toBe(200);
    expect((await door.get('/secrets', olu)).statusCode).toBe(404);
    expect((await door.get('/secrets', door.sit('Gil', 'guardian'))).statusCode).toBe(200);
    expect((await door.get('/rules')).statusCode).toBe(200);
  });
  test('of staff send a stranger to sign in, and back', async () => {
    const answer = await door.get('/notes?view=mine');
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/sign-in?back=%2Fnotes%3Fview%3Dmine',
    ]);
  });
  test('a person who has left is a stranger', async () => {
    expect(
      (await door.get('/notes', { cookie: 'person=0190a1b2-0000-7000-8000-00000000aaaa' })).statusCode,
    ).toBe(303);
  });
  test('the header leads to places with pages that are open to this person, and no others', async () => {
    expect(places((await door.get('/', olu)).body)).toEqual(['/notes', '/rules']);
    expect(places((await door.get('/', door.sit('Gil', 'guardian'))).body)).toEqual([
      '/notes',
      '/rules',
      '/secrets',
    ]);
    expect(places((await door.get('/')).body)).toEqual(['/rules']);
  });
  test('the first page is the way in for the public, and today for staff', async () => {
    expect((await door.get('/')).body).toContain('Social media at Harbourside Health Board');
    expect((await door.get('/', olu)).body).toContain('Nothing needs you now');
  });
  test.each([
    '/notes/',
    '//notes',
    '/Notes',
    '/notes/../secrets',
    '/notes%2f',
    '/%6eotes/',
    '/secrets/.',
    '/.env',
    '/assets/../package.json',
    '/assets/%2e%2e%2fpackage.json',
    '/assets/..%5cpackage.json',
    '/assets/%00',
  ])('%s opens nothing', async (path) => {
    const answer = await door.get(path, olu);
    expect([303, 400, 403, 404]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('Secrets</h1>');
  });
  test('every refusal has its page', async () => {
    // More of them than one person may ask for in a burst.
    const open = await testWeb({ options: () => ({ requestsPerSecond: 1_000 }) });
    const list = await open.get('/help/refusals');
    const codes = [...list.body.matchAll(/href="\/help\/refusals\/([^"]+)"/g)].map((match) => match[1]);
    expect(codes).toContain('kernel.not-yours');
    for (const code of codes) expect((await open.get(`/help/refusals/${code}`)).statusCode).toBe(200);
    await open.close();
    expect((await door.get('/help/refusals/no.such')).statusCode).toBe(404);
    expect((await door.get('/help/keys')).statusCode).toBe(200);
    expect((await door.get('/help/security')).statusCode).toBe(200);
  });
});

describe('headers', () => {
  test('allow no script, style or frame of others', async () => {
    const { headers } = await door.get('/', olu);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  });
  test('are on pages that say no as well', async () => {
    for (const answer of [
      await door.get('/nowhere'),
      await door.get('/secrets', olu),
      await door.post('/notes', {}),
    ]) {
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });
  test('let assets be kept for ever, compressed', async () => {
    const page = await door.get('/');
    const [sheet = ''] = [...page.body.matchAll(/href="(\/assets\/nhsuk\.[^"]+)"/g)].map((match) => match[1]);
    const asset = await door.get(sheet, { 'accept-encoding': 'br' });
    expect(asset.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/css; charset=utf-8',
    });
    expect(asset.headers['cache-control']).toContain('immutable');
  });
});

const send = (headers: Record<string, string>) =>
  door.app.inject({
    method: 'POST',
    url: '/do/web-note.write',
    headers: { 'content-type': form, ...olu, ...headers },
    payload: encode(write),
  });

describe('who sent it', () => {
  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of our domain', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a hidden origin', { origin: 'null' }],
    ['our name with more behind it', { origin: 'http://signpost.test.evil.example' }],
    ['nobody who says where from', {}],
    ['another site that adds our origin', { 'sec-fetch-site': 'cross-site', origin: 'http://signpost.test' }],
  ])('from %s: nothing is done', async (_, headers) => {
    const answer = await send(headers);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('nothing was done');
  });
  test.each<[string, Record<string, string>]>([
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['our own origin, by an older browser', { origin: 'http://signpost.test' }],
    ['the host asked', { origin: 'http://localhost:80' }],
  ])('from %s: it is read', async (_, headers) => {
    expect((await send(headers)).statusCode).toBe(400);
  });
});

describe('what is sent', () => {
  const own = { 'sec-fetch-site': 'same-origin' };
  test.each([
    'application/json',
    'application/json x',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('%s is no form', async (type) => {
    const answer = await door.app.inject({
      method: 'POST',
      url: '/do/web-note.write',
      headers: { ...own, ...olu, 'content-type': type },
      payload: '{"title":"x"}',
    });
    expect(answer.statusCode).toBe(415);
  });
  test('more than a million characters are too many', async () => {
    const answer = await door.post('/do/web-note.write', olu, { title: 'x'.repeat(1024 * 1024) });
    expect(answer.statusCode).toBe(413);
  });
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('%s is not asked here', async (method) => {
    const answer = await door.app.inject({ method, url: '/notes', headers: { ...own, ...olu } });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });
  test('names of an object’s own machinery are names like any other', async () => {
    const answer = await door.post('/do/web-note.write', olu, {
      ...write,
      __proto__: 'x',
      constructor: 'x',
      toString: 'x',
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe('too much', () => {
  test('a burst of sixty passes, the next is told to wait; another person is not', async () => {
    const hasty = door.sit('Hal Hasty', 'communications');
    const answers = [];
    for (let sent = 0; sent < 61; sent += 1) answers.push(await door.get('/help/keys', hasty));
    expect(answers.filter((one) => one.statusCode === 200)).toHaveLength(60);
    const refused = answers.find((one) => one.statusCode === 429);
    expect(refused?.headers['retry-after']).toBeDefined();
    expect(refused?.body).toContain('Wait a few seconds');
    expect((await door.get('/help/keys', olu)).statusCode).toBe(200);
  });
});

describe('a fault of ours', () => {
  test('has a reference that stands in the log, and the log has none of the words', async () => {
    const written = await door.post('/do/web-note.write', olu, {
      ...write,
      'until-day': '1',
      'until-month': '1',
      'until-year': '2027',
      'until-time': '10:00',
    });
    const id = String(written.headers.location).replace('/notes/', '');
    const { statusCode, body } = await door.post(`/do/web-note.break/${id}`, olu, {
      title: 'canary-in-the-mine',
    });
    expect(statusCode).toBe(500);
    const reference = /reference <strong>(\w{8})<\/strong>/.exec(body)?.[1] ?? 'none';
    expect(body).toContain('<div class="sp-typed">canary-in-the-mine</div>');
    expect(body).not.toContain('the shelf gave way');
    expect(door.log()).toContain(reference);
    expect(door.log()).toContain('the shelf gave way');
    expect(door.log()).not.toContain('canary-in-the-mine');
  });
});

describe('machines', () => {
  test('health', async () => {
    expect((await door.get('/health')).json()).toEqual({ status: 'ok', failedJobs: 0 });
  });
  test.each(['/security.txt', '/.well-known/security.txt'])('%s says whom to tell', async (path) => {
    const { body, headers } = await door.get(path);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toContain('Contact: http://signpost.test/help/security\n');
    expect(body).toContain('Expires: 2027-05-19T10:00:00Z\n');
  });
});

const away = async (): Promise<never> => {
  throw new StoreAway('the connection was lost', { retryAfterSeconds: 3 });
};

describe('while the database is away', () => {
  let other: TestWeb;
  beforeAll(async () => {
    other = await testWeb({
      house: (house: House) => ({
        ...house,
        store: { ...house.store, write: away, trail: { ...house.store.trail, head: away } },
      }),
      options: () => ({
        signIn: {
          async actorOf(headers) {
            if (headers.get('cookie') === 'away') return away();
            const id = /person=([0-9a-f-]+)/.exec(headers.get('cookie') ?? '')?.[1];
            return id === undefined ? undefined : { kind: 'person', id };
          },
        },
      }),
    });
  });
  afterAll(() => other.close());

  test('a form keeps everything, and can be sent again with the same key', async () => {
    const who = other.sit('Olu Officer', 'communications');
    const full = {
      ...write,
      'until-day': '1',
      'until-month': '1',
      'until-year': '2027',
      'until-time': '10:00',
      _key: 'k1',
    };
    const { statusCode, body, headers } = await other.post('/do/web-note.write', who, full);
    expect([statusCode, headers['retry-after']]).toEqual([503, '3']);
    expect(body).toContain('<div class="sp-typed">Hello</div>');
    expect(body).toContain('<input type="hidden" name="until-time" value="10:00"/>');
    expect(hiddenOf(body)['_key']).toBe('k1');
    expect(body).not.toContain('http-equiv');
  });
  test('a page loads itself again, and nobody is called signed out', async () => {
    const { statusCode, body, headers } = await other.get('/notes', { cookie: 'away' });
    expect([statusCode, headers['retry-after']]).toEqual([503, '3']);
    expect(body).toContain('<meta http-equiv="refresh" content="3; url=/notes"/>');
    expect(body).toContain('catching its breath');
  });
  test('health says so', async () => {
    expect((await other.get('/health')).statusCode).toBe(503);
  });
  test('assets are still there', async () => {
    const page = await other.get('/notes', { cookie: 'away' });
    const script = /src="(\/assets\/[^"]+)"/.exec(page.body)?.[1] ?? '';
    expect((await other.get(script, { cookie: 'away' })).statusCode).toBe(200);
  });
});
