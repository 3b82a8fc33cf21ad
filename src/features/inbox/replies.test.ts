import { describe, expect, test } from 'vitest';
import { effectQueue } from '#kernel/event.ts';
import { queuedIn, refusedWith } from './builders.ts';
import { askBack } from './commands/ask-back.ts';
import { close } from './commands/close.ts';
import { confirm, drop, retry } from './commands/reply-by-person.ts';
import { recordSent } from './commands/record-sent.ts';
import { reply as answer } from './commands/reply.ts';
import { beginSending, markHeld, markRefused, markSent, markUnknown, wake } from './commands/sending.ts';
import { writeReply } from './commands/write-reply.ts';
import { timers } from './timers.ts';
import { readerOf } from '#kernel/need.ts';
import { openDesk } from './testing-desk.ts';

const { at, desk, officer } = await openDesk();

const answered = async (text = 'On Station Road.') => {
  const { id } = await desk.received();
  await desk.act(answer, id, { text });
  return id;
};
const sends = async (reply: string) =>
  (await queuedIn(at, effectQueue('inbox.send-reply'))).filter((job) => job.data['reply'] === reply).length;
const isNotSent = async (id: string) =>
  (await desk.asks('inbox.waiting', officer(), { view: 'not-sent' })).rows.some(
    (row: { id: string }) => row.id === id,
  );

describe('a reply that the network refuses', () => {
  test('puts the enquiry back into the queue, flagged, with its own clock running on', async () => {
    const id = await answered();
    const before = await desk.rowOf(id);
    at.clock.set('2026-11-24T10:30:00Z');
    await desk.refused(id, 'Too many links.');
    const row = await desk.rowOf(id);
    expect(row).toMatchObject({ state: 'waiting', trouble: 'refused', troubles: 1, first_reply_at: null });
    expect(row.aim_at.equals(before.aim_at)).toBe(true);
    expect(await desk.replyOf(id)).toMatchObject({ state: 'refused', refused_why: 'Too many links.' });
    expect(await isNotSent(id)).toBe(true);
  });
  test('can be sent again by a person, and counts only once the network has taken it', async () => {
    const id = await answered();
    await desk.refused(id);
    const { id: reply } = await desk.replyOf(id);
    const before = await sends(reply);
    await desk.onReply(retry, reply);
    expect(await sends(reply)).toBe(before + 1);
    expect(await desk.rowOf(id)).toMatchObject({
      state: 'being-answered',
      trouble: null,
      first_reply_at: null,
    });
    expect(await isNotSent(id)).toBe(false);
    expect((await desk.lineOf(id, 'enquiry.send-again'))?.rule).toBe('inbox.answer');
    await desk.sent(id);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'answered', trouble: null, troubles: 1 });
    expect(await isNotSent(id)).toBe(false);
  });
  test('can be dropped, which takes the flag away and leaves the enquiry to be answered', async () => {
    const id = await answered();
    await desk.refused(id);
    await desk.onReply(drop, (await desk.replyOf(id)).id);
    await desk.reactions();
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting', trouble: null });
    expect(await desk.replyOf(id)).toMatchObject({ state: 'dropped' });
  });
  test('is settled by an ending for another reason: nothing stays under “not sent” for ever', async () => {
    const id = await answered();
    await desk.refused(id);
    await desk.act(close, id, { reason: 'no-reply', why: 'thanks' });
    expect(await isNotSent(id)).toBe(false);
  });
  test('as a further word, while the person has the next move, is flagged and moves nothing', async () => {
    const { id } = await desk.received();
    await desk.act(askBack, id, { text: 'Which clinic?' });
    await desk.sent(id);
    await desk.act(answer, id, { text: 'And one thing more.' });
    const before = await desk.rowOf(id);
    await desk.refused(id);
    const row = await desk.rowOf(id);
    expect(row).toMatchObject({ state: 'waiting-on-them', trouble: 'refused' });
    expect(row.aim_at.equals(before.aim_at)).toBe(true);
    expect(await isNotSent(id)).toBe(true);
  });
  test('to somebody who had an answer before starts a clock of its own', async () => {
    const id = await answered();
    await desk.sent(id);
    at.clock.set('2026-11-24T14:00:00Z');
    await desk.act(answer, id, { text: 'A second word.' });
    await desk.refused(id);
    expect((await desk.rowOf(id)).aim_at.toString()).toBe('2026-11-24T16:00:00Z');
  });
});

