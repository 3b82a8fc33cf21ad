import { describe, expect, test } from 'vitest';
import { refusedWith } from './builders.ts';
import { askBack, waitOnThem } from './commands/ask-back.ts';
import { change, withdraw } from './commands/changed-outside.ts';
import { claim } from './commands/claim.ts';
import { close } from './commands/close.ts';
import { join, setApart } from './commands/join.ts';
import { raise } from './commands/severity.ts';
import { note } from './commands/note.ts';
import { reopen } from './commands/reopen.ts';
import { reply as answer } from './commands/reply.ts';
import { openDesk } from './testing-desk.ts';

const { at, desk, officer } = await openDesk();
let people = 0;

/** The same person in the same thread, however often. */
const talker = () => {
  people += 1;
  return { authorId: `talker-${people}`, authorHandle: `talker-${people}`, root: `thread-${people}` };
};
const aim = async (id: string) => (await desk.rowOf(id)).aim_at.toString();
const limit = async (id: string) => (await desk.rowOf(id)).limit_at.toString();

describe('messages of one person', () => {
  test('before any reply are answered together: the first due time stays, and the list says how many', async () => {
    const who = talker();
    const first = await desk.received(who);
    at.clock.set('2026-11-24T11:30:00Z');
    const second = await desk.received(who);
    expect(await desk.rowOf(second.id)).toMatchObject({ state: 'joined', follows: first.id });
    expect(await desk.rowOf(first.id)).toMatchObject({ messages: 2, state: 'waiting' });
    expect(await aim(first.id)).toBe('2026-11-24T12:00:00Z');
    expect((await desk.rowOf(first.id)).heard_at.toString()).toBe('2026-11-24T11:30:00Z');
  });
  test('that reach us in the wrong order keep the due time of what was said first', async () => {
    const who = talker();
    const later = await desk.received({ ...who, at: '2026-11-24T09:50:00Z' });
    await desk.received({ ...who, at: '2026-11-24T09:10:00Z' });
    expect(await aim(later.id)).toBe('2026-11-24T11:10:00Z');
  });
  test('while a reply is on its way stand alone, with the earlier due time', async () => {
    const who = talker();
    const first = await desk.received(who);
    await desk.act(answer, first.id, { text: 'Hello' });
    at.clock.set('2026-11-24T11:00:00Z');
    const second = await desk.received(who);
    expect(await desk.rowOf(second.id)).toMatchObject({ state: 'waiting', follows: null });
    expect(await aim(second.id)).toBe('2026-11-24T12:00:00Z');
  });
  test('after a reply start a clock of their own', async () => {
    const who = talker();
    const first = await desk.received(who);
    await desk.act(answer, first.id, { text: 'Hello' });
    await desk.sent(first.id);
    at.clock.set('2026-11-24T14:00:00Z');
    const second = await desk.received(who);
    expect(await desk.rowOf(second.id)).toMatchObject({ state: 'waiting', follows: null });
    expect(await aim(second.id)).toBe('2026-11-24T16:00:00Z');
  });
  test('after it was closed are a new enquiry with a new clock; what was closed stays closed', async () => {
    const who = talker();
    const first = await desk.received(who);
    await desk.act(close, first.id, { reason: 'no-reply', why: 'thanks' });
    at.clock.set('2026-11-24T15:30:00Z');
    const second = await desk.received(who);
    expect(await desk.rowOf(second.id)).toMatchObject({ state: 'waiting', follows: null });
    expect(await aim(second.id)).toBe('2026-11-25T09:30:00Z');
    expect(await desk.rowOf(first.id)).toMatchObject({ state: 'closed', close_reason: 'no-reply' });
  });
  test('are one conversation in private, and one a thread in public; another person is another', async () => {
    const who = talker();
    const first = await desk.received(who);
    const elsewhere = await desk.received({ ...who, root: 'another-thread' });
    const stranger = await desk.received({ ...who, authorId: 'stranger', authorHandle: 'stranger' });
    const secret = { ...who, visibility: 'private', kind: 'direct-message' };
    const firstSecret = await desk.received({ ...secret, root: 'a' });
    const secondSecret = await desk.received({ ...secret, root: 'b' });
    const state = async ({ id }: { id: string }) => (await desk.rowOf(id)).state;
    expect(await Promise.all([first, elsewhere, stranger, firstSecret].map(state))).toEqual(
      Array(4).fill('waiting'),
    );
    expect(await desk.rowOf(secondSecret.id)).toMatchObject({ follows: firstSecret.id });
  });
});

