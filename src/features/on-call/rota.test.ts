import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flagLeaver, takeBackRole } from '#features/people/index.ts';
import { planPattern } from './commands/plan-pattern.ts';
import { cancelShift, changeShift, planShift } from './commands/plan-shift.ts';
import { relieve } from './commands/relieve.ts';
import { holesAheadOf } from './rota/holes-ahead.ts';
import { onDuty } from './rota/on-duty.ts';
import { local, openRota, type OpenRota } from './testing-rota.ts';

const zone = 'Europe/London';
const instant = (text: string) => Temporal.Instant.from(local(text));

describe('planning', () => {
  let on: OpenRota;
  beforeAll(async () => {
    on = await openRota();
  });
  afterAll(() => on.at.close());
  const night = (person: string) => ({
    person,
    from: local('2026-11-24T17:00'),
    to: local('2026-11-25T09:00'),
    anyway: false,
  });

  test('is for those who plan, and nobody else', async () => {
    const others = (['duty-manager', 'communications', 'executive', 'auditor', 'administrator'] as const).map(
      (role) => on.at.person(`A ${role}`, role),
    );
    for (const actor of others)
      expect(await on.told(planShift, actor, night(on.ann.id))).toBe('kernel.not-yours');
    expect(await on.told(planShift, on.director, night(on.ann.id))).toBe('done');
  });

  test('two shifts never share a moment, and one may begin when the other ends', async () => {
    const wanted = { ...night(on.ben.id), from: local('2026-11-25T08:59'), to: local('2026-11-25T17:00') };
    expect(await on.told(planShift, on.planner, wanted)).toBe('on-call.taken-already');
    expect(await on.told(planShift, on.planner, { ...wanted, from: local('2026-11-25T09:00') })).toBe('done');
  });

  test('two plans at the same moment for the same time: one stands', async () => {
    const both = [on.ann, on.ben].map(({ id }) =>
      on.told(planShift, on.planner, {
        ...night(id),
        from: local('2026-12-20T17:00'),
        to: local('2026-12-21T09:00'),
      }),
    );
    expect((await Promise.all(both)).sort()).toEqual(['done', 'on-call.taken-already']);
  });

  test('only people who hold the role can be put on', async () => {
    const other = {
      ...night(on.at.person('Olu Officer', 'communications').id),
      from: local('2026-12-01T17:00'),
      to: local('2026-12-02T09:00'),
    };
    expect(await on.told(planShift, on.planner, other)).toMatch(/^person: Choose again/);
    expect(await on.told(planShift, on.planner, { ...other, person: on.ann.id, deputy: on.ann.id })).toMatch(
      /^deputy:/,
    );
  });

  test('nor somebody who will have left by then, and whoever has left covers nothing', async () => {
    const gone = await on.onRota('Gus Going');
    const stays = await on.plan(gone, '2026-12-03T17:00', '2026-12-04T09:00');
    await on.act(flagLeaver, on.director, {}, gone.id);
    const later = { ...night(gone.id), from: local('2026-12-07T17:00'), to: local('2026-12-08T09:00') };
    expect(await on.told(planShift, on.planner, later)).toMatch(/^person: Gus Going can be on call until/);
    const holes = () =>
      holesAheadOf(on.read(), on.at.clock.now(), on.at.house.policies.inForce(on.at.clock.now()));
    const from = instant('2026-12-03T18:00');
    const uncovered = (await holes()).holes.some(
      (hole) => Temporal.Instant.compare(hole.from, from) < 0 && Temporal.Instant.compare(from, hole.to) < 0,
    );
    expect(uncovered).toBe(true);
    expect(await onDuty(on.read(), from, zone)).toMatchObject({ shift: stays, duty: null });
  });

  test('a shift of more than a week, or that ends before it begins, or is over already, is none', async () => {
    const of = (from: string, to: string) =>
      on.told(planShift, on.planner, { ...night(on.cat.id), from: local(from), to: local(to) });
    expect(await of('2027-01-04T17:00', '2027-01-11T17:01')).toMatch(/^to: Plan 7 days at most/);
    expect(await of('2027-01-04T17:00', '2027-01-04T17:00')).toMatch(/^to: It must end after/);
    expect(await of('2026-11-20T17:00', '2026-11-21T09:00')).toMatch(/^to: It must end in the future/);
    expect(await of('2999-01-04T17:00', '2999-01-05T09:00')).toMatch(/^to: Plan 400 days ahead/);
    // A week over the clock change is 169 hours, and a week.
    expect(await of('2027-10-29T17:00', '2027-11-05T17:00')).toBe('done');
  });
});

