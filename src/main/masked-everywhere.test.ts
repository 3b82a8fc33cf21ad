import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseIn, canary, isTrace, withDetails } from '#features/personal-data/testing-case.ts';
import { passOn } from '#features/inbox/commands/pass-on.ts';
import { claim } from '#features/inbox/commands/claim.ts';
import { note } from '#features/inbox/commands/note.ts';
import { addDepartment } from '#features/people/index.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { person } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import type { TestHouse } from '#store/testing-house.ts';
import { placeIn } from './testing/rows.ts';
import { everyRole, visitors, type Visitor } from './testing/visitors.ts';
import { wholeHouse, type WholeHouse } from './testing/whole-house.ts';

let whole: WholeHouse;
let lookers: readonly Visitor[];
/** Whoever has claimed it: the one person who reads it. */
let claimant: Visitor;
/** Ids that an address may ask for: of the message, what was joined to it, its record, our reply. */
let ids: Readonly<Record<'enquiry' | 'removal' | 'other' | 'reply' | 'passed', string>>;

beforeAll(async () => {
  whole = await wholeHouse();
  await placeIn(whole);
  const everybody = await visitors(whole);
  const who = (role: Role) => {
    const found = everybody.find(({ roles }) => roles.includes(role));
    if (!found) throw new Error(`Nobody is ${role}`);
    return found;
  };
  claimant = who('communications');
  lookers = [who('duty-manager'), await everyRole(whole), who('staff')];
  ids = await somethingWasSent();
});
afterAll(() => whole.close());

/** A message with details, another of the same person, a note that repeats them, and a hand-over to a department. */
async function somethingWasSent() {
  const officer = person(claimant.id);
  const work = caseIn({ house: whole.house, clock: whole.clock } as TestHouse, () => officer);
  const { desk } = work;
  const said = {
    text: withDetails,
    authorId: 'zeph',
    authorHandle: 'zeph',
    authorName: 'Zeph',
    pictures: [{ alt: `A letter to ${canary.name}`, url: 'https://pictures.example/1' }],
  };
  const { id: other } = await desk.received({ ...said, root: 'a', remote: 'a' });
  const { id: enquiry } = await desk.received({ ...said, root: 'b', remote: 'b' });
  const { id: passed } = await desk.received({ ...said, root: 'c', remote: 'c' });
  await work.settle();
  await desk.act(note, enquiry, { text: `I rang ${canary.phone}` });
  const input = {
    name: `Wards ${newId()}`,
    publicContact: 'x',
    internalContact: 'y',
    hours: 'z',
    answers: true,
  };
  const { id: department } = await perform(whole.house, addDepartment, {
    actor: officer,
    input,
    door: 'api',
  });
  const summary = `Please ring ${canary.name}`;
  await desk.act(passOn, passed, { department, summary, contact: canary.phone, consent: true });
  await desk.sent(passed);
  await work.settle();
  // Passing on holds it for a while: then nobody does.
  whole.clock.set('2026-11-24T11:00:00Z');
  await desk.act(claim, enquiry);
  const { id: removal } = await work.removalOf(enquiry);
  return { enquiry, removal, other, reply: (await desk.replyOf(passed)).id, passed };
}

/** Every address that answers a GET, with each id in each place for one. */
function addresses(): string[] {
  const each = (make: (id: string) => string) => Object.values(ids).map(make);
  const pages = whole.routes
    .filter(({ method, url }) => method === 'GET' && !/[*]|^\/(api\/docs|assets|sign-in)/.test(url))
    .flatMap(({ url }) => each((id) => url.replace(':kind', 'enquiry').replaceAll(/:\w+/g, id)));
  const asked = [...whole.house.questions.values()].flatMap(({ name, input }) => {
    const fields = Object.keys(input.shape).filter(
      (field) => !/^(after|from|to|date|view|list)$/.test(field),
    );
    const values = (id: string) =>
      fields.map((field): [string, string] => [field, field === 'kind' ? 'enquiry' : id]);
    return each((id) => `/api/${name.replaceAll('.', '/')}?${new URLSearchParams(values(id)).toString()}`);
  });
  const kinds = { enquiry: ids.enquiry, 'enquiry ': ids.passed, reply: ids.reply, removal: ids.removal };
  const forms = [...whole.house.commands.values()].flatMap(({ name, lifecycle }) =>
    Object.entries(kinds)
      .filter(([kind]) => kind.trim() === lifecycle.name)
      .flatMap(([, id]) => [`/do/${name}/${id}`, `/api/do/${name}/${id}`]),
  );
  const views = ['unclaimed', 'due-next', 'waiting-on-others', 'mine', 'at-risk', 'answered-today'].flatMap(
    (view) => [`/inbox?view=${view}`, `/api/inbox/waiting?view=${view}`],
  );
  return [...new Set([...pages, ...asked, ...forms, ...views])];
}

test('whoever has not claimed it finds the details at no address of the house', async () => {
  const all = addresses();
  const shown: string[] = [];
  let answered = 0;
  let masked = 0;
  // One who answers the public, one who holds every role there is, and one who holds none.
  for (const visitor of lookers) {
    for (const url of all) {
      const { statusCode, body } = await whole.send({ url, headers: visitor.headers });
      if (statusCode === 200) answered += 1;
      if (body.includes('[NHS number]')) masked += 1;
      if (isTrace(body)) shown.push(`${visitor.name}: ${url}`);
    }
  }
  expect([...new Set(shown)]).toEqual([]);
  // They looked in earnest: many pages opened, and many showed the message, masked.
  expect(answered).toBeGreaterThan(150);
  expect(masked).toBeGreaterThan(50);
}, 240_000);

test('whoever has claimed it does: the look above would have found them', async () => {
  const { body } = await whole.send({ url: `/inbox/${ids.enquiry}`, headers: claimant.headers });
  expect(isTrace(body)).toBe(true);
});
