import { expect, test } from 'vitest';
import { pageCurve } from '#triage/index.ts';
import { missesAt, stepWords } from './page-steps.ts';

const foundAt = (margin: number) =>
  (pageCurve.steps.find((step) => step.margin === margin)?.found ?? 0) / pageCurve.urgent;

test('misses are estimated from what called rightly and from what is found of invented texts', () => {
  // 20 calls, 8 of them needless: 12 grave ones were found; that is the share found at the threshold in use.
  const grave = 12 / foundAt(0);
  expect(missesAt(0, 0, { page: 20, needless: 8, missed: 0 })).toBe(
    Math.round(grave * (1 - foundAt(0)) * 10) / 10,
  );
  expect(missesAt(2, 0, { page: 20, needless: 8, missed: 0 })).toBe(
    Math.round(grave * (1 - foundAt(2)) * 10) / 10,
  );
});
test('there were at least as many as people marked as missed', () => {
  expect(missesAt(3, 0, { page: 0, needless: 0, missed: 10 })).toBe(
    Math.round(10 * (1 - foundAt(3)) * 10) / 10,
  );
});
test('nothing is told from nothing', () => {
  expect(missesAt(0, 0, { page: 3, needless: 3, missed: 0 })).toBeNull();
});
test('a surer threshold finds no more and lets no more through', () => {
  for (const [at, step] of pageCurve.steps.entries()) {
    const before = pageCurve.steps[at - 1];
    if (before) expect([before.found >= step.found, before.needless >= step.needless]).toEqual([true, true]);
    expect(stepWords(step)).toMatch(/^Finds \d+ of 100 grave ones/);
  }
});
