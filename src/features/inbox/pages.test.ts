import fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { person, type Actor } from '#kernel/rights.ts';
import { peopleIn } from '#features/people/index.ts';
import { api } from '#entry/api/index.ts';
import { signIn, testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { inboxDesk, type InboxDesk } from './builders.ts';
import { close } from './commands/close.ts';
import { inbox } from './index.ts';
import { inboxPages, inboxToday } from './pages.tsx';

let door: TestWeb;
let desk: InboxDesk;
let olu: Record<string, string>;
let officer: Actor;
beforeAll(async () => {
  door = await testWeb({
    rooms: [peopleIn('Europe/London'), inbox],
    now: '2026-11-24T10:00:00Z',
    options: () => ({ pages: [inboxPages], today: [inboxToday] }),
  });
  olu = door.sit('Olu Officer', 'communications');
  officer = person(olu['cookie']?.replace('person=', '') ?? '');
  desk = inboxDesk(door.at, () => officer);
});
afterAll(() => door.close());
beforeEach(() => door.at.clock.set('2026-11-24T10:00:00Z'));

const get = (path: string, as: Record<string, string> = olu) => door.get(path, as);

describe('addresses with a date', () => {
  const wild = ['0001-01-01', '9999-12-31', '-271821-04-19', '+275760-09-13', 'x', '2026-02-30', '%00'];
  test.each(wild)('%s is answered with what to do, never with a fault', async (date) => {
    for (const path of [
      `/inbox/day?date=${date}`,
      `/inbox/times?from=${date}`,
      `/inbox/times?to=${date}`,
      `/inbox/times?from=${date}&to=${date}`,
    ]) {
      const answer = await get(path);
      expect([path, answer.statusCode]).toEqual([path, 400]);
      expect(answer.body).toContain('Give a real date');
    }
  });
  test('left empty, as the form sends them, mean today and the last four weeks', async () => {
    expect((await get('/inbox/day?date=')).body).toContain('24 November 2026');
    expect((await get('/inbox/times?from=&to=')).body).toContain('value="2026-10-27"');
  });
  test('a period that ends before it begins says so', async () => {
    const answer = await get('/inbox/times?from=2026-11-24&to=2026-11-23');
    expect([answer.statusCode, answer.body.includes('must not lie before the first')]).toEqual([400, true]);
  });
  test('the furthest days are pages like any other, and lead nowhere that is none', async () => {
    for (const date of ['1900-01-01', '2999-12-31', '2026-11-24']) {
      const answer = await get(`/inbox/day?date=${date}`);
      expect(answer.statusCode).toBe(200);
      for (const [, href = ''] of answer.body.matchAll(/href="(\/inbox\/day\?date=[^"]+)"/g))
        expect([href, (await get(href)).statusCode]).toEqual([href, 200]);
    }
  });
});

describe('the same questions over the API', () => {
  test.each(['inbox/day?date', 'inbox/times?from', 'inbox/times?to', 'inbox/no-reply?from'])(
    '%s says at which field the date is wrong',
    async (address) => {
      const app = fastify();
      await api(app, door.at.house, signIn);
      for (const date of ['0001-01-01', '9999-12-31', '-271821-04-19', 'x']) {
        const answer = await app.inject({ url: `/api/${address}=${date}`, headers: olu });
        expect([date, answer.statusCode]).toEqual([date, 400]);
        expect(answer.json().errors).toMatchObject([{ field: address.split('?')[1] }]);
      }
      await app.close();
    },
  );
});

describe('who opens what', () => {
  test('those who oversee see whether anybody looked, and nothing that the public said', async () => {
    const auditor = door.sit('Aud Auditor', 'auditor');
    const seen = async (path: string) => (await get(path, auditor)).statusCode;
    const { id } = await desk.received();
    expect(await seen('/inbox/day')).toBe(200);
    for (const path of ['/inbox', '/inbox/morning', '/inbox/times', '/inbox/sample', `/inbox/${id}`])
      expect([path, await seen(path)]).toEqual([path, 404]);
  });
  test('an ordinary member of staff sees none of it', async () => {
    const nia = door.sit('Nia Nurse');
    for (const path of ['/inbox', '/inbox/day', '/inbox/times', '/inbox/morning'])
      expect([path, (await get(path, nia)).statusCode]).toEqual([path, 404]);
  });
});

describe('the first page of staff', () => {
  test('is there for everybody: with what waits for those who answer, and without it for all others', async () => {
    await desk.received();
    expect((await get('/')).body).toContain('that nobody has taken');
    for (const role of ['staff', 'auditor', 'administrator', 'committee'] as const) {
      const answer = await get('/', door.sit('Nia Nurse', role));
      expect([role, answer.statusCode, answer.body.includes('nobody has taken')]).toEqual([role, 200, false]);
    }
  });
});

describe('what the public wrote', () => {
  test('is text on every page, whatever it holds', async () => {
    const text = `<script>alert(1)</script> ${'🏳️‍🌈'.repeat(50)} \u202Eevil\u202C ${'x'.repeat(3000)}`;
    const { id } = await desk.received({ text, authorName: '"><img src=x onerror=alert(1)>' });
    for (const path of ['/inbox?view=due-next', `/inbox/${id}`, `/do/enquiry.reply/${id}`]) {
      const { body } = await get(path);
      expect(body).not.toContain('<script>alert');
      expect(body).not.toContain('<img src=x');
    }
  });
  test('stands in its own direction, so that it turns round nothing beside it', async () => {
    const { id } = await desk.received({ text: 'مرحبا \u202Eunclosed', authorName: 'ليلى' });
    const page = (await get(`/inbox/${id}`)).body;
    expect(page).toMatch(/<div class="sp-message__words" dir="auto">مرحبا/);
    expect((await get('/inbox?view=due-next')).body).toMatch(
      /<bdi>ليلى<\/bdi><\/strong>: <bdi>مرحبا[^<]*<\/bdi>/,
    );
  });
  test('by letter is said as a letter, and answered by a person', async () => {
    const { id } = await desk.captured({ network: 'letter', kind: 'direct-message', account: 'The chair' });
    expect((await get(`/inbox/${id}`)).body).toContain('By letter to The chair');
    expect((await get(`/inbox/${id}`)).body).toContain('You give this reply yourself');
    expect((await get('/inbox?view=due-next')).body).toContain('<span>By letter to The chair</span>');
  });
  test('and how it ended is said in the policy’s words', async () => {
    const { id } = await desk.received();
    await desk.act(close, id, { reason: 'no-reply', why: 'thanks' });
    const page = (await get(`/inbox/${id}`)).body;
    expect(page).toContain('No reply needed');
    expect(page).toContain('Thanks or praise that needs no words');
  });
  test('that is long is cut in lists between characters as people see them', async () => {
    const { id } = await desk.received({ text: `${'a'.repeat(159)}👩‍👩‍👧‍👦 and more` });
    const { rows } = await desk.asks('inbox.waiting', officer, { view: 'due-next' });
    const words = rows.find((row: { id: string }) => row.id === id)?.words;
    expect(words).toBe(`${'a'.repeat(159)}👩‍👩‍👧‍👦…`);
  });
});
