import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { person, type Actor } from '#kernel/rights.ts';
import { peopleIn } from '#features/people/index.ts';
import { testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { inboxDesk, refusedWith, type InboxDesk } from './builders.ts';
import { askBack } from './commands/ask-back.ts';
import { replyWithDetails } from './commands/reply-with-details.ts';
import { reply } from './commands/reply.ts';
import { inbox } from './index.ts';
import { inboxPages } from './pages.tsx';

let door: TestWeb;
let desk: InboxDesk;
let olu: Record<string, string>;
let ingrid: Record<string, string>;
const actorOf = (headers: Record<string, string>): Actor =>
  person(headers['cookie']?.replace('person=', '') ?? '');
beforeAll(async () => {
  door = await testWeb({
    rooms: [peopleIn('Europe/London'), inbox],
    now: '2026-11-24T10:00:00Z',
    options: () => ({ pages: [inboxPages] }),
  });
  olu = door.sit('Olu Officer', 'communications');
  ingrid = door.sit('Ingrid Governs', 'information-governance');
  desk = inboxDesk(door.at, () => actorOf(olu));
});
afterAll(() => door.close());
beforeEach(() => door.at.clock.set('2026-11-24T10:00:00Z'));

const number = '07700 900123';
const withNumber = `Thank you, we will ring you on ${number} today.`;
const blames = 'It is entirely your own fault.';
const repliesTo = async (id: string) =>
  (await door.at.house.store
    .read<{ replies: { enquiry: string; text: string } }>()
    .selectFrom('replies')
    .select('text')
    .where('enquiry', '=', id)
    .execute()) as readonly { text: string }[];

describe('a reply with somebody’s details', () => {
  test('is stopped, keeps nothing, and moves nothing', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(reply, id, { text: withNumber }))).toBe('input: text');
    expect(await refusedWith(desk.act(askBack, id, { text: `Is ${number} yours?` }))).toBe('input: text');
    expect(await repliesTo(id)).toEqual([]);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting' });
    expect(await desk.lineOf(id, 'enquiry.reply')).toBeUndefined();
  });
  test('goes out by the information governance lead with a reason, which is kept without the details', async () => {
    const { id } = await desk.received();
    const input = { text: withNumber, why: 'agreed' };
    expect(await refusedWith(desk.act(replyWithDetails, id, input))).toBe('kernel.not-yours');
    const decides = actorOf(ingrid);
    const { why: _, ...noReason } = input;
    expect(await refusedWith(desk.act(replyWithDetails, id, noReason, decides))).toBe('input: why');
    const { citation } = await desk.act(replyWithDetails, id, input, decides);
    expect(citation.clause).toBe('6.5.k');
    expect(await repliesTo(id)).toEqual([{ text: withNumber }]);
    const line = await desk.lineOf(id, 'enquiry.reply-with-details');
    expect(line?.facts).toEqual({ pointedOut: 'checks.personal-data', stays: 'agreed' });
    const trail = JSON.stringify(await door.at.house.store.trail.find({ row: id }));
    expect([trail.includes(number), trail.includes('ring you')]).toEqual([false, false]);
  });
  test('what that lead may do here is this reply and nothing else', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(reply, id, { text: 'Hello' }, actorOf(ingrid)))).toBe(
      'kernel.not-yours',
    );
    const page = (await door.get(`/inbox/${id}`, ingrid)).body;
    expect(page).toContain(`/do/enquiry.reply-with-details/${id}`);
    expect(page).not.toContain(`action="/do/enquiry.reply/${id}"`);
  });
});

test('what was pointed out goes out with a reason of the policy; the trail has the rule and the reason', async () => {
  const { id } = await desk.received();
  expect(await refusedWith(desk.act(reply, id, { text: blames }))).toBe('input: text,mayStay');
  expect(await refusedWith(desk.act(reply, id, { text: blames, mayStay: 'so' }))).toBe('input: mayStay');
  await desk.act(reply, id, { text: blames, mayStay: 'quoted' });
  const line = await desk.lineOf(id, 'enquiry.reply');
  expect(line?.facts).toEqual({ pointedOut: 'checks.aggression', stays: 'quoted' });
});

describe('the form', () => {
  const sent = async (id: string, fields: Record<string, string>) =>
    door.post(`/do/enquiry.reply/${id}`, olu, {
      _version: String((await desk.rowOf(id)).version),
      ...fields,
    });
  test('asks for no reason before there is anything to read', async () => {
    const { id } = await desk.received();
    expect((await door.get(`/inbox/${id}`, olu)).body).not.toContain('Why may it stay?');
  });
  test('comes back with the words as they were written, the clause at them, and the reasons', async () => {
    const { id } = await desk.received();
    const answer = await sent(id, { text: `${blames} ${withNumber}` });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(`${blames} ${withNumber}</textarea>`);
    for (const words of [
      '(clause 6.5.k)',
      '(clause 6.7.P11)',
      'information governance lead',
      'Why may it stay?',
    ])
      expect(answer.body).toContain(words);
    expect([answer.headers['location'], door.log().includes(number)]).toEqual([undefined, false]);
  });
  test('once mended or with a reason, it is done', async () => {
    const { id } = await desk.received();
    expect((await sent(id, { text: blames })).statusCode).toBe(400);
    expect((await sent(id, { text: blames, mayStay: 'mistaken' })).statusCode).toBe(303);
    expect(await repliesTo(id)).toHaveLength(1);
  });
});
