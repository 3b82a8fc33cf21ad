import { afterAll, beforeAll, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { somebody } from './builders.ts';
import { leave } from './commands/person.ts';
import { peopleIn } from './index.ts';
import { everybody } from './queries.ts';

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
