import { describe, expect, test } from 'vitest';
import { refusedWith } from '#features/inbox/builders.ts';
import { acknowledgePage, escalatePage } from '../commands/acknowledge-page.ts';
import { callSomebody, judgePage, waitUntilMorning } from '../commands/decide-page.ts';
import { openNight } from './testing-night.ts';

const night = await openNight();
const ack = async (enquiry: string, who: 'duty' | 'deputy' | 'director' | 'officer' = 'duty') =>
  night.does(who, acknowledgePage, (await night.pageOf(enquiry)).id);
const citedFor = async (id: string, command: string) => (await night.desk.lineOf(id, command))?.clause;

describe('a message that may be dangerous, out of hours', () => {
  test('wakes the manager on call within a minute, and says nothing that the public wrote', async () => {
    const enquiry = await night.flagged({}, { authorHandle: 'sad.person', text: 'Goodbye to you all' });
    await night.after(0, 20);
    expect(night.texts()).toEqual(['duty']);
    const page = await night.pageOf(enquiry);
    expect(page).toMatchObject({ state: 'ringing', in_hours: false, hole: false, rung: 0 });
    expect(page.received_at.until(page.paged_at!).total('seconds')).toBeLessThan(60);
    const [text] = night.twin.arrived;
    expect(text!.words).toBe('Somebody may be about to take their own life. X, Sat 23:00. Severity 1.');
    expect(text!.link).toBe(`https://signpost.example/duty/pages/${page.id}`);
    expect(JSON.stringify(night.twin.arrived)).not.toMatch(/sad\.person|Goodbye/);
    expect(night.logged()).not.toMatch(/sad\.person|Goodbye|07700/);
    expect(await citedFor(page.id, 'page.wake')).toBe('6.4.h');
  });
  test('wakes nobody twice for one step, however often it is flagged and however often the worker turns', async () => {
    const enquiry = await night.flagged();
    await Promise.all([night.flag(enquiry), night.flag(enquiry)]);
    await night.after(1);
    await night.after(2);
    expect(night.texts()).toEqual(['duty']);
    expect(await night.messagesOf(enquiry)).toHaveLength(1);
  });
  test('of the second tier wakes nobody, and of severity 1 somebody whatever the tier', async () => {
    const first = await night.flagged({ tier: 'look-first', severity: 2, lead: 'staff_abuse' });
    await night.after(1);
    expect(night.texts()).toEqual([]);
    await expect(night.pageOf(first)).rejects.toThrow();
    await night.flagged({ tier: 'look-first', severity: 1 });
    await night.after(2);
    expect(night.texts()).toEqual(['duty']);
  });
  test('that was looked at first wakes somebody once it is raised', async () => {
    const enquiry = await night.flagged({ tier: 'look-first', severity: 2 });
    await night.flag(enquiry, { tier: 'page', severity: 2, lead: 'patient_safety' });
    await night.after(1);
    expect(night.texts()).toEqual(['duty']);
    expect(await night.pageOf(enquiry)).toMatchObject({ severity: 2, lead: 'patient_safety' });
  });
});

describe('while nobody answers', () => {
  test('it wakes again at 10 minutes, the deputy at 20, the director at 30, and the log has it all', async () => {
    const enquiry = await night.flagged();
    for (const minute of [0, 5, 9]) await night.after(minute, 59);
    expect(night.texts()).toEqual(['duty']);
    await night.after(10);
    expect(night.texts()).toEqual(['duty', 'duty']);
    await night.after(19, 59);
    expect(night.texts()).toHaveLength(2);
    await night.after(20);
    await night.after(30);
    expect(night.texts()).toEqual(['duty', 'duty', 'deputy', 'director']);
    await night.after(55);
    expect(night.texts()).toHaveLength(4);
    const page = await night.pageOf(enquiry);
    expect(page).toMatchObject({ state: 'ringing', rung: 3, next_at: null });
    const steps = await night.house.house.store.trail.find({ row: page.id, command: 'page.step' });
    expect(steps.map(({ entry }) => [entry.at, entry.facts['who'], entry.clause]).reverse()).toEqual([
      ['2026-11-28T23:10:00Z', 'duty', '6.4.h'],
      ['2026-11-28T23:20:00Z', 'deputy', '6.4.h'],
      ['2026-11-28T23:30:00Z', 'director', '6.4.h'],
    ]);
  });
  test('a worker that was away takes the steps that are due, one after another, and none twice', async () => {
    await night.flagged();
    await night.after(0, 10);
    await night.after(25);
    await night.after(25, 15);
    await night.after(25, 30);
    expect(night.texts()).toEqual(['duty', 'duty', 'deputy']);
    await night.after(30);
    expect(night.texts()).toEqual(['duty', 'duty', 'deputy', 'director']);
  });
  test('whoever says that they have it stops it; anybody further up may', async () => {
    const enquiry = await night.flagged();
    await night.after(0, 10);
    await night.after(10);
    night.house.clock.set('2026-11-28T23:12:00Z');
    await ack(enquiry, 'director');
    for (const minute of [20, 30, 60]) await night.after(minute);
    expect(night.texts()).toEqual(['duty', 'duty']);
    expect(await night.pageOf(enquiry)).toMatchObject({
      state: 'acknowledged',
      acknowledged_by: night.who.director.id,
      next_at: null,
    });
  });
  test('what was on its way when somebody answered is let go unsent', async () => {
    const enquiry = await night.flagged();
    await ack(enquiry);
    await night.after(1);
    expect(night.texts()).toEqual([]);
    expect(await night.messagesOf(enquiry)).toMatchObject([{ state: 'failed', why: 'no-longer-wanted' }]);
  });
});

