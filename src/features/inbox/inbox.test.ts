import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { addDepartment, addSignpost, peopleIn } from '#features/people/index.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { askBack, waitOnThem } from './commands/ask-back.ts';
import { claim } from './commands/claim.ts';
import { close } from './commands/close.ts';
import { passOn } from './commands/pass-on.ts';
import { recordSent } from './commands/record-sent.ts';
import { reply as answer } from './commands/reply.ts';
import { beginSending, markSent } from './commands/sending.ts';
import { signpost } from './commands/signpost.ts';
import { capture, change, inbox, receive, replyToSend, withdraw, type InboxTables } from './index.ts';
import { waiting } from './queries/waiting.ts';

let at: TestHouse;
let officer: Actor;
let other: Actor;
const account = newId();
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London'), inbox] });
});
afterAll(() => at.close());
beforeEach(() => {
  at.clock.set('2026-11-24T10:00:00Z');
  officer = at.person('Olu Officer', 'communications');
  other = at.person('Oz Officer', 'communications');
});

const door = 'api';
const collector = systemActor('collector');
let messages = 0;
const received = (over: Record<string, unknown> = {}) => {
  messages += 1;
  const input = {
    network: 'x',
    account,
    accountName: 'Board',
    remote: `remote-${messages}`,
    kind: 'mention',
    authorId: `author-${messages}`,
    authorHandle: `author-${messages}`,
    authorName: 'Somebody',
    text: 'Where is the clinic?',
    pictures: [],
    visibility: 'public',
    at: at.clock.now().toString(),
    firstRead: '2026-01-01T00:00:00Z',
    ...over,
  };
  return perform(at.house, receive, { actor: collector, input, door: 'worker' });
};
const rowOf = (id: string) =>
  at.house.store
    .read<InboxTables>()
    .selectFrom('enquiries')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const replyOf = (id: string) =>
  at.house.store
    .read<InboxTables>()
    .selectFrom('replies')
    .selectAll()
    .where('enquiry', '=', id)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
const refusedWith = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) =>
      error instanceof Refused
        ? error.code
        : error instanceof InputRefused
          ? `input: ${error.errors.map((one) => one.field).join()}`
          : String(error),
  );
const act = async (
  command: Parameters<typeof perform>[1],
  id: string,
  input: Record<string, unknown> = {},
  actor: Actor = officer,
) => perform(at.house, command, { actor, id, input, version: (await rowOf(id)).version, door });
/** The worker sends the pending reply and the reaction records it. */
async function sent(id: string): Promise<void> {
  const reply = await replyOf(id);
  await perform(at.house, beginSending, {
    actor: systemActor('sender'),
    id: reply.id,
    input: {},
    door: 'worker',
  });
  const now = at.clock.now().toString();
  await perform(at.house, markSent, {
    actor: systemActor('sender'),
    id: reply.id,
    input: { attempt: 1, remote: `r-${reply.id}`, permalink: '', at: now },
    door: 'worker',
  });
  await perform(at.house, recordSent, {
    actor: systemActor('reaction'),
    id,
    input: { kind: reply.kind, at: now },
    door: 'worker',
  });
}

