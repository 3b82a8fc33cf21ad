import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextStep, type Rung, type There } from './ladder.ts';

const night: readonly Rung[] = [
  { afterMinutes: 0, who: 'duty' },
  { afterMinutes: 10, who: 'duty' },
  { afterMinutes: 20, who: 'deputy' },
  { afterMinutes: 30, who: 'director' },
];
const start = Temporal.Instant.from('2026-11-28T23:00:00Z');
const all: There = { duty: ['p'], deputy: ['d'], director: ['m'], 'senior-manager': ['s'] };
const minute = (at: Temporal.Instant) => start.until(at).total('minutes');

/** Takes every step as soon as it is due, in a world where nobody answers. */
function whole(rungs: readonly Rung[], there: There) {
  const taken: { rung: number; who: string; at: number; leftOut: boolean }[] = [];
  let [last, ladderFrom, at] = [-1, start, start];
  for (;;) {
    const step = nextStep(rungs, there, { taken: last, ladderFrom, at });
    if (!step) return taken;
    taken.push({ rung: step.rung, who: step.who, at: minute(at), leftOut: step.leftOut });
    if (!step.nextAt) return taken;
    [last, ladderFrom, at] = [step.rung, step.ladderFrom, step.nextAt];
  }
}

describe('while nobody answers', () => {
  test('the manager on call is woken twice, then the deputy, then the director', () => {
    expect(whole(night, all).map(({ who, at }) => [who, at])).toEqual([
      ['duty', 0],
      ['duty', 10],
      ['deputy', 20],
      ['director', 30],
    ]);
  });
  test('a hole in the rota goes to the deputy at once, and says so; the director ten minutes later', () => {
    expect(whole(night, { ...all, duty: [] })).toMatchObject([
      { who: 'deputy', at: 0, leftOut: true },
      { who: 'director', at: 10, leftOut: false },
    ]);
  });
  test('with nobody but the director, the director is woken at once', () => {
    expect(whole(night, { ...all, duty: [], deputy: [] })).toMatchObject([
      { who: 'director', at: 0, leftOut: true },
    ]);
  });
  test('a deputy who is missing costs no time: the director is woken in the deputy’s place', () => {
    expect(whole(night, { ...all, deputy: [] }).map(({ who, at }) => [who, at])).toEqual([
      ['duty', 0],
      ['duty', 10],
      ['director', 20],
    ]);
  });
  test('where nobody at all is there, no step is left to take', () => {
    expect(whole(night, { duty: [], deputy: [], director: [], 'senior-manager': [] })).toEqual([]);
  });
  test('the team’s room is always there', () => {
    expect(whole([{ afterMinutes: 0, who: 'team' }], { ...all, duty: [] })).toMatchObject([{ who: 'team' }]);
  });
});

describe('of any steps and any rota', () => {
  const people = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 });
  const rota = fc.record({ duty: people, deputy: people, director: people, 'senior-manager': people });
  const rungs = fc
    .array(
      fc.record({
        afterMinutes: fc.integer({ min: 0, max: 60 }),
        who: fc.constantFrom('duty', 'deputy', 'director', 'team', 'senior-manager'),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((list): Rung[] =>
      list
        .toSorted((a, b) => a.afterMinutes - b.afterMinutes)
        .map((one, at) => (at === 0 ? { ...one, afterMinutes: 0 } : one)),
    );
  test('no step is taken twice or backwards, and everybody who is there is woken in the end', () => {
    fc.assert(
      fc.property(rungs, rota, (steps, there) => {
        const taken = whole(steps, there);
        const numbers = taken.map(({ rung }) => rung);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        const reachable = steps.flatMap(({ who }, at) =>
          who === 'team' || there[who].length > 0 ? [at] : [],
        );
        expect(numbers).toEqual(reachable);
      }),
    );
  });
  test('the first step is at once, and none is later than the policy has it', () => {
    fc.assert(
      fc.property(rungs, rota, (steps, there) => {
        for (const [place, { rung, at }] of whole(steps, there).entries()) {
          if (place === 0) expect(at).toBe(0);
          expect(at).toBeLessThanOrEqual(steps[rung]?.afterMinutes ?? -1);
        }
      }),
    );
  });
});
