import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { offer } from '#kernel/offer.ts';
import { person, type Actor } from '#kernel/rights.ts';
import { peopleIn } from '#features/people/index.ts';
import { testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { testHouse } from '#store/testing-house.ts';
import { inboxDesk, refusedWith, type InboxDesk } from './builders.ts';
import { close } from './commands/close.ts';
import { endLawClock, startLawClock } from './commands/law-clocks.ts';
import { inbox } from './index.ts';
import { lawClockFrom, lawColumns } from './law-clocks.ts';
import { inboxPages } from './pages.tsx';

const rooms = [peopleIn('Europe/London'), inbox];
let door: TestWeb;
let desk: InboxDesk;
let olu: Record<string, string>;
let officer: Actor;
beforeAll(async () => {
  door = await testWeb({ rooms, options: () => ({ pages: [inboxPages] }) });
  olu = door.sit('Olu Officer', 'communications');
  officer = person(olu['cookie']?.replace('person=', '') ?? '');
  desk = inboxDesk(door.at, () => officer);
});
afterAll(() => door.close());
beforeEach(() => door.at.clock.set('2026-11-18T11:00:00Z'));

const dueOn = (clock: Parameters<typeof lawClockFrom>[0]['clock'], received: string) =>
  lawClockFrom({ id: clock, clock }, Temporal.Instant.from(received), 'Europe/London').dueOn;

describe('the last day', () => {
  test('is the law’s, not ours: holidays of the whole United Kingdom for information, a month for one’s own data', () => {
    expect(dueOn('foi', '2026-11-18T11:00:00Z')).toBe('2026-12-17');
    expect(dueOn('complaint-acknowledgement', '2026-11-18T11:00:00Z')).toBe('2026-11-23');
    expect(dueOn('rights-request', '2026-11-18T11:00:00Z')).toBe('2026-12-18');
    expect(dueOn('data-protection-complaint', '2026-11-18T11:00:00Z')).toBe('2026-12-18');
  });
  test('of what came on a Saturday counts from then all the same', () => {
    expect(dueOn('foi', '2026-11-21T20:00:00Z')).toBe('2026-12-21');
    expect(dueOn('complaint-acknowledgement', '2026-11-21T20:00:00Z')).toBe('2026-11-25');
    expect(dueOn('rights-request', '2026-11-21T20:00:00Z')).toBe('2026-12-21');
  });
  test('goes by the local day of receipt: half past midnight in summer is the day that has begun', () => {
    expect(dueOn('rights-request', '2026-06-30T23:30:00Z')).toBe('2026-08-03');
    expect(dueOn('rights-request', '2026-06-30T22:30:00Z')).toBe('2026-07-30');
  });
  test('of several that run, the first is the one that a list goes by; none that has ended', () => {
    const at = Temporal.Instant.from('2026-11-18T11:00:00Z');
    const foi = lawClockFrom({ id: 'a', clock: 'foi' }, at, 'Europe/London');
    const complaint = lawClockFrom({ id: 'b', clock: 'complaint-acknowledgement' }, at, 'Europe/London');
    expect(lawColumns([foi, complaint]).law_due_at?.toString()).toBe(complaint.dueAt);
    expect(lawColumns([foi, { ...complaint, endedAt: at.toString() }]).law_due_at?.toString()).toBe(
      foi.dueAt,
    );
    expect(lawColumns([]).law_due_at).toBeNull();
  });
});

describe('a clock of the law', () => {
  const started = async (clock = 'information') => {
    const { id } = await desk.received({ text: 'How much was spent on agency nurses in May?' });
    await desk.act(startLawClock, id, { clock });
    return id;
  };
  test('runs beside the policy’s own clocks and changes neither', async () => {
    const { id } = await desk.received();
    const before = await desk.rowOf(id);
    await desk.act(startLawClock, id, { clock: 'information' });
    const row = await desk.rowOf(id);
    expect([row.aim_at, row.limit_at].map(String)).toEqual([before.aim_at, before.limit_at].map(String));
    expect(row.law_due_at?.toString()).toBe('2026-12-17T23:59:59.999Z');
    expect(row.law_clocks.list).toMatchObject([{ id: 'information', clock: 'foi', dueOn: '2026-12-17' }]);
    const line = await desk.lineOf(id, 'enquiry.start-law-clock');
    expect(line).toMatchObject({ basis: 'default', facts: { clock: 'information', due: '2026-12-17' } });
  });
  test('one message may start several, each once, and no other than the policy names', async () => {
    const id = await started();
    await desk.act(startLawClock, id, { clock: 'complaint' });
    expect((await desk.rowOf(id)).law_due_at?.toString()).toBe('2026-11-23T23:59:59.999Z');
    expect(await refusedWith(desk.act(startLawClock, id, { clock: 'complaint' }))).toBe('input: clock');
    expect(await refusedWith(desk.act(startLawClock, id, { clock: 'parking' }))).toBe('input: clock');
    for (const clock of ['own-data', 'data-complaint']) await desk.act(startLawClock, id, { clock });
    expect(await refusedWith(offer(door.at.house, startLawClock, { actor: officer, id }))).toBe(
      'inbox.every-law-clock',
    );
  });
  test('runs on when the message is answered or closed, until somebody records that it is done', async () => {
    const id = await started();
    await desk.act(close, id, { reason: 'no-reply', why: 'no-question' });
    const running = async () =>
      (await desk.asks('inbox.waiting', officer, { view: 'law' })).rows.map((row: { id: string }) => row.id);
    expect(await running()).toContain(id);
    door.at.clock.set('2026-12-17T23:59:00Z');
    await desk.act(endLawClock, id, { clock: 'information' });
    expect(await running()).not.toContain(id);
    expect((await desk.lineOf(id, 'enquiry.end-law-clock'))?.facts).toMatchObject({ inTime: true });
    expect(await refusedWith(offer(door.at.house, endLawClock, { actor: officer, id }))).toBe(
      'inbox.no-law-clock',
    );
  });
  test('that ends a day late says so', async () => {
    const id = await started();
    door.at.clock.set('2026-12-18T00:00:00Z');
    await desk.act(endLawClock, id, { clock: 'information' });
    expect((await desk.lineOf(id, 'enquiry.end-law-clock'))?.facts).toMatchObject({ inTime: false });
    expect((await door.get(`/inbox/${id}`, olu)).body).toMatch(/Done on Fri 18 Dec 2026, late/);
  });
  test('stands beside the message and in its row, with its last day, and says when it is late', async () => {
    const id = await started();
    const page = (await door.get(`/inbox/${id}`, olu)).body;
    expect(page).toContain('Answer a freedom of information request');
    expect(page).toContain('Thu 17 Dec 2026');
    expect(page).toContain('are those of any part of the United Kingdom.');
    const list = (await door.get('/inbox?view=law', olu)).body;
    expect(list).toMatch(/Request for information: by <time dateTime="2026-12-17">Thu 17 Dec 2026/);
    door.at.clock.set('2026-12-18T09:00:00Z');
    expect((await door.get(`/inbox/${id}`, olu)).body).toContain('Late: was due by');
    expect((await door.get('/inbox?view=law', olu)).body).toContain('late, was due by');
  });
  test('the list goes by the last day, the first to end first', async () => {
    await started('complaint');
    await started('own-data');
    const { rows } = await desk.asks('inbox.waiting', officer, { view: 'law' });
    const ends = rows.map((row: { lawClocks: { dueAt: string; endedAt: string | null }[] }) =>
      row.lawClocks
        .filter((clock) => clock.endedAt === null)
        .map((clock) => clock.dueAt)
        .toSorted()
        .at(0),
    );
    expect(ends).toEqual(ends.toSorted());
    expect(new Set(ends).size).toBeGreaterThan(1);
  });
});

test('another policy names other clocks: the council’s knows no complaint of the health service', async () => {
  const at = await testHouse({ rooms, policies: ['lmc-sm/2.1'] });
  const asker = at.person('Cass Council', 'communications');
  const there = inboxDesk(at, () => asker);
  const { id } = await there.received();
  expect(await refusedWith(there.act(startLawClock, id, { clock: 'complaint' }))).toBe('input: clock');
  expect(await refusedWith(there.act(startLawClock, id, { clock: 'own-data' }))).toBe('done');
  await at.close();
});

test('one’s own data are counted by the holidays of the place that the policy names: St Andrew’s Day is one in Scotland', async () => {
  const lastDay = async (policy: string) => {
    const at = await testHouse({ rooms, policies: [policy], now: '2026-10-30T11:00:00Z' });
    const asker = at.person('Sam Clerk', 'communications');
    const there = inboxDesk(at, () => asker);
    const { id } = await there.received();
    await there.act(startLawClock, id, { clock: 'own-data' });
    const { rows } = await there.asks('inbox.waiting', asker, { view: 'law' });
    await at.close();
    return rows[0].lawClocks[0];
  };
  expect(await lastDay('icb002/1.0')).toMatchObject({ dueOn: '2026-11-30', holidays: 'england-and-wales' });
  expect(await lastDay('lmc-sm/2.1')).toMatchObject({ dueOn: '2026-12-01', holidays: 'scotland' });
});