describe('what comes in', () => {
  test('is taken in once, however often the network tells us', async () => {
    const remote = 'told-often';
    const all = await Promise.all([received({ remote }), received({ remote }), received({ remote })]);
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
  });
  test('in hours has two working hours, and the clause is cited', async () => {
    const { id } = await received({ at: '2026-11-24T10:00:00Z' });
    expect((await rowOf(id)).aim_at.toString()).toBe('2026-11-24T12:00:00Z');
    const [line] = await at.house.store.trail.find({ row: id, command: 'enquiry.reckon' });
    expect(line?.entry.rule).toBe('inbox.reply-within');
    expect(line?.entry.clause).toBe(at.house.policies.get('icb002/1.0').cite('inbox.reply-within').clause);
  });
  test('out of hours is due by the close of the next working day: Saturday 11:00, Wednesday 07:30, Friday 17:00', async () => {
    const limit = async (instant: string) => {
      at.clock.set(instant);
      return (await rowOf((await received()).id)).limit_at.toString();
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
    expect(await refusedWith(perform(at.house, capture, { actor: officer, input: {}, door }))).toMatch(
      /^input: /,
    );
  });
  test('a second message of the same person in the same thread keeps the first due time', async () => {
    const same = { authorId: 'talker', authorHandle: 'talker', root: 'thread-1' };
    const first = await received({ ...same, remote: 'thread-1' });
    at.clock.set('2026-11-24T11:00:00Z');
    const second = await received({ ...same });
    expect((await rowOf(second.id)).state).toBe('joined');
    expect((await rowOf(first.id)).aim_at.toString()).toBe('2026-11-24T12:00:00Z');
  });
  test('changed by its author it keeps its due time; deleted it is neither met nor missed', async () => {
    const { id } = await received();
    const before = await rowOf(id);
    await perform(at.house, change, { actor: collector, id, input: { text: 'Other words' }, door: 'worker' });
    const after = await rowOf(id);
    expect([after.changed_after_receipt, after.aim_at.toString()]).toEqual([true, before.aim_at.toString()]);
    await perform(at.house, withdraw, { actor: collector, id, input: {}, door: 'worker' });
    expect((await rowOf(id)).state).toBe('withdrawn');
  });
});

describe('who has it', () => {
  test('one person holds it for the policy’s minutes, others are told who', async () => {
    const { id } = await received();
    await act(claim, id);
    expect(await refusedWith(act(answer, id, { text: 'Mine' }, other))).toBe('inbox.held');
    at.clock.set('2026-11-24T10:16:00Z');
    expect(await refusedWith(act(claim, id, {}, other))).toBe('done');
  });
  test('only those who answer the public see it at all', async () => {
    const { id } = await received();
    expect(await refusedWith(act(claim, id, {}, at.person('Nia Nurse')))).toBe('kernel.not-found');
    await expect(
      askQuestion(at.house, waiting as never, { actor: at.person('Nia Nurse') }),
    ).rejects.toBeInstanceOf(Refused);
  });
});

describe('answering', () => {
  test('it is answered when the network took the reply, not before, and never twice', async () => {
    const { id } = await received();
    await act(answer, id, { text: 'On Station Road.' });
    expect((await rowOf(id)).state).toBe('being-answered');
    const reply = await replyOf(id);
    expect((await replyToSend(readerOf(at.house.store.read()), reply.id))?.key).toBe(reply.id);
    at.clock.set('2026-11-24T11:20:00Z');
    await sent(id);
    const done = await rowOf(id);
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
    const { id } = await received();
    expect(await refusedWith(act(signpost, id, { entry: entry.id, rechecked: false }))).toBe(
      'inbox.stale-signpost',
    );
    await act(signpost, id, { entry: entry.id, rechecked: true });
    expect(await replyOf(id)).toMatchObject({ signpost: entry.id, signpost_version: 1, kind: 'signpost' });
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
    const { id } = await received();
    const input = { department: department.id, summary: 'No nurse came.', consent: false };
    expect(await refusedWith(act(passOn, id, { ...input, department: silent.id }))).toBe(
      'inbox.nobody-there',
    );
    expect(await refusedWith(act(passOn, id, { ...input, contact: '07700 900123' }))).toBe('input: consent');
    await act(passOn, id, input);
    expect((await replyOf(id)).text).toMatch(/They will answer you by Thursday 26 November/);
    await sent(id);
    expect(await rowOf(id)).toMatchObject({ state: 'with-department', inside: true });
  });
  test('waiting on them needs our question on record', async () => {
    const { id } = await received();
    expect(await refusedWith(act(waitOnThem, id))).toBe('kernel.not-now');
    await act(askBack, id, { text: 'Which clinic do you mean?' });
    await sent(id);
    expect((await rowOf(id)).state).toBe('waiting-on-them');
  });
});

describe('every enquiry ends in an answer or a reason', () => {
  test('no reason, no end; a reason that claims a reply needs the reply', async () => {
    const { id } = await received();
    expect(await refusedWith(act(close, id))).toBe('input: reason');
    expect(await refusedWith(act(close, id, { reason: 'because' }))).toBe('input: reason');
    expect(await refusedWith(act(close, id, { reason: 'answered' }))).toBe('inbox.no-reply-on-record');
    expect(await refusedWith(act(close, id, { reason: 'no-reply' }))).toBe('input: why');
    await act(close, id, { reason: 'no-reply', why: 'thanks' });
    expect(await rowOf(id)).toMatchObject({
      state: 'closed',
      close_reason: 'no-reply',
      no_reply_why: 'thanks',
    });
  });
  test('no step but close, withdraw and the department’s answer leads to an end', () => {
    const ends = inbox.lifecycles[0]?.steps
      .filter((step) => [step.to].flat().some((to) => to === 'closed' || to === 'withdrawn'))
      .map((step) => step.by);
    expect(ends).toEqual(['department-answered', 'override', 'close', 'withdraw']);
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
    account,
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
