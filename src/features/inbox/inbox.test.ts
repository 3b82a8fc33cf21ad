import { beforeEach, describe, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { addDepartment, addSignpost, peopleIn } from '#features/people/index.ts';
import { testHouse } from '#store/testing-house.ts';
import { refusedWith } from './builders.ts';
import { askBack, waitOnThem } from './commands/ask-back.ts';
import { claim } from './commands/claim.ts';
import { close } from './commands/close.ts';
import { passOn } from './commands/pass-on.ts';
import { reply as answer } from './commands/reply.ts';
import { beginSending } from './commands/sending.ts';
import { signpost } from './commands/signpost.ts';
import { capture, change, inbox, receive, replyToSend, withdraw, type InboxTables } from './index.ts';
import { waiting } from './queries/waiting.ts';
import { openDesk } from './testing-desk.ts';

const { at, desk, officer } = await openDesk();
let other: Actor;
beforeEach(() => {
  other = at.person('Oz Officer', 'communications');
});

const door = 'api';
const collector = systemActor('collector');

describe('what comes in', () => {
  test('is taken in once, however often the network tells us', async () => {
    const remote = 'told-often';
    const all = await Promise.all([
      desk.received({ remote }),
      desk.received({ remote }),
      desk.received({ remote }),
    ]);
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
  });
  test('in hours has two working hours, and the clause is cited', async () => {
    const { id } = await desk.received({ at: '2026-11-24T10:00:00Z' });
    expect((await desk.rowOf(id)).aim_at.toString()).toBe('2026-11-24T12:00:00Z');
    const [line] = await at.house.store.trail.find({ row: id, command: 'enquiry.reckon' });
    expect(line?.entry.rule).toBe('inbox.reply-within');
    expect(line?.entry.clause).toBe(at.house.policies.get('icb002/1.0').cite('inbox.reply-within').clause);
  });
  test('out of hours is due by the close of the next working day: Saturday 11:00, Wednesday 07:30, Friday 17:00', async () => {
    const limit = async (instant: string) => {
      at.clock.set(instant);
      return (await desk.rowOf((await desk.received()).id)).limit_at.toString();
    };
    expect(await limit('2026-11-21T11:00:00Z')).toBe('2026-11-23T17:00:00Z');
    expect(await limit('2026-11-25T07:30:00Z')).toBe('2026-11-25T17:00:00Z');
    expect(await limit('2026-11-27T16:59:00Z')).toBe('2026-11-30T10:59:00Z');
    expect(await limit('2026-11-27T17:00:00Z')).toBe('2026-11-30T17:00:00Z');
  });
  test('captured by hand, of any kind, has the same clocks', async () => {
    const networks = at.house.policies
      .get('icb002/1.0')
      .value('register.networks')
      .networks.map((one) => one.id);
    expect(networks).toContain('tiktok');
    const fields = Object.keys(capture.input.shape);
    expect(fields).toContain('kind');
    expect(await refusedWith(perform(at.house, capture, { actor: officer(), input: {}, door }))).toMatch(
      /^input: /,
    );
  });
  test('a second message of the same person in the same thread keeps the first due time', async () => {
    const same = { authorId: 'talker', authorHandle: 'talker', root: 'thread-1' };
    const first = await desk.received({ ...same, remote: 'thread-1' });
    at.clock.set('2026-11-24T11:00:00Z');
    const second = await desk.received({ ...same });
    expect((await desk.rowOf(second.id)).state).toBe('joined');
    expect((await desk.rowOf(first.id)).aim_at.toString()).toBe('2026-11-24T12:00:00Z');
  });
  test('changed by its author it keeps its due time; deleted it is neither met nor missed', async () => {
    const { id } = await desk.received();
    const before = await desk.rowOf(id);
    await perform(at.house, change, { actor: collector, id, input: { text: 'Other words' }, door: 'worker' });
    const after = await desk.rowOf(id);
    expect([after.changed_after_receipt, after.aim_at.toString()]).toEqual([true, before.aim_at.toString()]);
    await perform(at.house, withdraw, { actor: collector, id, input: {}, door: 'worker' });
    expect((await desk.rowOf(id)).state).toBe('withdrawn');
  });
});

describe('who has it', () => {
  test('one person holds it for the policy’s minutes, others are told who', async () => {
    const { id } = await desk.received();
    await desk.act(claim, id);
    expect(await refusedWith(desk.act(answer, id, { text: 'Mine' }, other))).toBe('inbox.held');
    at.clock.set('2026-11-24T10:16:00Z');
    expect(await refusedWith(desk.act(claim, id, {}, other))).toBe('done');
  });
  test('only those who answer the public see it at all', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(claim, id, {}, at.person('Nia Nurse')))).toBe('kernel.not-found');
    await expect(
      askQuestion(at.house, waiting as never, { actor: at.person('Nia Nurse') }),
    ).rejects.toBeInstanceOf(Refused);
  });
});

