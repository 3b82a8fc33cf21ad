import { afterAll, beforeAll, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { newId } from '#kernel/ids.ts';
import { given, somebody } from './builders.ts';
import { takeBackRole } from './commands/grant.ts';
import { leave } from './commands/person.ts';
import { peopleIn } from './index.ts';
import { access, everybody } from './queries.ts';

let at: TestHouse;
let director: Actor;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London')] });
  director = at.person('Dee Director', 'director');
});
afterAll(() => at.close());

interface Page {
  people: { id: string; name: string; state: string }[];
  more: boolean;
}

test('450 people come once each over three pages, those who are here first, each page by name', async () => {
  const acting = { house: at.house, director };
  const ids: string[] = [];
  // Many share a name, names come in no order, and every fifth has left: a page must not end where a name does.
  for (let one = 0; one < 450; one += 1) ids.push(await somebody(acting, { name: `Name ${(one * 7) % 90}` }));
  for (const id of ids.filter((_, index) => index % 5 === 0))
    await perform(at.house, leave, { actor: director, id, input: {}, door: 'api' });
  const pages: Page[] = [];
  for (let after: string | undefined; pages.length < 5;) {
    const page = (await askQuestion(at.house, everybody, { actor: director, input: { after } })) as Page;
    pages.push(page);
    if (!page.more) break;
    after = page.people.at(-1)?.id;
  }
  expect(pages.map((page) => page.people.length)).toEqual([200, 200, 50]);
  const seen = pages.flatMap((page) => page.people);
  expect(new Set(seen.map((person) => person.id))).toEqual(new Set(ids));
  expect(seen.slice(0, 360).every((person) => person.state === 'active')).toBe(true);
  const order = seen.map((person) => `${person.state} ${person.name}`);
  expect(order).toEqual(order.toSorted((a, b) => a.localeCompare(b, 'en', { ignorePunctuation: false })));
});

interface AccessPage {
  holdings: { grant: string; name: string; role: string; at: string }[];
  more: boolean;
}

test('every role that opens accounts comes once, page after page, also past one that ended meanwhile', async () => {
  const acting = { house: at.house, director };
  const place = newId();
  const grants: string[] = [];
  for (let one = 0; one < 210; one += 1) {
    const id = await somebody(acting, { name: `Holder ${one % 7}` });
    grants.push(await given(acting, id, 'account-holder', one % 3 === 0 ? { at: place } : {}));
    grants.push(await given(acting, id, 'communications'));
  }
  const pageAfter = async (input: { after?: string | undefined; place?: string }) =>
    (await askQuestion(at.house, access, { actor: director, input })) as AccessPage;
  const everyPage = async (input: { place?: string } = {}) => {
    const pages = [await pageAfter(input)];
    while (pages.at(-1)?.more && pages.length < 5)
      pages.push(await pageAfter({ ...input, after: pages.at(-1)?.holdings.at(-1)?.grant }));
    return pages;
  };
  const pages = await everyPage();
  const ours = pages.flatMap((page) => page.holdings).filter(({ grant }) => grants.includes(grant));
  expect(pages.map((page) => page.holdings.length).slice(0, 2)).toEqual([200, 200]);
  expect(new Set(ours.map(({ grant }) => grant))).toEqual(new Set(grants));
  expect(ours).toHaveLength(grants.length);
  const order = ours.map(({ name, role, grant }) => `${name} ${role} ${grant}`);
  expect(order).toEqual(order.toSorted());

  const elsewhere = await everyPage({ place: newId() });
  expect(elsewhere.flatMap((page) => page.holdings).every((one) => one.at === 'everywhere')).toBe(true);
  const here = (await everyPage({ place })).flatMap((page) => page.holdings);
  expect(here.filter((one) => one.at === place)).toHaveLength(70);

  const last = pages[0]?.holdings.at(-1)?.grant ?? '';
  const next = await pageAfter({ after: last });
  await perform(at.house, takeBackRole, { actor: director, id: last, input: {}, door: 'api' });
  expect(await pageAfter({ after: last })).toEqual(next);
  expect((await pageAfter({ after: 'no such role' })).holdings).toEqual([]);
});