describe('what is decided', () => {
  test('Saturday 23:00: acknowledged at 23:04, answered with 999 and 111, and on Monday’s list', async () => {
    const enquiry = await night.flagged();
    await night.after(0, 20);
    night.house.clock.set('2026-11-28T23:04:00Z');
    await ack(enquiry);
    const text = 'We are worried about you. If you are in danger call 999. You can call 111 at any hour.';
    await night.desk.act(night.command('enquiry.reply'), enquiry, { text }, night.who.duty);
    await night.desk.sent(enquiry);
    expect(await night.pageOf(enquiry)).toMatchObject({
      state: 'decided',
      decision: 'replied',
      decided_by: night.who.duty.id,
    });
    const page = await night.pageOf(enquiry);
    expect(page.received_at.until(page.acknowledged_at!).total('minutes')).toBe(4);
    expect(await citedFor(page.id, 'page.record-reply')).toBe('6.4.k');
    const left = await night.flagged({ tier: 'look-first', severity: 2, lead: 'data_exposed' });
    night.house.clock.set('2026-11-30T09:00:00Z');
    const { rows } = await night.desk.asks('inbox.morning', night.who.officer);
    expect(rows.map((row: { id: string }) => row.id)).toContain(left);
    expect(rows.map((row: { id: string }) => row.id)).not.toContain(enquiry);
  });
  test('waits until the morning with a reason, which is kept and cited, and no trail holds the words', async () => {
    const enquiry = await night.flagged();
    await night.after(0, 20);
    const { id } = await night.pageOf(enquiry);
    expect(await refusedWith(night.does('duty', waitUntilMorning, id))).toBe('input: reason');
    await night.does('duty', waitUntilMorning, id, { reason: 'The ward knows; answer at nine' });
    expect(await night.pageOf(enquiry)).toMatchObject({
      state: 'decided',
      decision: 'wait',
      acknowledged_by: night.who.duty.id,
    });
    const trail = await night.house.house.store.trail.find({ row: id });
    expect(JSON.stringify(trail)).not.toContain('ward');
    expect(await citedFor(id, 'page.wait')).toBe('6.4.k');
    await night.after(60);
    expect(night.texts()).toEqual(['duty']);
  });
  test('is a call, with whom and under which reference', async () => {
    const enquiry = await night.flagged();
    const { id } = await night.pageOf(enquiry);
    await night.does('duty', callSomebody, id, { called: '999', reference: 'INC 42', reason: 'Place known' });
    expect(await night.pageOf(enquiry)).toMatchObject({ decision: 'called' });
  });
  test('handed up, it wakes the director at once and rings again until somebody has it', async () => {
    const enquiry = await night.flagged();
    await night.after(0, 20);
    const { id } = await night.pageOf(enquiry);
    await ack(enquiry);
    await night.does('duty', escalatePage, id, { to: 'director', reason: 'A journalist is asking' });
    await night.after(5);
    expect(night.texts()).toEqual(['duty', 'director']);
    expect(await night.pageOf(enquiry)).toMatchObject({ state: 'ringing', next_at: null });
    expect(await refusedWith(night.does('duty', escalatePage, id, { to: 'deputy', reason: 'x' }))).toBe(
      'input: to',
    );
  });
  test('handed up to the deputy, the director is woken ten minutes later', async () => {
    const enquiry = await night.flagged();
    await night.after(0, 20);
    await night.does('duty', escalatePage, (await night.pageOf(enquiry)).id, {
      to: 'deputy',
      reason: 'I am on a train',
    });
    await night.after(1);
    await night.after(10, 30);
    expect(night.texts()).toEqual(['duty', 'deputy', 'director']);
  });
  test('closed in the inbox, it rings no more', async () => {
    const enquiry = await night.flagged();
    await night.after(0, 20);
    await night.desk.act(night.command('enquiry.close'), enquiry, { reason: 'spam' }, night.who.duty);
    await night.after(10);
    expect(night.texts()).toEqual(['duty']);
    expect(await night.pageOf(enquiry)).toMatchObject({ state: 'decided', decision: 'closed' });
  });
  test('whether it was right to wake somebody is said afterwards', async () => {
    const enquiry = await night.flagged();
    const { id } = await night.pageOf(enquiry);
    await night.does('duty', judgePage, id, { verdict: 'for-nothing' });
    expect(await night.pageOf(enquiry)).toMatchObject({ for_nothing: true, judged_by: night.who.duty.id });
  });
});

describe('in hours', () => {
  const TUESDAY = '2026-12-01T10:00:00Z';
  const day = async (minutes: number) => {
    night.house.clock.set(Temporal.Instant.from(TUESDAY).add({ minutes }));
    await night.work();
  };
  const channels = () => night.twin.arrived.map(({ channel }) => channel);
  test('the team’s room is told at once, the senior manager after 15 minutes, the director after 30', async () => {
    night.house.clock.set(TUESDAY);
    const enquiry = await night.flagged();
    await day(0);
    expect(channels()).toEqual(['team']);
    expect(await night.pageOf(enquiry)).toMatchObject({ in_hours: true, state: 'ringing' });
    expect(await citedFor((await night.pageOf(enquiry)).id, 'page.alert')).toBe('6.4.m');
    await day(14);
    expect(channels()).toEqual(['team']);
    await day(15);
    expect(night.texts()).toEqual(['senior']);
    await day(30);
    expect(night.texts()).toEqual(['senior', 'director']);
  });
  test('an officer who has it stops the clock', async () => {
    night.house.clock.set(TUESDAY);
    const enquiry = await night.flagged();
    await day(0);
    await ack(enquiry, 'officer');
    await day(30);
    expect(channels()).toEqual(['team']);
  });
});
