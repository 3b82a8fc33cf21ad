import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { brokenOut, payloads } from '#screens/testing-payloads.ts';
import { hiddenOf, testWeb, type Fields, type TestWeb } from './testing-web.ts';

let door: TestWeb;
let olu: Record<string, string>;
let dee: Record<string, string>;
beforeAll(async () => {
  door = await testWeb();
});
afterAll(() => door.close());
beforeEach(() => {
  olu = door.sit('Olu Officer', 'communications');
  dee = door.sit('Dee Director', 'director');
});

const good: Fields = {
  title: 'Clinic on Saturday',
  words: 'First\r\nsecond',
  office: 'south',
  'from-day': '1',
  'from-month': '12',
  'from-year': '2026',
  'until-day': '2',
  'until-month': '12',
  'until-year': '2026',
  'until-time': '9:30',
  sure: 'yes',
  token: 'a-secret-nobody-sees',
};
let count = 0;
const key = () => `key-${(count += 1)}`;

async function written(fields: Fields = {}, headers = olu): Promise<string> {
  const answer = await door.post('/do/web-note.write', headers, { ...good, _key: key(), ...fields });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location).replace('/notes/', '');
}

describe('a form', () => {
  test('is shown with its questions, what it does, and the clause', async () => {
    const { statusCode, body } = await door.get('/do/web-note.write', olu);
    expect(statusCode).toBe(200);
    expect(body).toContain('<h1 class="nhsuk-heading-l">Write a note</h1>');
    expect(body).toContain('Keeps what you write');
    expect(body).toMatch(/class="sp-cite sp-cite--\w+" href="\/policy\//);
  });
  test('is done, says so once under its clause, and leads to the row', async () => {
    const answer = await door.post('/do/web-note.write', olu, { ...good, _key: key() });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toMatch(/^\/notes\/[0-9a-f-]{36}$/);
    const cookie = answer.cookies.find((one) => one.name === 'signpost-done');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 60 });
    const flashed = { cookie: `${olu['cookie']}; signpost-done=${cookie?.value}` };
    const page = await door.get(String(answer.headers.location), flashed);
    expect(page.body).toContain('data-done="/do/web-note.write"');
    expect(page.body).toContain('<strong>Done:</strong> write a note');
    expect(page.cookies.find((one) => one.name === 'signpost-done')?.value).toBe('');
  });
  test('stores what was typed: zones, dates and line ends as people mean them', async () => {
    const id = await written();
    const { body } = await door.get(`/notes`, olu);
    expect(body).toContain('First\nsecond');
    const [line] = await door.at.house.store.trail.find({ kind: 'web-note', row: id });
    expect(line?.entry).toMatchObject({ command: 'web-note.write', door: 'web' });
    expect(JSON.stringify(line)).not.toContain('Clinic');
  });
  test('comes back with every error at its field and everything kept', async () => {
    const { statusCode, body } = await door.post('/do/web-note.write', olu, {
      ...good,
      title: '  ',
      office: 'west',
      'from-month': '13',
      'until-time': '25:00',
      _key: 'kept-key',
      _back: '/notes?view=mine',
    });
    expect(statusCode).toBe(400);
    expect(body).toContain('<title>Error: Write a note');
    for (const message of ['Give it a title', 'Choose again', 'Give a real date', 'Give a date and a time']) {
      expect(body.split(message)).toHaveLength(3);
    }
    expect(body).toContain('>First\nsecond</textarea>');
    expect(body).toContain('value="25:00"');
    expect(hiddenOf(body)).toMatchObject({ _key: 'kept-key', _back: '/notes?view=mine' });
    expect(body).not.toContain('a-secret-nobody-sees');
  });
  test('refuses a field that it does not have', async () => {
    const { statusCode, body } = await door.post('/do/web-note.write', olu, {
      ...good,
      state: 'done',
      clause: '1',
    });
    expect(statusCode).toBe(400);
    expect(body).toContain('There is no field “state” here');
  });
  test('begins with what the address says, but takes no secret from it', async () => {
    const { body } = await door.get('/do/web-note.write?title=Hello&token=x&_back=/notes', olu);
    expect(body).toMatch(/name="title" value="Hello"/);
    expect(body).toMatch(/type="password"(?![^>]*value)/);
    expect(hiddenOf(body)['_back']).toBe('/notes');
  });
  test('to change a row it begins with what the row holds; what somebody typed goes before it', async () => {
    const id = await written();
    const page = await door.get(`/do/web-note.edit/${id}`, olu);
    expect(page.body).toMatch(/name="title" value="Clinic on Saturday"/);
    const again = await door.post(`/do/web-note.edit/${id}`, olu, { ...hiddenOf(page.body), title: ' ' });
    expect(again.statusCode).toBe(400);
    expect(again.body).not.toMatch(/name="title" value="Clinic on Saturday"/);
  });
  test('shows what it is about above it', async () => {
    const id = await written();
    const { body } = await door.get(`/do/web-note.edit/${id}`, olu);
    expect(body).toContain('<p class="about-the-note">Clinic on Saturday</p>');
  });
  test('shows what it is about above a form that makes something, and again where that is wrong', async () => {
    const about = '<p class="about-the-new-note">Hello</p>';
    expect((await door.get('/do/web-note.write?title=Hello', olu)).body).toContain(about);
    expect((await door.get('/do/web-note.write', olu)).body).not.toContain('about-the-new-note');
    const again = await door.post('/do/web-note.write', olu, { title: 'Hello', _key: key() });
    expect([again.statusCode, again.body.includes(about)]).toEqual([400, true]);
  });
  test('and its own page shows what other rooms say beside it', async () => {
    const { body } = await door.get(`/notes/${await written()}`, olu);
    expect(body).toContain('<section class="beside-the-note">Clinic on Saturday</section>');
  });
  test('pressed twice is done once', async () => {
    const fields = { ...good, title: 'Only once', _key: key() };
    const answers = await Promise.all([1, 2, 3].map(() => door.post('/do/web-note.write', olu, fields)));
    expect(new Set(answers.map((one) => one.headers.location)).size).toBe(1);
    const list = await door.get('/notes', olu);
    expect(list.body.split('Only once')).toHaveLength(2);
  });
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/%0d%0aset-cookie:x=1 ',
    'javascript:alert(1)',
  ])('never leads away to %s', async (back) => {
    const answer = await door.post('/do/web-note.write', olu, { ...good, _key: key(), _back: back });
    expect(answer.headers.location).toMatch(/^\/notes\/[0-9a-f-]{36}$/);
  });
});