describe('a reply of which nobody knows whether it arrived', () => {
  test('is flagged for a person, stops no clock, and is never sent again by itself', async () => {
    const id = await answered();
    const { id: reply } = await desk.replyOf(id);
    const before = await sends(reply);
    await desk.lost(id);
    expect(await desk.rowOf(id)).toMatchObject({
      state: 'being-answered',
      trouble: 'unknown',
      first_reply_at: null,
    });
    expect(await desk.replyOf(id)).toMatchObject({ state: 'unknown' });
    expect(await sends(reply)).toBe(before);
    expect(await refusedWith(desk.bySystem('sender', beginSending, reply))).toBe('kernel.not-now');
    expect(await isNotSent(id)).toBe(true);
  });
  test('is recorded as sent where somebody finds it there, with the moment of finding', async () => {
    const id = await answered();
    await desk.lost(id);
    at.clock.set('2026-11-24T11:05:00Z');
    await desk.onReply(confirm, (await desk.replyOf(id)).id, { permalink: 'https://example.org/1' });
    await desk.reactions();
    expect(await desk.rowOf(id)).toMatchObject({ state: 'answered', inside: true, trouble: null });
    expect((await desk.rowOf(id)).reply_minutes).toBe(65);
    expect(await desk.replyOf(id)).toMatchObject({ state: 'sent', posted_by_hand: true });
  });
  test('goes back to the queue where somebody finds that it is not there and drops it', async () => {
    const id = await answered();
    await desk.lost(id);
    await desk.onReply(drop, (await desk.replyOf(id)).id);
    await desk.reactions();
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting', trouble: null });
  });
  test('that is tried again is a second attempt, before which the sender looks', async () => {
    const id = await answered();
    await desk.lost(id);
    const { id: reply } = await desk.replyOf(id);
    await desk.onReply(retry, reply);
    await desk.bySystem('sender', beginSending, reply);
    expect((await desk.replyOf(id)).attempts).toBe(2);
  });
  test('proves to have arrived after it was dropped: the fact is kept all the same', async () => {
    const id = await answered();
    await desk.lost(id);
    const { id: reply } = await desk.replyOf(id);
    await desk.onReply(drop, reply);
    await desk.reactions();
    await desk.bySystem('sender', markSent, reply, {
      attempt: 1,
      remote: 'late-news',
      permalink: '',
      at: '2026-11-24T10:02:00Z',
    });
    await desk.reactions();
    expect(await desk.rowOf(id)).toMatchObject({ state: 'answered', inside: true });
  });
});

describe('while it is being sent', () => {
  test('one attempt runs at a time, and a lease that is over lets another begin', async () => {
    const id = await answered();
    const { id: reply } = await desk.replyOf(id);
    await desk.bySystem('sender', beginSending, reply);
    expect(await refusedWith(desk.bySystem('sender', beginSending, reply))).toBe('inbox.being-sent');
    at.clock.set('2026-11-24T10:02:01Z');
    await desk.bySystem('sender', beginSending, reply);
    for (const late of [markRefused, markUnknown, markHeld]) {
      const input = { attempt: 1, reason: 'No', why: 'busy' };
      const shape = Object.fromEntries(Object.entries(input).filter(([name]) => name in late.input.shape));
      expect(await refusedWith(desk.bySystem('sender', late, reply, shape))).toBe('inbox.overtaken');
    }
  });
  test('the network’s wish to wait is kept until its moment', async () => {
    const id = await answered();
    const { id: reply } = await desk.replyOf(id);
    await desk.bySystem('sender', beginSending, reply);
    await desk.bySystem('sender', markHeld, reply, {
      attempt: 1,
      why: 'busy',
      until: '2026-11-24T10:10:00Z',
    });
    expect(await refusedWith(desk.bySystem('sender', beginSending, reply))).toBe('inbox.not-yet');
    at.clock.set('2026-11-24T10:10:00Z');
    expect(await refusedWith(desk.bySystem('sender', beginSending, reply))).toBe('done');
  });
  test('a reply whose alarm was lost is woken, and one that waits for its moment is let be', async () => {
    const id = await answered();
    const { id: reply } = await desk.replyOf(id);
    const timer = timers.find((one) => one.perform.name === wake.name);
    const forgotten = async () =>
      (await timer?.due(readerOf(at.house.store.read()), at.clock.now()))?.includes(reply);
    expect(await forgotten()).toBe(false);
    at.clock.set('2026-11-24T10:03:01Z');
    expect(await forgotten()).toBe(true);
    await desk.bySystem('sender', beginSending, reply);
    await desk.bySystem('sender', markHeld, reply, {
      attempt: 1,
      why: 'busy',
      until: '2026-11-24T11:00:00Z',
    });
    at.clock.set('2026-11-24T10:30:00Z');
    expect(await forgotten()).toBe(false);
    at.clock.set('2026-11-24T11:03:01Z');
    expect(await forgotten()).toBe(true);
  });
});

