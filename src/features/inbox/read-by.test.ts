import { expect, test } from 'vitest';
import { pack } from '#policy/testing-packs.ts';
import { readBy } from './read-by.ts';
import type { Tier } from './triage-words.ts';

const far = Temporal.Instant.from('2027-01-31T00:00:00Z');
const by = (
  from: string,
  risk: number,
  tier: Tier = 'rest',
  limit = far,
  id: 'icb002/1.0' | 'lmc-sm/2.1' = 'icb002/1.0',
) =>
  readBy(pack(id), { risk, tier, from: Temporal.Instant.from(from), limit })
    .toZonedDateTimeISO('Europe/London')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

test.each([
  // Tuesday, while we are open.
  ['2026-11-24T10:00:00Z', 1, '2026-11-24T10:15'],
  ['2026-11-24T10:00:00Z', 2, '2026-11-24T10:30'],
  ['2026-11-24T10:00:00Z', 3, '2026-11-24T12:00'],
  ['2026-11-24T10:00:00Z', 4, '2026-11-25T17:00'],
  // Friday at five, and Saturday night: the gravest at any hour, the others when we are there.
  ['2026-11-27T16:50:00Z', 2, '2026-11-30T09:20'],
  ['2026-11-28T23:00:00Z', 1, '2026-11-28T23:15'],
  ['2026-11-28T23:00:00Z', 2, '2026-11-30T09:30'],
  ['2026-11-28T23:00:00Z', 3, '2026-11-30T11:00'],
  ['2026-11-28T23:00:00Z', 4, '2026-11-30T17:00'],
])('at %s severity %d is read by %s', (from, risk, at) => {
  expect(by(from, risk)).toBe(at);
});

test('what calls somebody is read within its minutes at any hour, however grave', () => {
  for (const risk of [1, 2, 3]) expect(by('2026-11-28T23:00:00Z', risk, 'page')).toBe('2026-11-28T23:15');
});

test('nothing is read later than its answer is due', () => {
  expect(by('2026-11-24T10:00:00Z', 4, 'rest', Temporal.Instant.from('2026-11-24T12:00:00Z'))).toBe(
    '2026-11-24T12:00',
  );
});

test('another policy counts by its own hours', () => {
  // Saturday before noon is open there.
  expect(by('2026-11-28T10:00:00Z', 2, 'rest', far, 'lmc-sm/2.1')).toBe('2026-11-28T10:30');
});