describe('joining by hand', () => {
  const pair = async () => {
    const who = talker();
    const first = await desk.received(who);
    at.clock.set('2026-11-24T11:00:00Z');
    const second = await desk.received({ ...who, root: `other-${who.root}` });
    return [first.id, second.id] as const;
  };
  test('answers two as one, by the due time of the earliest receipt', async () => {
    const [first, second] = await pair();
    await desk.act(join, second, { into: first });
    expect(await desk.rowOf(second)).toMatchObject({ state: 'joined', follows: first });
    expect(await aim(first)).toBe('2026-11-24T12:00:00Z');
  });
  test('the other way round takes the earlier due time along, and what belonged to it', async () => {
    const who = talker();
    const first = await desk.received(who);
    const follower = await desk.received(who);
    at.clock.set('2026-11-24T11:00:00Z');
    const second = await desk.received({ ...who, root: 'elsewhere' });
    expect(await aim(second.id)).toBe('2026-11-24T13:00:00Z');
    await desk.act(join, first.id, { into: second.id });
    expect(await aim(second.id)).toBe('2026-11-24T12:00:00Z');
    expect(await limit(second.id)).toBe('2026-11-24T12:00:00Z');
    expect(await desk.rowOf(follower.id)).toMatchObject({ state: 'joined', follows: second.id });
  });
  test('is offered among messages of the same person only', async () => {
    const [first] = await pair();
    const stranger = await desk.received();
    expect(await refusedWith(desk.act(join, first, { into: stranger.id }))).toBe('input: into');
    expect(await refusedWith(desk.act(join, first, { into: first }))).toBe('input: into');
  });
  test('can be undone: a question of its own has its own clock from when it came', async () => {
    const [first, second] = await pair();
    await desk.act(join, second, { into: first });
    await desk.act(setApart, second);
    expect(await desk.rowOf(second)).toMatchObject({ state: 'waiting', follows: null, apart: true });
    expect((await desk.rowOf(first)).messages).toBe(1);
    expect(await aim(second)).toBe('2026-11-24T13:00:00Z');
  });
});

describe('opening again', () => {
  test('what was never answered is as late as it is', async () => {
    const { id } = await desk.received();
    await desk.act(close, id, { reason: 'no-reply', why: 'thanks' });
    at.clock.set('2026-11-25T10:00:00Z');
    await desk.act(reopen, id, { why: 'There was a question in it' });
    expect(await desk.rowOf(id)).toMatchObject({
      state: 'waiting',
      close_reason: null,
      no_reply_why: null,
      closed_at: null,
    });
    expect(await limit(id)).toBe('2026-11-24T12:00:00Z');
  });
  test('what was answered starts a new clock, and its first answer stays on record', async () => {
    const { id } = await desk.received();
    await desk.act(answer, id, { text: 'Hello' });
    await desk.sent(id);
    at.clock.set('2026-11-25T10:00:00Z');
    await desk.act(reopen, id, { why: 'They telephoned: it did not help' });
    expect(await limit(id)).toBe('2026-11-25T12:00:00Z');
    expect(await desk.rowOf(id)).toMatchObject({ reply_minutes: 0, inside: true });
  });
  test('needs a reason, and something that is at an end', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(reopen, id, { why: 'x' }))).toBe('kernel.not-now');
    await desk.act(close, id, { reason: 'spam' });
    expect(await refusedWith(desk.act(reopen, id))).toBe('input: why');
  });
});

describe('a question back', () => {
  test('before any reply pauses nothing; the question itself is the reply that stops the clock', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(waitOnThem, id))).toBe('kernel.not-now');
    await desk.act(askBack, id, { text: 'Which clinic do you mean?' });
    expect(await desk.rowOf(id)).toMatchObject({ state: 'being-answered', first_reply_at: null });
    at.clock.set('2026-11-24T10:40:00Z');
    await desk.sent(id);
    const row = await desk.rowOf(id);
    expect(row).toMatchObject({ state: 'waiting-on-them', inside: true, reply_minutes: 40 });
    expect(row.waiting_since?.toString()).toBe('2026-11-24T10:40:00Z');
  });
  test('waits on them without growing late, and their answer starts the next clock', async () => {
    const who = talker();
    const { id } = await desk.received(who);
    await desk.act(askBack, id, { text: 'Which clinic do you mean?' });
    await desk.sent(id);
    at.clock.set('2026-11-26T15:30:00Z');
    const { counts } = await desk.asks('inbox.waiting', officer());
    const late = await desk.asks('inbox.waiting', officer(), { view: 'at-risk' });
    expect(late.rows.map((row: { id: string }) => row.id)).not.toContain(id);
    expect(counts['waiting-on-others']).toBeGreaterThan(0);
    const next = await desk.received(who);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'answered', waiting_since: null });
    expect(await limit(next.id)).toBe('2026-11-27T09:30:00Z');
    expect(await limit(id)).toBe('2026-11-24T12:00:00Z');
  });
  test('an answer that asked nothing is no ground for waiting on them', async () => {
    const { id } = await desk.received();
    await desk.act(answer, id, { text: 'On Station Road.' });
    await desk.sent(id);
    expect(await refusedWith(desk.act(waitOnThem, id))).toBe('inbox.no-question');
  });
  test('a question on record lets it wait for them again', async () => {
    const who = talker();
    const { id } = await desk.received(who);
    await desk.act(askBack, id, { text: 'Which clinic do you mean?' });
    await desk.sent(id);
    await desk.received(who);
    await desk.act(waitOnThem, id);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting-on-them' });
  });
});

