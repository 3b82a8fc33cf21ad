import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PracticePort } from './options.ts';
import { testWeb, type TestWeb } from './testing-web.ts';

let door: TestWeb;
let now = Temporal.Instant.from('2026-11-18T10:00:00Z');
const ann = '0190a1b2-0000-7000-8000-000000000001';
const friday = Temporal.Instant.from('2026-11-20T16:59:00Z');

const practice: PracticePort = {
  people: async () => [{ id: ann, name: 'Ann <Example>', roles: ['Director of communications'] }],
  enter: async (id) => `person=${id}; Path=/; HttpOnly`,
  moveClock: async (to) => {
    now = to;
  },
  now: () => now,
  presets: [{ label: 'Friday 16:59', at: friday }],
};

beforeAll(async () => {
  door = await testWeb({
    options: () => ({
      practice,
      organisation: { name: 'Larkshire', colour: '#ffd400', securityContact: 'mailto:security@example.org' },
      status: async (context) => [
        { id: 's', tone: 'warning', text: `Out of hours for ${context.standing?.name ?? 'all'}` },
      ],
      today: [
        async () => null,
        async (context) => <p className="mine">3 wait for {context.standing?.name}</p>,
      ],
    }),
  });
});
afterAll(() => door.close());

describe('practice mode', () => {
  test('says on every page that it is practice, and what the clock says', async () => {
    for (const path of ['/', '/rules', '/nowhere', '/help/keys']) {
      const { body } = await door.get(path);
      expect(body).toContain('<strong>Practice.</strong>');
      expect(body).toContain('Wed 18 Nov 2026 10:00');
    }
  });
  test('lets anybody be anybody with one press', async () => {
    const { body } = await door.get('/practice');
    expect(body).toContain('Ann &lt;Example&gt;');
    const answer = await door.post('/practice/enter', {}, { person: ann });
    expect([answer.statusCode, answer.headers.location, answer.headers['set-cookie']]).toEqual([
      303,
      '/',
      `person=${ann}; Path=/; HttpOnly`,
    ]);
    const nobody = await door.post('/practice/enter', {}, { person: 'somebody else' });
    expect(nobody.statusCode).toBe(400);
    expect(nobody.headers['set-cookie']).toBeUndefined();
  });
  test('moves the clock to a moment of its list, or to any other', async () => {
    expect((await door.post('/practice/clock', {}, { preset: 'Friday 16:59' })).statusCode).toBe(303);
    expect(now.equals(friday)).toBe(true);
    const typed = { 'to-day': '1', 'to-month': '7', 'to-year': '2026', 'to-time': '23:00' };
    expect((await door.post('/practice/clock', {}, typed)).statusCode).toBe(303);
    expect(now.toString()).toBe('2026-07-01T22:00:00Z');
  });
  test('refuses a moment that no clock shows', async () => {
    const gap = { 'to-day': '29', 'to-month': '3', 'to-year': '2026', 'to-time': '01:30' };
    const { statusCode, body } = await door.post('/practice/clock', {}, gap);
    expect(statusCode).toBe(400);
    expect(body).toContain('value="01:30"');
  });
  test('other sites cannot press its buttons', async () => {
    const answer = await door.post('/practice/enter', { 'sec-fetch-site': 'cross-site' }, { person: ann });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('settings of the organisation', () => {
  test('its colour is a style sheet of ours, with ink that can be read on it', async () => {
    const { body } = await door.get('/');
    const sheet = /href="(\/assets\/organisation\.[^"]+)"/.exec(body)?.[1] ?? '';
    expect((await door.get(sheet)).body).toBe(
      ':root{--sp-organisation:#ffd400;--sp-on-organisation:#212b32}',
    );
  });
  test('its contact stands in security.txt', async () => {
    expect((await door.get('/security.txt')).body).toContain('Contact: mailto:security@example.org\n');
  });
  test('what is unusual and what needs somebody come from the rooms', async () => {
    const { body } = await door.get('/', door.sit('Olu', 'communications'));
    expect(body).toContain('Out of hours for Olu');
    expect(body).toContain('<p class="mine">3 wait for Olu</p>');
    expect(body).not.toContain('Nothing needs you now');
  });
});

test('without practice mode its addresses do not exist', async () => {
  const plain = await testWeb();
  expect((await plain.get('/practice')).statusCode).toBe(404);
  expect((await plain.post('/practice/enter', {}, { person: ann })).statusCode).toBe(404);
  expect((await plain.get('/')).body).not.toContain('Practice.');
  await plain.close();
});
