import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import type { Actor } from '#kernel/rights.ts';
import { peopleIn } from '#features/people/index.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { inboxDesk, refusedWith, type InboxDesk } from './builders.ts';
import { recordLook } from './commands/record-look.ts';
import { figures } from './figures.ts';
import { inbox } from './index.ts';
import { countLook } from './watch.ts';

let at: TestHouse;
let desk: InboxDesk;
let officer: Actor;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London'), inbox], now: '2026-11-24T09:00:00Z' });
  officer = at.person('Olu Officer', 'communications');
  desk = inboxDesk(at, () => officer);
});
afterAll(() => at.close());

const looked = async (moment: string, kind: 'person' | 'poll' = 'person', place = 'inbox') => {
  at.clock.set(moment);
  await desk.bySystem(kind === 'poll' ? 'collector' : 'watch', recordLook, undefined, { place, kind });
};
const dayOf = (date?: string) => desk.asks('inbox.day', officer, date === undefined ? {} : { date });
const minute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

describe('one day', () => {
  test('shows when we were open, each minute that was looked at, and open time in which nobody looked too long', async () => {
    // Looked at 09:00, 10:30 and 12:01: exactly 90 open minutes are no gap, and the rest of the day is one.
    for (const clock of ['09:00', '10:31', '12:01']) await looked(`2026-11-24T${clock}:30Z`);
    at.clock.set('2026-11-24T19:00:00Z');
    const day = await dayOf();
    expect(day).toMatchObject({
      date: '2026-11-24',
      open: [{ from: minute('09:00'), to: minute('17:00') }],
      closedBecause: null,
      allowed: 90,
      now: minute('19:00'),
    });
    expect(day.marks.map((mark: { minute: number }) => mark.minute)).toEqual(
      ['09:00', '10:31', '12:01'].map(minute),
    );
    expect(day.gaps).toEqual([{ kind: 'person', from: minute('12:02'), to: minute('17:00'), minutes: 298 }]);
  });
  test('is judged only as far as it has gone', async () => {
    at.clock.set('2026-11-24T13:00:00Z');
    expect((await dayOf()).gaps).toEqual([]);
    at.clock.set('2026-11-24T13:33:00Z');
    expect((await dayOf()).gaps).toMatchObject([{ from: minute('12:02'), minutes: 91 }]);
  });
  test('counts a minute once, however many look, and never says who', async () => {
    at.clock.set('2026-11-26T09:00:00Z');
    await Promise.all([1, 2, 3].map(() => countLook(at.house, at.clock.now())));
    await looked('2026-11-26T09:00:59Z');
    const { marks } = await dayOf('2026-11-26');
    expect(marks).toEqual([{ minute: minute('09:00'), kind: 'person' }]);
    const rows = await at.house.store.read<{ looks: object }>().selectFrom('looks').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(officer.kind === 'person' ? officer.id : 'nobody');
    expect(await at.house.store.trail.find({ kind: 'look' })).toEqual([]);
  });
  test('expects the program to look only where it reads an account', async () => {
    at.clock.set('2026-11-26T12:00:00Z');
    expect((await dayOf()).gaps.map((gap: { kind: string }) => gap.kind)).toEqual(['person']);
    await looked('2026-11-26T12:00:00Z', 'poll', 'an account');
    at.clock.set('2026-11-26T14:00:00Z');
    expect((await dayOf()).gaps).toMatchObject([
      { kind: 'person', from: minute('09:01') },
      { kind: 'poll', from: minute('09:00'), to: minute('12:00') },
      { kind: 'poll', from: minute('12:01'), to: minute('14:00') },
    ]);
  });
  test('on which we were closed has no gaps, and says why', async () => {
    expect(await dayOf('2026-12-25')).toMatchObject({
      open: [],
      gaps: [],
      now: null,
      closedBecause: expect.stringContaining('Christmas'),
    });
  });
  test('of a clock change has its own minutes', async () => {
    await looked('2026-03-29T00:30:00Z');
    await looked('2026-03-29T01:00:00Z');
    // From 01:00 the clocks show 02:00; minutes count from midnight, as they pass.
    expect((await dayOf('2026-03-29')).marks.map((mark: { minute: number }) => mark.minute)).toEqual([
      30, 60,
    ]);
  });
  test('is for those who oversee as well; what the public said is not in it', async () => {
    for (const role of ['auditor', 'committee'] as const) {
      const overseer = at.person('One', role);
      expect(await refusedWith(desk.asks('inbox.day', overseer))).toBe('done');
      expect(await refusedWith(desk.asks('inbox.waiting', overseer))).toBe('kernel.not-found');
    }
    expect(await refusedWith(desk.asks('inbox.day', at.person('Nia Nurse')))).toBe('kernel.not-found');
  });
});