describe('a note', () => {
  test('is seen by colleagues in the thread, and changes no clock, no state and no holder', async () => {
    const { id } = await desk.received();
    const before = await desk.rowOf(id);
    await desk.act(note, id, { text: 'I asked the clinic.' });
    const { state, aim_at, claimed_by, first_reply_at } = await desk.rowOf(id);
    expect([state, aim_at.toString(), claimed_by, first_reply_at]).toEqual([
      'waiting',
      before.aim_at.toString(),
      null,
      null,
    ]);
    const { thread } = await desk.asks('inbox.enquiry', officer(), { id });
    expect(thread.at(-1)).toMatchObject({ by: 'colleague', text: 'I asked the clinic.' });
  });
  test('leaves none of its words in the audit trail', async () => {
    const { id } = await desk.received();
    await desk.act(note, id, { text: 'Unmistakable words' });
    const lines = await at.house.store.trail.find({ row: id });
    expect(JSON.stringify(lines)).not.toContain('Unmistakable');
    expect(lines[0]?.entry.command).toBe('enquiry.note');
  });
});

describe('changed outside', () => {
  test('keeps its due time, shows that it changed, and keeps what it said first through every later change', async () => {
    const { id } = await desk.received({ text: 'First words' });
    const before = await aim(id);
    await desk.bySystem('collector', change, id, { text: 'Second words' });
    await desk.bySystem('collector', change, id, { text: 'Third words' });
    expect(await desk.rowOf(id)).toMatchObject({
      text: 'Third words',
      text_at_receipt: 'First words',
      changed_after_receipt: true,
    });
    expect(await aim(id)).toBe(before);
    const { thread } = await desk.asks('inbox.enquiry', officer(), { id });
    expect(thread[0]).toMatchObject({ text: 'Third words', first: 'First words', changed: true });
  });
  test('the same words again are no change', async () => {
    const { id } = await desk.received({ text: 'First words' });
    await desk.bySystem('collector', change, id, { text: 'First words' });
    expect(await desk.rowOf(id)).toMatchObject({ changed_after_receipt: false });
  });
  test('deleted before an answer it is neither met nor missed; after one it stays answered', async () => {
    const open = await desk.received();
    await desk.act(claim, open.id);
    await desk.bySystem('collector', withdraw, open.id);
    expect(await desk.rowOf(open.id)).toMatchObject({ state: 'withdrawn', inside: null, claimed_by: null });
    const done = await desk.received();
    await desk.act(answer, done.id, { text: 'Hello' });
    await desk.sent(done.id);
    await desk.bySystem('collector', withdraw, done.id);
    const row = await desk.rowOf(done.id);
    expect([row.state, row.inside, row.withdrawn_at?.toString()]).toEqual([
      'answered',
      true,
      '2026-11-24T10:00:00Z',
    ]);
  });
  test('what was joined to it stands by itself again, the next one joined to that', async () => {
    const who = talker();
    const first = await desk.received(who);
    at.clock.set('2026-11-24T10:30:00Z');
    const second = await desk.received(who);
    const third = await desk.received(who);
    await desk.bySystem('collector', withdraw, first.id);
    expect(await desk.rowOf(second.id)).toMatchObject({ state: 'waiting', follows: null });
    expect(await aim(second.id)).toBe('2026-11-24T12:30:00Z');
    expect(await desk.rowOf(third.id)).toMatchObject({ state: 'joined', follows: second.id });
  });
  test('is the collector’s to say: no person changes what the public said', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(change, id, { text: 'Kinder words' }))).toBe('kernel.not-yours');
  });
});

test('risk goes before age in the list, and due next goes by time alone', async () => {
  const quiet = await desk.received();
  at.clock.set('2026-11-24T10:05:00Z');
  const risky = await desk.received();
  await desk.act(raise, risky.id, { level: 'level-1' });
  const order = async (view: string) => {
    const ids = (await desk.asks('inbox.waiting', officer(), { view })).rows.map(
      (row: { id: string }) => row.id,
    );
    expect(ids).toEqual(expect.arrayContaining([risky.id, quiet.id]));
    return ids.indexOf(risky.id) < ids.indexOf(quiet.id);
  };
  expect([await order('unclaimed'), await order('due-next')]).toEqual([true, false]);
});