describe('a verb without questions', () => {
  test('is pressed on the page, and who could do the rest is said', async () => {
    const id = await written();
    const page = await door.get(`/notes/${id}`, olu);
    expect(page.body).toContain(`action="/do/web-note.claim/${id}"`);
    expect(page.body).toContain('<strong>Finish it:</strong> director of communications');
    const done = await door.post(`/do/web-note.claim/${id}`, olu, { _key: key() });
    expect(done.headers.location).toBe(`/notes/${id}`);
  });
});

describe('a refusal', () => {
  test('of the policy has its clause, what to do instead, and what was typed', async () => {
    const id = await written();
    const { statusCode, body } = await door.post(`/do/web-note.shout/${id}`, olu, {
      title: 'HELLO',
      _key: key(),
    });
    expect(statusCode).toBe(409);
    expect(body).toContain('“HELLO” is too loud.');
    expect(body).toContain('Say it more quietly.');
    expect(body).toContain('class="sp-cite');
    expect(body).toContain('<div class="sp-typed">HELLO</div>');
    expect(body).toContain('/help/refusals/web-test.too-loud');
  });
  test('says who could', async () => {
    const id = await written();
    const { statusCode, body } = await door.post(`/do/web-note.finish/${id}`, olu, { _key: key() });
    expect(statusCode).toBe(403);
    expect(body).toContain('<li>director of communications</li>');
  });
  test('of what is not there and of what is not seen are the same page', async () => {
    const id = await written();
    const sam = door.sit('Sam Staff');
    const never = '0190a1b2-0000-7000-8000-00000000ffff';
    const [hidden, missing] = [await door.get(`/notes/${id}`, sam), await door.get(`/notes/${never}`, sam)];
    expect([hidden.statusCode, missing.statusCode]).toEqual([404, 404]);
    expect(hidden.body).toBe(missing.body);
    for (const verb of ['claim', 'edit']) {
      expect((await door.get(`/do/web-note.${verb}/${id}`, sam)).statusCode).toBe(404);
      expect(
        (await door.post(`/do/web-note.${verb}/${id}`, sam, { title: 'x', _version: '1' })).statusCode,
      ).toBe(404);
    }
  });
  test.each([
    '/do/web-note.claim/undefined',
    '/do/web-note.claim',
    '/do/nothing.here',
    '/do/web-note.write/1',
    '/do/web-note.claim/%2e%2e',
  ])('%s is nothing', async (path) => {
    expect((await door.post(path, olu, {})).statusCode).toBe(404);
    expect((await door.get(path, olu)).statusCode).toBe(404);
  });
  test('after it is over says what it is now', async () => {
    const id = await written();
    await door.post(`/do/web-note.finish/${id}`, dee, { _key: key() });
    const { statusCode, body } = await door.post(`/do/web-note.claim/${id}`, olu, { _key: key() });
    expect(statusCode).toBe(409);
    expect(body).toContain('This cannot be done now: it is done.');
  });
});

