import { describe, expect, test } from 'vitest';
import type { Binding } from './policy.ts';
import { pack, packIds } from './testing-packs.ts';
import { valueInWords } from './values.ts';

const wordsOf = (id: (typeof packIds)[number], rule: string) =>
  valueInWords(pack(id).bindings.find((one) => one.rule === rule) as Binding);
const bare = (value: unknown) => valueInWords({ value, basis: 'stated', ours: [] }).map((one) => one.words);

describe.each(packIds)('the values of %s', (id) => {
  test.each(pack(id).bindings)('of $rule read as words', (binding) => {
    const parts = valueInWords(binding);
    expect(parts).toHaveLength(Object.keys(Object(binding.value)).length);
    for (const { name, words } of parts) {
      expect(name).toMatch(/^[A-Z]/);
      expect(`${name} ${words}`).not.toMatch(/\[object|undefined|null|NaN|[{}]|\b[a-z]+[A-Z]/);
      expect(words).not.toBe('');
    }
  });
});

test('each has its unit', () => {
  expect(wordsOf('icb002/1.0', 'inbox.reply-within')).toEqual([
    { name: 'Time allowed', words: '120 minutes (2 hours)', ours: false },
    { name: 'The time runs', words: 'inside opening hours only', ours: false },
  ]);
  expect(wordsOf('lmc-sm/2.1', 'inbox.reply-within')[1]?.words).toBe('by the clock, at any hour');
  expect(bare({ workingDays: 1, months: 1, days: [7], minutes: 90, share: 0.955 })).toEqual([
    '1 working day',
    '1 month',
    '7 days',
    '90 minutes',
    '95.5%',
  ]);
});

test('what is ours is told part by part, and of a default every part is', () => {
  expect(wordsOf('icb002/1.0', 'inbox.pass-on')).toEqual([
    { name: 'The department has', words: '2 working days', ours: true },
  ]);
  expect(wordsOf('lmc-sm/2.1', 'inbox.pass-on')[0]?.ours).toBe(false);
  expect(wordsOf('icb002/1.0', 'hours.open').map((one) => one.ours)).toEqual([false, true, false]);
  expect(wordsOf('icb002/1.0', 'inbox.no-reply-reasons').every((one) => one.ours)).toBe(true);
});

test('hours are read by the day, and another day with its reason', () => {
  expect(wordsOf('lmc-sm/2.1', 'hours.open').at(-1)?.words).toMatch(
    /^Monday: 08:00 to 18:00; .*Saturday: 08:00 to 12:00$/,
  );
  const exceptions = {
    '2026-12-24': { windows: [['09:00', '12:00']], reason: 'Short day', author: 'x' },
    '2026-12-31': { windows: [], reason: 'Moving', author: 'x' },
  };
  expect(bare({ exceptions })).toEqual([
    '2026-12-24: 09:00 to 12:00 (Short day); 2026-12-31: closed (Moving)',
  ]);
});

test('a rule that only permits or requires has no value', () => {
  expect(wordsOf('icb002/1.0', 'inbox.check')).toEqual([]);
});