describe('answering', () => {
  test('it is answered when the network took the reply, not before, and never twice', async () => {
    const { id } = await desk.received();
    await desk.act(answer, id, { text: 'On Station Road.' });
    expect((await desk.rowOf(id)).state).toBe('being-answered');
    const reply = await desk.replyOf(id);
    expect((await replyToSend(readerOf(at.house.store.read()), reply.id))?.key).toBe(reply.id);
    at.clock.set('2026-11-24T11:20:00Z');
    await desk.sent(id);
    const done = await desk.rowOf(id);
    expect(done).toMatchObject({ state: 'answered', inside: true });
    expect(done.reply_minutes).toBe(80);
    expect(
      await refusedWith(
        perform(at.house, beginSending, {
          actor: systemActor('sender'),
          id: reply.id,
          input: {},
          door: 'worker',
        }),
      ),
    ).toBe('kernel.not-now');
  });
  test('a signpost keeps the entry and its version; a stale entry must be checked first', async () => {
    const keeper = at.person('Kit Keeper', 'communications');
    const entry = await perform(at.house, addSignpost, {
      actor: keeper,
      input: { topic: `Hearing ${newId()}`, contact: 'Call audiology', hours: 'Weekdays' },
      door,
    });
    at.clock.set('2027-06-01T10:00:00Z');
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(signpost, id, { entry: entry.id, rechecked: false }))).toBe(
      'inbox.stale-signpost',
    );
    await desk.act(signpost, id, { entry: entry.id, rechecked: true });
    expect(await desk.replyOf(id)).toMatchObject({
      signpost: entry.id,
      signpost_version: 1,
      kind: 'signpost',
    });
  });
  test('the entries that a message points to stand first, and the person may pick any other', async () => {
    const keeper = at.person('Kit Keeper', 'communications');
    const add = (topic: string, words: string) =>
      perform(at.house, addSignpost, {
        actor: keeper,
        input: { topic, words, contact: `Call ${topic}`, hours: 'Weekdays' },
        door,
      });
    const parking = await add('A place to park', 'car park, parking');
    const blood = await add('Zebra tests', 'blood test, phlebotomy');
    const { id } = await desk.received({ text: 'Where do I go for my blood tests?' });
    const { fields } = await offer(at.house, signpost, { actor: officer(), id });
    const offered = fields.find((field) => field.name === 'entry')?.choices ?? [];
    expect(offered[0]).toMatchObject({
      id: blood.id,
      hint: expect.stringMatching(/^Suggested: it says “blood test”/),
    });
    expect(offered.map((one) => one.id)).toContain(parking.id);
    await desk.act(signpost, id, { entry: parking.id, rechecked: false });
    expect(await desk.replyOf(id)).toMatchObject({ signpost: parking.id, text: 'Call A place to park' });
  });
  test('passing on names who will answer and by when, and stops the first clock with that notice', async () => {
    const keeper = at.person('Kit Keeper', 'communications');
    const department = await perform(at.house, addDepartment, {
      actor: keeper,
      input: {
        name: `Nursing ${newId()}`,
        publicContact: 'x',
        internalContact: 'y',
        hours: 'z',
        answers: true,
      },
      door,
    });
    const silent = await perform(at.house, addDepartment, {
      actor: keeper,
      input: {
        name: `Silent ${newId()}`,
        publicContact: 'x',
        internalContact: 'y',
        hours: 'z',
        answers: false,
      },
      door,
    });
    const { id } = await desk.received();
    const input = { department: department.id, summary: 'No nurse came.', consent: false };
    expect(await refusedWith(desk.act(passOn, id, { ...input, department: silent.id }))).toBe(
      'inbox.nobody-there',
    );
    expect(await refusedWith(desk.act(passOn, id, { ...input, contact: '07700 900123' }))).toBe(
      'input: consent',
    );
    await desk.act(passOn, id, input);
    expect((await desk.replyOf(id)).text).toMatch(/They will answer you by Thursday 26 November/);
    await desk.sent(id);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'with-department', inside: true });
  });
  test('waiting on them needs our question on record', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(waitOnThem, id))).toBe('kernel.not-now');
    await desk.act(askBack, id, { text: 'Which clinic do you mean?' });
    await desk.sent(id);
    expect((await desk.rowOf(id)).state).toBe('waiting-on-them');
  });
});