describe('somebody was quicker', () => {
  test('their change stands; the form is there again with what was typed and the version of now', async () => {
    const id = await written();
    const first = await door.post(`/do/web-note.edit/${id}`, olu, {
      title: 'Theirs',
      _version: '1',
      _key: key(),
    });
    expect(first.statusCode).toBe(303);
    const { statusCode, body } = await door.post(`/do/web-note.edit/${id}`, olu, {
      title: 'Mine',
      _version: '1',
      _key: key(),
    });
    expect(statusCode).toBe(409);
    expect(body).toContain('Somebody changed this while you had it open.');
    expect(body).toMatch(/name="title" value="Mine"/);
    const again = await door.post(`/do/web-note.edit/${id}`, olu, { title: 'Mine', ...hiddenOf(body) });
    expect(again.statusCode).toBe(303);
    expect((await door.get(`/notes/${id}`, olu)).body).toContain('>Mine</h1>');
  });
  test('a form that was sent before with other words is there again, with a key of its own', async () => {
    const used = key();
    const fields = { ...good, title: 'First sent', _key: used };
    expect((await door.post('/do/web-note.write', olu, fields)).statusCode).toBe(303);
    const { statusCode, body } = await door.post('/do/web-note.write', olu, {
      ...fields,
      title: 'Then sent',
    });
    expect(statusCode).toBe(409);
    expect(body).toMatch(/name="title" value="Then sent"/);
    expect(hiddenOf(body)['_key']).not.toBe(used);
    const again = await door.post('/do/web-note.write', olu, {
      ...fields,
      title: 'Then sent',
      ...hiddenOf(body),
    });
    expect(again.statusCode).toBe(303);
  });
  test('a form without its version is refused where it matters', async () => {
    const id = await written();
    expect((await door.post(`/do/web-note.edit/${id}`, olu, { title: 'x' })).statusCode).toBe(428);
  });
});

describe('rights at the moment of the act', () => {
  test('a role that was taken ends the act that is already on the screen', async () => {
    const actor = door.at.person('Ned New', 'communications');
    const headers = { cookie: `person=${actor.id}` };
    const id = await written({}, headers);
    door.at.grants(actor);
    expect((await door.post(`/do/web-note.claim/${id}`, headers, {})).statusCode).toBe(403);
  });
});

describe('a session that ended', () => {
  test('sends a reader to sign in and back', async () => {
    const answer = await door.get('/do/web-note.write?title=x');
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/sign-in?back=%2Fdo%2Fweb-note.write%3Ftitle%3Dx',
    ]);
  });
  test('keeps what a writer wrote', async () => {
    const { statusCode, body } = await door.post('/do/web-note.write', {}, { ...good, _key: 'k' });
    expect(statusCode).toBe(401);
    expect(body).toContain('<div class="sp-typed">Clinic on Saturday</div>');
    expect(body).toContain('<input type="hidden" name="office" value="south"/>');
    expect(body).not.toContain('a-secret-nobody-sees');
  });
});

describe('words that attack', () => {
  test.each(payloads)('%j stays words on every page that shows it', async (payload) => {
    const id = await written({ title: payload, words: payload });
    const pages = [
      await door.get('/notes', olu),
      await door.get(`/notes/${id}`, olu),
      await door.get(`/do/web-note.edit/${id}`, olu),
      await door.post(`/do/web-note.shout/${id}`, olu, { title: payload }),
      await door.post(
        '/do/web-note.write',
        olu,
        Object.fromEntries(Object.keys(good).map((name) => [name, payload])),
      ),
      await door.post('/do/web-note.write', {}, { ...good, title: payload, [payload]: payload }),
      await door.get(
        `/do/web-note.write?title=${encodeURIComponent(payload)}&_back=${encodeURIComponent(payload)}`,
        olu,
      ),
      await door.get(`/nowhere?${encodeURIComponent(payload)}`, olu),
    ];
    for (const page of pages) expect(brokenOut(page.body)).toBeUndefined();
  });
});