describe('gaps of a period', () => {
  const measured = async (house: TestHouse, from: string, to: string, policy = 'icb002/1.0') => {
    const period = { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) };
    const figure = figures.find((one) => one.rule === 'inbox.watch-gap');
    return figure?.read(readerOf(house.house.store.read()), period, house.house.policies.get(policy));
  };
  const lookedIn = (house: TestHouse, moment: string) => {
    house.clock.set(moment);
    return countLook(house.house, house.clock.now());
  };
  test('are those that the pages of its days show, each day by itself, nights and weekends aside', async () => {
    const own = await testHouse({ rooms: [peopleIn('Europe/London'), inbox] });
    const asker = own.person('Olu Officer', 'communications');
    const there = inboxDesk(own, () => asker);
    expect(await measured(own, '2026-11-01T00:00:00Z', '2026-11-30T00:00:00Z')).toMatchObject({
      value: null,
    });
    // Friday: looked at from 09:00 on, with one gap of exactly 90 minutes and one of 91, and the last hour unseen.
    for (const clock of ['09:00', '10:31', '12:03', '13:30', '14:50', '16:00'])
      await lookedIn(own, `2026-11-20T${clock}:10Z`);
    // Monday: one look at ten, one at eleven, and then nobody until five o'clock.
    for (const clock of ['10:00', '11:00']) await lookedIn(own, `2026-11-23T${clock}:10Z`);
    // Tuesday: nobody at all.
    own.clock.set('2026-11-25T00:00:00Z');
    const byDay: number[] = [];
    for (const date of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'])
      byDay.push((await there.asks('inbox.day', asker, { date })).gaps.length);
    expect(byDay).toEqual([1, 0, 0, 1, 1]);
    expect(await measured(own, '2026-11-01T00:00:00Z', '2026-11-25T00:00:00Z')).toMatchObject({
      value: 3,
      of: 3,
      target: 0,
    });
    expect(await measured(own, '2026-11-24T00:00:00Z', '2026-11-24T10:30:00Z')).toMatchObject({ value: 0 });
    expect(await measured(own, '2026-11-24T00:00:00Z', '2026-11-24T10:31:00Z')).toMatchObject({ value: 1 });
    await own.close();
  });
  test('are counted by the minutes of the policy in force', async () => {
    const council = await testHouse({ rooms: [peopleIn('Europe/London'), inbox], policies: ['lmc-sm/2.1'] });
    for (const clock of ['08:00', '09:10']) await lookedIn(council, `2026-11-20T${clock}:00Z`);
    const found = await measured(council, '2026-11-20T08:00:00Z', '2026-11-20T09:30:00Z', 'lmc-sm/2.1');
    expect([found?.value, found?.sentence]).toEqual([
      1,
      expect.stringContaining('more than 60 open minutes'),
    ]);
    await council.close();
  });
});

describe('dates that are none', () => {
  const wild = [
    '0001-01-01',
    '9999-12-31',
    '-271821-04-20',
    '+275760-09-13',
    '2026-02-30',
    '2026-11-24T10:00',
    '2026-11-24[u-ca=hebrew]',
    'yesterday',
    '٢٠٢٦-١١-٢٤',
  ];
  test.each(wild)('%s is asked again at its field', async (date) => {
    expect(await refusedWith(dayOf(date))).toBe('input: date');
    expect(await refusedWith(desk.asks('inbox.times', officer, { from: date }))).toBe('input: from');
    expect(await refusedWith(desk.asks('inbox.times', officer, { to: date }))).toBe('input: to');
    expect(await refusedWith(desk.asks('inbox.no-reply', officer, { from: date }))).toBe('input: from');
  });
  test('the first and the last day that can be asked for are answered', async () => {
    for (const date of ['1900-01-01', '2999-12-31'])
      expect(await dayOf(date)).toMatchObject({ date, marks: [] });
    const whole = { from: '1900-01-01', to: '2999-12-31' };
    expect(await desk.asks('inbox.times', officer, whole)).toMatchObject(whole);
  });
  test('a period that ends before it begins is asked again', async () => {
    const backwards = { from: '2026-11-24', to: '2026-11-23' };
    for (const question of ['inbox.times', 'inbox.no-reply'])
      expect(await refusedWith(desk.asks(question, officer, backwards))).toBe('input: to');
  });
  test('only its end given, a period is four weeks long', async () => {
    at.clock.set('2026-11-26T14:00:00Z');
    expect(await desk.asks('inbox.times', officer, { to: '2026-03-29' })).toMatchObject({
      from: '2026-03-01',
    });
  });
});
