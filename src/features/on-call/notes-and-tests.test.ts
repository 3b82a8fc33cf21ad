import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { cancelShift } from './commands/plan-shift.ts';
import { checkRota } from './commands/check-rota.ts';
import { readNote, writeNote } from './commands/handover-note.ts';
import { acknowledgeTest, markTestSent, markTestUndelivered, settleTest } from './commands/test-page.ts';
import { holesAheadOf } from './rota/holes-ahead.ts';
import { rotaFigures } from './rota/figures.ts';
import { notes } from './rota/questions/notes.ts';
import { rotaDays } from './rota/questions/rota.ts';
import { testPages } from './rota/questions/test-pages.ts';
import { local, openRota, type OpenRota } from './testing-rota.ts';

interface Note {
  id: string;
  state: string;
  writerName: string;
  missing: boolean;
  late: boolean;
  text: string | null;
}
interface Tested {
  id: string;
  state: string;
  name: string;
  week: string;
  why: string | null;
  settled: string | null;
}

describe('a handover note', () => {
  let on: OpenRota;
  const list = async () => (await on.ask<{ notes: Note[] }>(notes, on.planner)).notes;
  const only = async () => (await list())[0]?.id ?? '';
  beforeAll(async () => {
    on = await openRota();
    await on.plan(on.ann, '2026-11-23T17:00', '2026-11-24T09:00');
    await on.plan(on.ann, '2026-11-24T09:00', '2026-11-25T09:00');
    await on.plan(on.ben, '2026-11-25T17:00', '2026-11-26T09:00', { deputy: on.cat.id });
  });
  afterAll(() => on.at.close());

  test('is called for before the shift ends, not where the same person goes on', async () => {
    on.at.clock.set(local('2026-11-24T09:30'));
    await on.turn();
    expect(await list()).toEqual([]);
    on.at.clock.set(local('2026-11-25T06:59'));
    await on.turn();
    expect(await list()).toEqual([]);
    on.at.clock.set(local('2026-11-25T07:00'));
    await on.turn();
    await on.turn();
    expect(await list()).toMatchObject([{ state: 'owed', writerName: 'Ann Early', missing: false }]);
  });

  test('is missing once the shift is over, and late after the policy’s minutes', async () => {
    on.at.clock.set(local('2026-11-25T09:00'));
    expect(await list()).toMatchObject([{ missing: true, late: false }]);
    on.at.clock.set(local('2026-11-25T10:00'));
    expect(await list()).toMatchObject([{ missing: true, late: true }]);
  });

  test('is written by whoever had the shift, and points at nobody', async () => {
    const id = await only();
    const text = 'Ring Mrs Gray back on 07700 900123 about her mother.';
    expect(await on.told(writeNote, on.cat.actor, { text, noDetails: false }, id)).toBe('kernel.not-yours');
    expect(await on.told(writeNote, on.ann.actor, { text, noDetails: false }, id)).toMatch(
      /^text: This looks like .*phone.*; noDetails: /,
    );
    expect(await on.told(readNote, on.ben.actor, {}, id)).toBe('kernel.not-now');
    expect(
      await on.told(writeNote, on.ann.actor, { text: 'All quiet. Nothing is open.', noDetails: false }, id),
    ).toBe('done');
    const [line] = await on.at.house.store.trail.find({ kind: 'handover-note' });
    expect(line?.entry.facts).toMatchObject({ late: true, own: true, pointedOut: false });
    expect(JSON.stringify(line)).not.toContain('quiet');
  });

  test('is read by whoever follows, and not by whoever wrote it', async () => {
    const id = await only();
    expect(await on.told(readNote, on.ann.actor, {}, id)).toBe('kernel.someone-else');
    const other = await on.onRota('Eva Else');
    expect(await on.told(readNote, other.actor, {}, id)).toBe('on-call.not-for-you');
    // The deputy of the shift that follows may be the one who reads it.
    expect(await on.told(readNote, on.cat.actor, {}, id)).toBe('done');
    expect(await list()).toMatchObject([{ state: 'read', text: 'All quiet. Nothing is open.' }]);
  });

  test('is nothing that those who only check may read', async () => {
    const auditor = on.at.person('Audra Audit', 'auditor');
    await expect(on.ask(notes, auditor)).rejects.toMatchObject({
      code: 'kernel.not-found',
    });
  });
});