describe('every enquiry ends in an answer or a reason', () => {
  test('no reason, no end; a reason that claims a reply needs the reply', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(close, id))).toBe('input: reason');
    expect(await refusedWith(desk.act(close, id, { reason: 'because' }))).toBe('input: reason');
    expect(await refusedWith(desk.act(close, id, { reason: 'answered' }))).toBe('inbox.no-reply-on-record');
    expect(await refusedWith(desk.act(close, id, { reason: 'no-reply' }))).toBe('input: why');
    await desk.act(close, id, { reason: 'no-reply', why: 'thanks' });
    expect(await desk.rowOf(id)).toMatchObject({
      state: 'closed',
      close_reason: 'no-reply',
      no_reply_why: 'thanks',
    });
  });
  test('no step but close, withdraw and the department’s answer leads to an end', () => {
    const ends = inbox.lifecycles[0]?.steps
      .filter((step) => [step.to].flat().some((to) => to === 'closed' || to === 'withdrawn'))
      .map((step) => step.by);
    expect(ends).toEqual(['department-answered', 'hear-answered', 'override', 'close', 'withdraw']);
  });
});

test('another policy, another promise: the council’s 24 hours by the clock, cited by its own number', async () => {
  const council = await testHouse({
    rooms: [peopleIn('Europe/London'), inbox],
    now: '2026-11-27T22:00:00Z',
    policies: ['lmc-sm/2.1'],
  });
  const input = {
    network: 'x',
    account: desk.account,
    accountName: 'Council',
    remote: 'c-1',
    kind: 'mention',
    authorId: 'a',
    authorHandle: 'a',
    authorName: 'A',
    text: 'Bins?',
    pictures: [],
    visibility: 'public',
    at: '2026-11-27T22:00:00Z',
    firstRead: '2026-01-01T00:00:00Z',
  };
  const { id } = await perform(council.house, receive, { actor: collector, input, door: 'worker' });
  const row = await council.house.store
    .read<InboxTables>()
    .selectFrom('enquiries')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.limit_at.toString()).toBe('2026-11-28T22:00:00Z');
  const [line] = await council.house.store.trail.find({ row: id, command: 'enquiry.reckon' });
  expect(line?.entry).toMatchObject({
    policy: 'lmc-sm/2.1',
    clause: council.house.policies.get('lmc-sm/2.1').cite('inbox.reply-within').clause,
  });
  await council.close();
});
