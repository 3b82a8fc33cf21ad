import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { isSampled } from './sample.ts';

test('the same closure always gives the same answer', () => {
  const id = newId();
  expect(isSampled(id, 0.05)).toBe(isSampled(id, 0.05));
});

test('none and all are none and all', () => {
  expect(isSampled(newId(), 0)).toBe(false);
  expect(isSampled(newId(), 1)).toBe(true);
});

test('about one in twenty of made-up ids, always the same ones', () => {
  const ids = Array.from(
    { length: 4000 },
    (_, index) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  );
  const sampled = ids.filter((id) => isSampled(id, 0.05)).length;
  expect(sampled).toBeGreaterThan(160);
  expect(sampled).toBeLessThan(240);
});