describe('the weekly test page', () => {
  let on: OpenRota;
  const list = async () => (await on.ask<{ tests: Tested[] }>(testPages, on.planner)).tests;
  const as = (name: 'sender' | 'reaction') => systemActor(name);
  beforeAll(async () => {
    on = await openRota();
    await on.plan(on.ann, '2026-11-23T17:00', '2026-11-24T09:00');
    await on.plan(on.ben, '2026-11-24T17:00', '2026-11-25T09:00');
    await on.plan(on.ann, '2026-11-25T17:00', '2026-11-26T09:00');
    await on.plan(on.ann, '2026-11-30T17:00', '2026-12-01T09:00');
  });
  afterAll(() => on.at.close());

  test('is due once a week for each person, at the policy’s hour of their first shift', async () => {
    on.at.clock.set(local('2026-11-23T17:59'));
    await on.turn();
    expect(await list()).toEqual([]);
    on.at.clock.set(local('2026-11-23T18:00'));
    await on.turn();
    await on.turn();
    expect(await list()).toMatchObject([{ state: 'due', name: 'Ann Early', week: '2026-11-23' }]);
  });

  test('is sent and acknowledged by the person, or fails when its time is over', async () => {
    const [ours] = await list();
    expect(await on.told(acknowledgeTest, on.ben.actor, {}, ours?.id)).toBe('kernel.not-yours');
    expect(await on.told(markTestSent, as('sender'), {}, ours?.id)).toBe('done');
    on.at.clock.set(local('2026-11-23T18:10'));
    await on.turn();
    expect(await on.told(acknowledgeTest, on.ann.actor, {}, ours?.id)).toBe('done');
    on.at.clock.set(local('2026-11-24T18:00'));
    await on.turn();
    const next = (await list()).find(({ state }) => state === 'due');
    expect(next?.name).toBe('Ben Night');
    await on.act(markTestSent, as('sender'), {}, next?.id);
    on.at.clock.set(local('2026-11-24T18:14'));
    await on.turn();
    expect((await list()).find(({ id }) => id === next?.id)?.state).toBe('sent');
    on.at.clock.set(local('2026-11-24T18:15'));
    await on.turn();
    expect((await list())[0]).toMatchObject({ id: next?.id, state: 'failed', why: 'Nobody acknowledged it' });
  });

  test('that failed is a task of those who plan, until they say what was done', async () => {
    const [failed] = await list();
    expect(await on.told(settleTest, on.ben.actor, { settled: 'reached' }, failed?.id)).toBe(
      'kernel.not-yours',
    );
    expect(await on.told(settleTest, on.planner, { settled: 'corrected' }, failed?.id)).toBe('done');
    expect((await list()).find(({ id }) => id === failed?.id)).toMatchObject({
      state: 'settled',
      settled: 'Their contact details were put right',
    });
  });

  test('comes again the week after and not before, and fails where nothing sends it', async () => {
    on.at.clock.set(local('2026-11-25T18:00'));
    await on.turn();
    expect((await list()).filter(({ name }) => name === 'Ann Early')).toHaveLength(1);
    on.at.clock.set(local('2026-11-30T18:00'));
    await on.turn();
    on.at.clock.set(local('2026-11-30T18:15'));
    await on.turn();
    expect((await list())[0]).toMatchObject({ week: '2026-11-30', state: 'failed', why: 'It was not sent' });
    const measured = await rotaFigures
      .find(({ rule }) => rule === 'on-call.test-page')
      ?.read(
        on.read(),
        { from: Temporal.Instant.from('2026-11-01T00:00:00Z'), to: on.at.clock.now() },
        on.at.house.policies.inForce(on.at.clock.now()),
      );
    expect(measured).toMatchObject({ of: 3, value: 1 / 3 });
  });

  test('that no channel could deliver has failed at once', async () => {
    await on.plan(on.cat, '2026-12-01T17:00', '2026-12-02T09:00');
    on.at.clock.set(local('2026-12-01T18:00'));
    await on.turn();
    const due = (await list()).find(({ state }) => state === 'due');
    expect(await on.told(markTestUndelivered, as('reaction'), {}, due?.id)).toBe('done');
    expect((await list()).find(({ id }) => id === due?.id)).toMatchObject({ why: 'It did not arrive' });
  });
});