describe('a reply that a person posts', () => {
  test('is kept for them, is never handed to the sender, and stops the clock when they say that it is posted', async () => {
    const { id } = await desk.captured();
    await desk.act(answer, id, { text: 'Yes, this is our account.' });
    const { id: reply, state } = await desk.replyOf(id);
    expect([state, await sends(reply)]).toEqual(['by-hand', 0]);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'being-answered', first_reply_at: null });
    at.clock.set('2026-11-24T12:30:00Z');
    await desk.onReply(confirm, reply);
    await desk.reactions();
    const row = await desk.rowOf(id);
    expect(row).toMatchObject({ state: 'answered', inside: false, reply_minutes: 150 });
    expect(row.first_reply_at?.toString()).toBe('2026-11-24T12:30:00Z');
  });
  test('cannot be said to be posted where a program sends it', async () => {
    const id = await answered();
    expect(await refusedWith(desk.onReply(confirm, (await desk.replyOf(id)).id))).toBe('kernel.not-now');
  });
  test('waits for a person too where the network turns out to take nothing from programs', async () => {
    const id = await answered();
    const { id: reply } = await desk.replyOf(id);
    await desk.bySystem('sender', beginSending, reply);
    await desk.bySystem('sender', markHeld, reply, { attempt: 1, why: 'by-hand' });
    expect(await desk.replyOf(id)).toMatchObject({ state: 'by-hand', posted_by_hand: true });
  });
});

describe('what stops the clock', () => {
  test('an automatic reply leaves it running and the enquiry where it is', async () => {
    const { id } = await desk.received();
    const before = await desk.rowOf(id);
    await desk.bySystem('reaction', recordSent, id, { kind: 'automatic', at: at.clock.now().toString() });
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting', first_reply_at: null, inside: null });
    expect((await desk.rowOf(id)).aim_at.equals(before.aim_at)).toBe(true);
  });
  test('at the very moment of the limit it is in time, a second later it is not', async () => {
    const inside = async (moment: string) => {
      at.clock.set('2026-11-24T10:00:00Z');
      const id = await answered();
      at.clock.set(moment);
      await desk.sent(id);
      return (await desk.rowOf(id)).inside;
    };
    expect([await inside('2026-11-24T12:00:00Z'), await inside('2026-11-24T12:00:01Z')]).toEqual([
      true,
      false,
    ]);
  });
  test('only the first reply is measured', async () => {
    const id = await answered();
    at.clock.set('2026-11-24T10:20:00Z');
    await desk.sent(id);
    at.clock.set('2026-11-24T16:00:00Z');
    await desk.act(answer, id, { text: 'One more thing.' });
    await desk.sent(id);
    expect(await desk.rowOf(id)).toMatchObject({ reply_minutes: 20, inside: true });
  });
});

test('a reply cannot be kept by itself, past its enquiry’s own step', async () => {
  const { id } = await desk.received();
  const input = { enquiry: id, kind: 'reply', text: 'Past everything' };
  expect(await refusedWith(desk.onReply(writeReply, '', input))).toBe('kernel.not-found');
});
