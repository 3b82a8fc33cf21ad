import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askSwap, declineSwap, settleSwap, takeBackSwap, takeSwap } from './commands/swap-shift.ts';
import { cancelShift, changeShift } from './commands/plan-shift.ts';
import { onDuty } from './rota/on-duty.ts';
import { swaps } from './rota/questions/swaps.ts';
import { local, openRota, type OpenRota } from './testing-rota.ts';

const zone = 'Europe/London';
interface Shown {
  swaps: { id: string; state: string; askedBy: string; takenBy: string | null; shift: string }[];
}

describe('a swap', () => {
  let on: OpenRota;
  let shift: string;
  let week = 0;
  const night = (days: number) => {
    const first = Temporal.PlainDate.from('2026-12-01').add({ weeks: week }).add({ days });
    return [`${first.toString()}T17:00`, `${first.add({ days: 1 }).toString()}T09:00`] as const;
  };
  const holder = async (days: number) =>
    (await onDuty(on.read(), Temporal.Instant.from(local(night(days)[0])).add({ hours: 1 }), zone)).duty;
  const list = async () => (await on.ask<Shown>(swaps, on.planner)).swaps;
  const asked = async () => (await list()).find((one) => one.state === 'asked')?.id ?? '';
  beforeAll(async () => {
    on = await openRota();
  });
  afterAll(() => on.at.close());
  beforeEach(async () => {
    week += 1;
    shift = await on.plan(on.ann, ...night(0), { deputy: on.ben.id });
  });

  test('is asked for by whoever has the shift, once at a time', async () => {
    expect(await on.told(askSwap, on.ben.actor, {}, shift)).toBe('kernel.not-yours');
    expect(await on.told(askSwap, on.ann.actor, { why: 'A wedding' }, shift)).toBe('done');
    expect(await on.told(askSwap, on.ann.actor, {}, shift)).toBe('on-call.swap-asked');
    expect(await on.told(takeBackSwap, on.ben.actor, {}, await asked())).toBe('kernel.not-yours');
    expect(await on.told(takeBackSwap, on.ann.actor, {}, await asked())).toBe('done');
    expect(await holder(0)).toBe(on.ann.id);
  });

  test('changes nothing until somebody takes it; a deputy who does changes places', async () => {
    await on.act(askSwap, on.ann.actor, {}, shift);
    expect(await holder(0)).toBe(on.ann.id);
    const swap = await asked();
    expect(await on.told(takeSwap, on.ann.actor, { anyway: false }, swap)).toBe('on-call.swap-own');
    const officer = on.at.person('Olu Officer', 'communications');
    expect(await on.told(takeSwap, officer, { anyway: false }, swap)).toBe('kernel.not-yours');
    expect(await on.told(takeSwap, on.ben.actor, { anyway: false }, swap)).toBe('done');
    const at = Temporal.Instant.from(local(night(0)[0]));
    expect(await onDuty(on.read(), at, zone)).toMatchObject({ duty: on.ben.id, deputy: on.ann.id });
    expect((await list()).find((one) => one.id === swap)).toMatchObject({
      state: 'taken',
      takenBy: 'Ben Night',
    });
    const trail = await on.at.house.store.trail.find({ kind: 'shift', row: shift });
    expect(trail.map(({ entry }) => entry.command)).toEqual([
      'shift.change-hands',
      'shift.ask-swap',
      'shift.plan',
    ]);
    expect(trail[0]?.entry.facts).toMatchObject({ was: on.ann.id, now: on.ben.id });
  });

  test('for a colleague’s shift can be taken by that colleague alone, and both change hands', async () => {
    const theirs = await on.plan(on.ben, ...night(1));
    await on.act(askSwap, on.ann.actor, { inReturn: theirs }, shift);
    const swap = await asked();
    expect(await on.told(takeSwap, on.cat.actor, { anyway: false }, swap)).toBe('on-call.swap-of-other');
    expect(await on.told(takeSwap, on.ben.actor, { anyway: false }, swap)).toBe('done');
    expect([await holder(0), await holder(1)]).toEqual([on.ben.id, on.ann.id]);
  });

  test('is decided by whoever plans, where nobody takes it', async () => {
    await on.act(askSwap, on.ann.actor, {}, shift);
    expect(await on.told(settleSwap, on.cat.actor, { person: on.cat.id, anyway: false }, await asked())).toBe(
      'kernel.not-yours',
    );
    expect(await on.told(settleSwap, on.planner, { person: on.ann.id, anyway: false }, await asked())).toBe(
      'on-call.swap-own',
    );
    expect(await on.told(settleSwap, on.planner, { person: on.cat.id, anyway: false }, await asked())).toBe(
      'done',
    );
    expect(await holder(0)).toBe(on.cat.id);
  });

  test('of a shift that has another person since can be taken no more', async () => {
    await on.act(askSwap, on.ann.actor, {}, shift);
    const swap = await asked();
    on.versions.set(shift, 2);
    const [from, to] = night(0).map(local);
    await on.act(changeShift, on.planner, { person: on.cat.id, from, to, anyway: false }, shift);
    expect(await on.told(takeSwap, on.ben.actor, { anyway: false }, swap)).toBe('on-call.swap-overtaken');
    expect(await holder(0)).toBe(on.cat.id);
    await on.turn();
    expect((await list()).find((one) => one.id === swap)?.state).toBe('lapsed');
  });

  test('may be declined, and the shift stays', async () => {
    await on.act(askSwap, on.ann.actor, {}, shift);
    expect(await on.told(declineSwap, on.planner, {}, await asked())).toBe('done');
    expect(await holder(0)).toBe(on.ann.id);
  });

  test('that would give too many nights running is warned of', async () => {
    for (const [from, to] of [
      [-5, 0],
      [1, 4],
    ] as const)
      await on.plan(on.cat, night(from)[0], night(to)[0]);
    await on.act(askSwap, on.ann.actor, {}, shift);
    // The night before ends when this one begins; this one fills the gap.
    expect(await on.told(takeSwap, on.cat.actor, { anyway: false }, await asked())).toMatch(
      /^anyway: Cat Late would be on call 9 nights/,
    );
    await on.act(takeBackSwap, on.ann.actor, {}, await asked());
    week += 1;
  });

  test('whose shift is cancelled or has begun lapses, and nobody can take it any more', async () => {
    await on.act(askSwap, on.ann.actor, {}, shift);
    const swap = await asked();
    await on.act(cancelShift, on.planner, {}, shift);
    expect(await on.told(takeSwap, on.ben.actor, { anyway: false }, swap)).toBe('on-call.swap-overtaken');
    await on.turn();
    expect((await list()).find((one) => one.id === swap)?.state).toBe('lapsed');
    const other = await on.plan(on.ann, ...night(0));
    await on.act(askSwap, on.ann.actor, {}, other);
    const second = await asked();
    on.at.clock.set(local(night(0)[0]));
    expect(await on.told(takeSwap, on.ben.actor, { anyway: false }, second)).toBe('on-call.swap-overtaken');
    await on.turn();
    expect((await list()).find((one) => one.id === second)?.state).toBe('lapsed');
  });
});
