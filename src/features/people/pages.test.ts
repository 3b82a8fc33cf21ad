import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '#kernel/rights.ts';
import { hiddenOf, testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { given, somebody } from './builders.ts';
import { peopleIn } from './index.ts';
import { peoplePages } from './pages.tsx';

let door: TestWeb;
let director: Record<string, string>;
let acting: { house: TestWeb['at']['house']; director: ReturnType<typeof person> };
let officer: string;
beforeAll(async () => {
  door = await testWeb({ rooms: [peopleIn('Europe/London')], options: () => ({ pages: [peoplePages] }) });
  const dee = door.at.person('Dee Director', 'director');
  director = { cookie: `person=${dee.id}` };
  acting = { house: door.at.house, director: dee };
  officer = await somebody(acting, { name: 'Olu Officer', kind: 'volunteer', endsOn: '2027-03-31' });
  await given(acting, officer, 'communications');
});
afterAll(() => door.close());

const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const formTo = (html: string, command: string): string =>
  new RegExp(`<form[^>]*action="(/do/${command}/[0-9a-f-]{36})"`).exec(html)?.[1] ?? '';

describe('the page of who has access', () => {
  test('is for those who answer for access, and for nobody else', async () => {
    for (const role of ['director', 'executive', 'administrator', 'auditor', 'senior-manager'] as const)
      expect((await door.get('/people/access-review', door.sit('Anybody', role))).statusCode).toBe(200);
    for (const role of ['communications', 'line-manager', 'staff'] as const)
      expect((await door.get('/people/access-review', door.sit('Anybody', role))).statusCode).toBe(404);
  });

  test('leads the director through a review: begun, each role decided, confirmed', async () => {
    const press = async (path: string) => {
      const { body } = await door.get('/people/access-review', director);
      const sent = await door.post(path, director, hiddenOf(body.slice(body.indexOf(path))));
      expect([path, sent.statusCode]).toEqual([path, 303]);
      return (await door.get('/people/access-review', director)).body;
    };
    const begun = await press('/do/access-review.open');
    expect(words(begun)).toMatch(/Roles still to decide: 1\..*Olu Officer Role Communications officer/);
    expect(formTo(begun, 'access-review.confirm')).toBe('');
    const kept = await press(formTo(begun, 'access-check.keep'));
    expect(words(kept)).toContain('Roles still to decide: 0.');
    const confirmed = await press(formTo(kept, 'access-review.confirm'));
    expect(words(confirmed)).toMatch(/No review is open. The next opens by itself on Tue 2 Feb 2027/);
  });

  test('offers no decision to those who may only look', async () => {
    const { body } = await door.get('/people/access-review', door.sit('Ann Auditor', 'auditor'));
    expect(body).not.toMatch(/\/do\/access-/);
  });
});

describe('the page of one person', () => {
  test('says what they are in the policy’s words, and by when a leaver’s access ends, under its clause', async () => {
    const leaving = await somebody(acting, { name: 'Lia Leaver', kind: 'non-executive' });
    const before = await door.get(`/people/${leaving}`, director);
    expect(words(before.body)).toContain('Non-executive');
    const path = `/do/person.flag-leaver/${leaving}`;
    await door.post(path, director, hiddenOf(before.body.slice(before.body.indexOf(path))));
    const { body } = await door.get(`/people/${leaving}`, director);
    expect(words(body)).toMatch(/Their access ends by itself on Thu 19 Nov 2026 17:00/);
    expect(body).toContain('href="/policy/6.1.b"');
  });

  test('is changed in a form that begins with what is there', async () => {
    const { body } = await door.get(`/do/person.change/${officer}`, director);
    expect(body).toMatch(/name="name"[^>]*value="Olu Officer"/);
    expect(body).toMatch(/checked=""[^>]*value="volunteer"/);
    expect(body).toMatch(/name="endsOn-day"[^>]*value="31"/);
  });

  test('is their own to see, and nobody else’s', async () => {
    expect((await door.get(`/people/${officer}`, door.sit('Ned Nurse'))).statusCode).toBe(404);
    door.at.grants(person(officer));
    expect((await door.get(`/people/${officer}`, { cookie: `person=${officer}` })).statusCode).toBe(200);
  });
});

test('the list of people leads on by a person’s id, and puts nobody’s name into an address', async () => {
  for (let one = 0; one < 205; one += 1) await somebody(acting, { name: `Many ${one % 9}` });
  const { body } = await door.get('/people', director);
  expect(/href="\/people\?after=([^"]+)"/.exec(body)?.[1]).toMatch(/^[0-9a-f-]{36}$/);
});