describe('nights running', () => {
  let on: OpenRota;
  beforeAll(async () => {
    on = await openRota();
  });
  afterAll(() => on.at.close());

  test('more than seven are warned of, and planned all the same by whoever says so', async () => {
    await on.plan(on.ann, '2026-11-23T17:00', '2026-11-30T17:00');
    const eighth = { person: on.ann.id, from: local('2026-11-30T17:00'), to: local('2026-12-01T09:00') };
    expect(await on.told(planShift, on.planner, { ...eighth, anyway: false })).toMatch(
      /^anyway: Ann Early would be on call 8 nights running, more than 7/,
    );
    expect(await on.told(planShift, on.planner, { ...eighth, anyway: true })).toBe('done');
    const [line] = await on.at.house.store.trail.find({ kind: 'shift' });
    expect(line?.entry.facts).toMatchObject({ moreNightsThanRested: true });
  });

  test('a pattern is planned whole or not at all', async () => {
    const pattern = {
      pattern: 'week',
      firstDay: '2026-12-01',
      weeks: 2,
      hour: 17,
      first: on.ben.id,
      second: on.cat.id,
      nextIsDeputy: true,
      anyway: false,
    };
    const cuts = await on.plan(on.cat, '2026-12-14T17:00', '2026-12-15T09:00');
    expect(await on.told(planPattern, on.planner, pattern)).toBe('on-call.taken-already');
    expect((await onDuty(on.read(), instant('2026-12-02T03:00'), zone)).shift).toBeNull();
    await on.act(cancelShift, on.planner, {}, cuts);
    expect(await on.told(planPattern, on.planner, pattern)).toBe('done');
    expect(await onDuty(on.read(), instant('2026-12-08T16:59'), zone)).toMatchObject({
      duty: on.ben.id,
      deputy: on.cat.id,
    });
    expect(await onDuty(on.read(), instant('2026-12-08T17:00'), zone)).toMatchObject({
      duty: on.cat.id,
      deputy: on.ben.id,
    });
    expect((await onDuty(on.read(), instant('2026-12-15T17:00'), zone)).duty).toBeNull();
  });
});

describe('a shift that has begun', () => {
  let on: OpenRota;
  let id: string;
  beforeAll(async () => {
    on = await openRota();
    id = await on.plan(on.ann, '2026-11-23T17:00', '2026-11-27T09:00', { deputy: on.ben.id });
    on.at.clock.set(local('2026-11-24T20:00'));
    on.versions.set(id, 1);
  });
  afterAll(() => on.at.close());

  test('keeps its person and its beginning; when it ends may still be changed', async () => {
    const as = {
      person: on.ann.id,
      from: local('2026-11-23T17:00'),
      to: local('2026-11-27T09:00'),
      anyway: false,
    };
    expect(await on.told(changeShift, on.planner, { ...as, person: on.cat.id }, id)).toBe(
      'on-call.under-way',
    );
    expect(await on.told(cancelShift, on.planner, {}, id)).toBe('on-call.under-way');
    expect(
      await on.told(changeShift, on.planner, { ...as, deputy: on.ben.id, to: local('2026-11-26T09:00') }, id),
    ).toBe('done');
    on.versions.set(id, 2);
  });

  test('goes on with somebody else from the very moment at which they are relieved', async () => {
    expect(await on.told(relieve, on.cat.actor, { person: on.cat.id }, id)).toBe('kernel.not-yours');
    // The deputy steps in without asking anybody.
    expect(await on.told(relieve, on.ben.actor, { person: on.ben.id }, id)).toBe('done');
    const now = on.at.clock.now();
    expect((await onDuty(on.read(), now.subtract({ seconds: 1 }), zone)).duty).toBe(on.ann.id);
    expect((await onDuty(on.read(), now, zone)).duty).toBe(on.ben.id);
    expect((await onDuty(on.read(), instant('2026-11-26T08:59'), zone)).duty).toBe(on.ben.id);
  });

  test('of somebody who lost the role is nobody’s, and the deputy is still tried', async () => {
    const shift = await on.plan(on.cat, '2026-11-26T17:00', '2026-11-27T09:00', { deputy: on.ann.id });
    const isHole = async () => {
      const now = on.at.clock.now();
      const { holes } = await holesAheadOf(on.read(), now, on.at.house.policies.inForce(now));
      const from = instant('2026-11-26T17:00');
      return holes.some(
        (hole) =>
          Temporal.Instant.compare(hole.from, from) <= 0 && Temporal.Instant.compare(from, hole.to) < 0,
      );
    };
    expect(await isHole()).toBe(false);
    await on.act(takeBackRole, on.director, {}, on.cat.grant);
    expect(await isHole()).toBe(true);
    expect(await onDuty(on.read(), instant('2026-11-26T18:00'), zone)).toMatchObject({
      shift,
      duty: null,
      deputy: on.ann.id,
    });
  });
});
