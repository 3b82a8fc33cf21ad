import { expect, test } from 'vitest';
import { turnstile } from './turnstile.ts';

test('lets so many through from one place in an hour, and the other place as many; afterwards it begins anew', () => {
  const gate = turnstile();
  const from = (place: string, at: number) => gate.passes(place, 3, at);
  expect([1, 2, 3, 4].map((at) => from('192.0.2.1', at))).toEqual([true, true, true, false]);
  expect(from('192.0.2.2', 5)).toBe(true);
  expect(from('192.0.2.1', 3_600_000)).toBe(false);
  expect(from('192.0.2.1', 3_600_001)).toBe(true);
});
