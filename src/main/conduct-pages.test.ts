import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { inboxDesk, type InboxDesk } from '#features/inbox/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { newId } from '#kernel/ids.ts';
import { person, type Actor } from '#kernel/rights.ts';
import { conductDesk } from '#features/conduct/builders.ts';
import { block, hide, hideDetails } from '#features/conduct/commands/take.ts';
import { approve } from '#features/conduct/commands/decide.ts';
import { conductIn } from '#features/conduct/index.ts';
import { conductPages, conductToday } from '#features/conduct/pages.tsx';
import { inboxPages } from '#features/inbox/pages.tsx';

let door: TestWeb;
let desk: InboxDesk;
let conduct: ReturnType<typeof conductDesk>;
type Sat = Record<string, string>;
let olu: Sat;
let sam: Sat;
const actorOf = (headers: Sat): Actor => person(headers['cookie']?.replace('person=', '') ?? '');
beforeAll(async () => {
  door = await testWeb({
    rooms: [peopleIn('Europe/London'), inbox, conductIn('Europe/London')],
    now: '2026-11-24T10:00:00Z',
    options: () => ({ pages: [inboxPages, conductPages], today: [conductToday] }),
  });
  olu = door.sit('Olu Officer', 'communications');
  sam = door.sit('Sam Senior', 'senior-manager');
  desk = inboxDesk(door.at, () => actorOf(olu));
  conduct = conductDesk(door.at, () => actorOf(olu));
});
afterAll(() => door.close());

const explained = { beyond: 'It calls a colleague names', skipped: 'hate' };
const received = async (over: Record<string, unknown> = {}) =>
  (await desk.received({ text: 'You are all useless cows', ...over })).id;

describe('beside a message', () => {
  test('stands what can be done, in the policy’s order, each with its way in', async () => {
    const id = await received();
    const { body } = await door.get(`/inbox/${id}`, olu);
    const ways = [...body.matchAll(/\/do\/measure\.([a-z-]+)\?enquiry=/g)].map(([, verb]) => verb);
    expect(ways).toEqual(['hide', 'warn', 'restrict', 'block', 'report']);
    expect(body).toContain('Nothing was done about this person before.');
  });
  test('details are hidden by one press, and then words are there to ask in private', async () => {
    const id = await received({ text: 'Ring Ann Pole on 07700 900123' });
    const page = await door.get(`/inbox/${id}`, olu);
    expect(page.body).toContain('action="/do/measure.hide-details"');
    const pressed = await door.post('/do/measure.hide-details', olu, {
      enquiry: id,
      _key: newId(),
      _back: `/inbox/${id}`,
    });
    expect([pressed.statusCode, pressed.headers['location']]).toEqual([303, `/inbox/${id}`]);
    const [measure] = await conduct.aboutMessage(id);
    await conduct.carried(measure?.id ?? '');
    const { body } = await door.get(`/inbox/${id}`, olu);
    expect(body).toContain('Please take it down, as we cannot do that for you');
    expect(body).not.toContain('action="/do/measure.hide-details"');
  });
  test('counts, and no message, are told of what was done about the same person before', async () => {
    const author = { authorId: 'again', authorHandle: 'again' };
    const first = await received({ ...author, text: 'Unmistakable first words, you cows' });
    await conduct.carried((await conduct.takes(hide, first, explained)).id);
    const { body } = await door.get(`/inbox/${await received(author)}`, olu);
    expect(body).toContain('About this person so far: 1 hidden.');
    const [panel] = body.split('id="facts"');
    expect(panel?.slice(panel.indexOf('id="conduct"'))).not.toContain('Unmistakable');
  });
});

describe('the form of a measure', () => {
  test('shows the message, says that criticism is no abuse, and shows both again where it is wrong', async () => {
    const id = await received({ text: 'Slow and rude staff. I want to make a complaint.' });
    const about = (body: string) => [
      body.includes('I want to make a complaint'),
      body.includes('Critical opinion is not abuse'),
      body.includes('What goes beyond criticism?'),
    ];
    expect(about((await door.get(`/do/measure.hide?enquiry=${id}`, olu)).body)).toEqual([true, true, false]);
    const sent = { enquiry: id, houseRule: 'respect', why: 'It insults', _key: newId() };
    const again = await door.post('/do/measure.hide', olu, sent);
    expect([again.statusCode, ...about(again.body)]).toEqual([400, true, true, true]);
  });
  test('tells nobody of a message that they may not see', async () => {
    const id = await received({ text: 'Unmistakable words' });
    const staff = door.sit('Stan Staff', 'staff');
    const { statusCode, body } = await door.get(`/do/measure.hide?enquiry=${id}`, staff);
    expect([statusCode, body.includes('Unmistakable')]).toEqual([403, false]);
    expect((await door.get(`/do/measure.hide?enquiry=${newId()}`, olu)).statusCode).toBe(404);
    expect((await door.get('/do/measure.hide', olu)).body).toContain('Choose a message in the');
  });
});

describe('what waits', () => {
  test('a block to decide stands on the page and in the day of who decides; its asker is told of none', async () => {
    const { id } = await conduct.takes(block, await received(), explained);
    expect((await door.get('/', sam)).body).toContain('1 block to decide');
    expect((await door.get('/', olu)).body).not.toContain('to decide');
    const { body } = await door.get('/conduct', sam);
    expect(body).toContain(`href="/conduct/${id}"`);
    const page = await door.get(`/conduct/${id}`, sam);
    expect(page.body).toContain('Waits for a second person');
    await conduct.act(approve, id, {}, actorOf(sam));
  });
  test('a block whose review is near says when it ends', async () => {
    const { id } = await conduct.takes(block, await received(), { ...explained, reviewOn: '2026-12-03' });
    await conduct.act(approve, id, {}, actorOf(sam));
    await conduct.carried(id);
    expect((await door.get('/', sam)).body).toContain('1 block that ends soon');
    expect((await door.get('/conduct', sam)).body).toContain('Ends on Thu 3 Dec 2026 unless renewed');
  });
});

describe('the public page of house rules', () => {
  test('opens for anybody, and names nobody', async () => {
    const { id } = await conduct.takes(hideDetails, await received({ authorName: 'Rita Rude' }));
    await conduct.carried(id);
    const { statusCode, body } = await door.get('/house-rules', {});
    expect(statusCode).toBe(200);
    for (const rule of door.at.house.policies.inForce(door.at.clock.now()).value('conduct.house-rules').rules)
      expect(body).toContain(rule.name);
    expect(body).toContain('Fewer than 5, or never');
    expect(body).not.toMatch(/Rita|Olu|useless/);
  });
});