describe('holes of the coming days', () => {
  let on: OpenRota;
  let near: string;
  const trail = async () =>
    (await on.at.house.store.trail.find({ kind: 'rota-check' })).map(({ entry }) => entry.facts);
  /** What the check of this moment would tell other rooms. */
  async function told() {
    const now = on.at.clock.now();
    const policy = on.at.house.policies.inForce(now);
    const needs = { holesAhead: await holesAheadOf(on.read(), now, policy) };
    const { event } = checkRota.decide({ id: '', input: {}, needs, now, policy });
    return [event ?? []].flat().map(({ ids }) => ids);
  }
  beforeAll(async () => {
    on = await openRota('2026-11-23T07:59:00Z');
    for (let week = 0; week < 5; week += 1) {
      const monday = Temporal.PlainDate.from('2026-11-23').add({ weeks: week });
      const at = (day: Temporal.PlainDate, time: string) => `${day.toString()}T${time}`;
      await on.plan(
        on.ann,
        week === 0 ? '2026-11-23T07:59' : at(monday, '09:00'),
        at(monday.add({ days: 4 }), '09:00'),
      );
      const weekend = await on.plan(
        on.ben,
        at(monday.add({ days: 4 }), '09:00'),
        at(monday.add({ days: 7 }), '09:00'),
      );
      if (week === 1) near = weekend;
    }
  });
  afterAll(() => on.at.close());

  test('are looked for once a day, not by night', async () => {
    await on.turn();
    expect(await trail()).toEqual([]);
    on.at.clock.set(local('2026-11-23T08:00'));
    await on.turn();
    await on.turn();
    expect(await trail()).toEqual([{ holes: 0, near: 0 }]);
  });

  test('one is shown at once, and told of each day until it is filled', async () => {
    await on.act(cancelShift, on.planner, {}, near);
    const { holes } = await on.ask<{ holes: object[] }>(rotaDays, on.planner);
    // Twelve days away, over a weekend.
    const ids = { from: '2026-12-04T17:00:00Z', to: '2026-12-07T09:00:00Z' };
    expect(holes).toEqual([{ ...ids, parts: 1, near: true }]);
    expect(await told()).toEqual([ids]);
    for (const day of ['2026-11-24', '2026-11-25']) {
      on.at.clock.set(local(`${day}T09:00`));
      await on.turn();
      await on.turn();
    }
    expect(await trail()).toEqual([
      { holes: 1, near: 1 },
      { holes: 1, near: 1 },
      { holes: 0, near: 0 },
    ]);
    await on.plan(on.cat, '2026-12-04T17:00', '2026-12-07T09:00');
    expect(await told()).toEqual([]);
  });

  test('one that is more than fourteen days away is shown, and not yet warned of', async () => {
    on.at.clock.set(local('2026-12-05T09:00'));
    // The rota ends on 28 December.
    expect((await on.ask<{ holes: object[] }>(rotaDays, on.planner)).holes).toMatchObject([{ near: false }]);
    expect(await told()).toEqual([]);
    on.at.clock.set(local('2026-12-14T09:00'));
    expect(await told()).toEqual([]);
    on.at.clock.set(local('2026-12-14T09:01'));
    expect(await told()).toMatchObject([{ from: '2026-12-28T09:00:00Z' }]);
  });

  test('nobody but the program makes the check', async () => {
    await expect(
      perform(on.at.house, checkRota, { actor: on.director, input: {}, door: 'api' }),
    ).rejects.toMatchObject({ code: 'kernel.not-yours' });
  });
});
