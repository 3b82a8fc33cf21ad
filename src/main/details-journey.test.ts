import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOverRoutes } from '#entry/hand-over/index.ts';
import { newToken } from '#entry/hand-over/token.ts';
import { attempts } from '#entry/sign-in/index.ts';
import { encode, testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { makeLink, raise } from '#features/hand-over/index.ts';
import { addPerson } from '#features/people/index.ts';
import { perform } from '#kernel/perform.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import { asAway } from '#store/away.ts';
import type { OpenStore } from '#store/store.ts';
import { inboxPages } from '#features/inbox/pages.tsx';
import { personalDataPages } from '#features/personal-data/pages.tsx';
import {
  canary,
  caseIn,
  caseRooms,
  departmentIn,
  isTrace,
  tracesIn,
  withDetails,
  type Case,
} from '#features/personal-data/testing-case.ts';

let door: TestWeb;
let work: Case;
let olu: Record<string, string>;
let tam: Record<string, string>;
let ingrid: Record<string, string>;
let gita: Record<string, string>;
const actorOf = (headers: Record<string, string>): Actor =>
  person(headers['cookie']?.replace('person=', '') ?? '');

beforeAll(async () => {
  door = await testWeb({
    rooms: caseRooms,
    now: '2026-11-24T10:00:00Z',
    options: ({ house, clock }) => {
      const store = house.store as OpenStore;
      const tried = attempts({
        pool: store.plainPool,
        clock,
        digest: (text) => store.digest(text),
        away: asAway,
      });
      const organisation = 'Harbourside Health Board';
      const links = { house, origin: 'http://signpost.test', organisation, open: store.open, tried };
      return { pages: [inboxPages, personalDataPages], routes: [handOverRoutes(links)] };
    },
  });
  olu = door.sit('Olu Officer', 'communications');
  tam = door.sit('Tam Taylor', 'communications');
  ingrid = door.sit('Ingrid Governs', 'information-governance');
  gita = door.sit('Gita Governance', 'governance');
  work = caseIn(door.at, () => actorOf(olu));
});
afterAll(() => door.close());

const pages = async (enquiry: string, who: Record<string, string>) => {
  const urls = ['/inbox', `/inbox/${enquiry}`, `/do/enquiry.note/${enquiry}`, '/personal-data'];
  return (await Promise.all(urls.map(async (url) => (await door.get(url, who)).body))).join('\n');
};
/** Presses a button as a person does: from the page as it stands. */
const press = async (command: string, id: string, who: Record<string, string>, fields = {}) => {
  const { body } = await door.get(`/do/${command}/${id}`, who);
  const version = /name="_version" value="(\d+)"/.exec(body)?.[1];
  const answer = await door.post(`/do/${command}/${id}`, who, {
    ...(version === undefined ? {} : { _version: version }),
    ...fields,
  });
  expect([command, answer.statusCode, answer.statusCode === 303 ? '' : answer.body]).toEqual([
    command,
    303,
    '',
  ]);
};
const receiver = (url: string, fields: Record<string, string>) =>
  door.app.inject({
    method: 'POST',
    url,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: encode(fields),
  });

const picture = { alt: `The wound of ${canary.name}`, url: 'https://pictures.example/wound' };

/** Somebody sends a wound photo and their number, in private; Olu claims it and says what the picture shows. */
async function arrives(remote: string) {
  const { id: enquiry } = await work.desk.received({
    text: withDetails,
    pictures: [picture],
    kind: 'direct-message',
    visibility: 'private',
    authorName: canary.name,
    authorHandle: 'zephyrine',
    remote,
  });
  await work.settle();
  return { enquiry, removal: await work.removalOf(enquiry) };
}

test('a wound photo and an NHS number: masked, passed on by a link that works once, confirmed, gone, and proved', async () => {
  const { enquiry, removal } = await arrives('wound-1');
  // Masked for everybody: in the list, the thread, above the forms.
  for (const who of [olu, tam, ingrid]) {
    const seen = await pages(enquiry, who);
    expect(seen).toContain('[NHS number]');
    expect([seen.includes(canary.number), seen.includes(canary.phone), seen.includes(picture.url)]).toEqual([
      false,
      false,
      false,
    ]);
  }
  await press('enquiry.claim', enquiry, olu);
  expect((await door.get(`/inbox/${enquiry}`, olu)).body).toContain(canary.number);
  expect(await pages(enquiry, tam)).not.toContain(canary.number);
  await press('enquiry.look-at-pictures', enquiry, olu, { shows: 'person' });
  expect((await door.get(`/inbox/${enquiry}`, olu)).body).not.toContain(picture.url);
  await press('enquiry.reveal', enquiry, olu, { why: 'pass-on' });
  expect((await door.get(`/inbox/${enquiry}`, olu)).body).toContain(picture.url);
  await press('enquiry.note', enquiry, olu, { text: `I rang ${canary.phone}, nobody answered.` });
  await work.settle();

  // Passed on, by a link that the receiver presses once.
  const department = await departmentIn(door.at, actorOf(olu));
  await press('removal.pass-on', removal.id, olu, { department, receiver: 'Nell Archer', why: 'care' });
  await work.settle();
  const { hand_over } = await work.removalOf(enquiry);
  const { token, digest } = newToken();
  await perform(door.at.house, makeLink, {
    actor: systemActor('sender'),
    id: hand_over ?? '',
    input: { digest },
    door: 'worker',
  });
  const opened = await receiver('/hand-over', { code: token });
  expect([opened.body.includes(canary.number), opened.body.includes(picture.url)]).toEqual([true, true]);
  await receiver('/hand-over/received', { _code: token, _key: 'taken' });
  await work.settle();
  expect((await work.removalOf(enquiry)).state).toBe('due');
  // The link opens nothing any more.
  const again = await receiver('/hand-over', { code: token });
  expect([again.statusCode >= 400, isTrace(again.body)]).toEqual([true, false]);

  // A worry about it was brought to somebody, with the words in it and the message as evidence.
  const { id: manager } = await perform(door.at.house, addPerson, {
    actor: door.at.person('Ada Min', 'administrator'),
    input: { name: 'Mo Manager', email: 'mo@practice.example', kind: 'employee' },
    door: 'api',
  });
  const worry = await perform(door.at.house, raise, {
    actor: actorOf(olu),
    input: {
      enquiry,
      category: 'care',
      severity: 'high',
      why: `${canary.name} waits, ring ${canary.phone}`,
      person: manager,
    },
    door: 'api',
  });
  const brought = async () =>
    (
      await (door.at.house.store as OpenStore).plainPool.query<Record<string, string>>(
        'select evidence, evidence_digest, why from escalations where id = $1',
        [worry.id],
      )
    ).rows[0];
  expect(Object.values((await brought()) ?? {})).not.toContain('');

  // Gone on the next working day: from every table, every page and the log. The proof stays.
  expect(await tracesIn(door.at.house)).toContain('public.enquiries');
  door.at.clock.set('2026-11-25T09:00:00Z');
  await work.tick();
  expect(await tracesIn(door.at.house)).toEqual([]);
  // What is sealed shows no trace, so it is looked for by name.
  expect(await brought()).toEqual({ evidence: '', evidence_digest: '', why: '' });
  for (const who of [olu, tam, ingrid]) expect(isTrace(await pages(enquiry, who))).toBe(false);
  expect(isTrace(door.log())).toBe(false);
  const proof = (await door.get(`/personal-data/${removal.id}`, ingrid)).body;
  for (const words of ['Proof of deletion', 'NHS number', 'Nell Archer', 'Thu 31 Dec 2026', 'Still to do'])
    expect(proof).toContain(words);
  expect(isTrace(proof)).toBe(false);
});

test('a hold that is placed in time stops it, and hides it from the inbox', async () => {
  const { enquiry, removal } = await arrives('wound-2');
  const department = await departmentIn(door.at, actorOf(olu));
  await press('removal.pass-on', removal.id, olu, { department, receiver: 'Nell Archer', why: 'care' });
  await work.settle();
  await work.receives(await work.removalOf(enquiry));
  const { id: owner } = await perform(door.at.house, addPerson, {
    actor: door.at.person('Ada Min', 'administrator'),
    input: { name: 'Gita Governance', email: 'gita@practice.example', kind: 'employee' },
    door: 'api',
  });
  await press('removal.hold', removal.id, gita, {
    matter: 'foi',
    name: 'FOI 2026/114',
    owner,
    'reviewOn-day': '15',
    'reviewOn-month': '1',
    'reviewOn-year': '2027',
  });
  await work.settle();
  door.at.clock.set('2026-11-27T12:00:00Z');
  await work.tick();
  expect((await work.removalOf(enquiry)).state).toBe('held');
  expect(await tracesIn(door.at.house)).toContain('public.enquiries');
  expect((await door.get(`/inbox/${enquiry}`, olu)).statusCode).toBe(404);
  expect((await door.get('/inbox', olu)).body).not.toContain(enquiry);
  expect((await door.get('/personal-data/holds', gita)).body).toContain('FOI 2026/114');
  expect((await door.get('/personal-data/holds', olu)).statusCode).toBe(404);
  expect(isTrace(door.log())).toBe(false);
});
