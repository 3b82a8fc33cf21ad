import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHours, anyMinute } from '#calendar/builders.ts';
import { workingMinutesBetween } from '#calendar/hours.ts';
import { openOver } from './hours.ts';

const at = (text: string) => Temporal.Instant.from(text);

/** To the microsecond, as the database keeps them, over fourteen months with their changes of clock. */
const anyMoment = fc
  .record({ minutes: fc.nat(14 * 30 * 1440), microseconds: fc.constantFrom(0, 0, 1, 59_999_999) })
  .map(({ minutes, microseconds }) => at('2025-06-01T00:00:00Z').add({ minutes, microseconds }));

test('the table counts what the calendar counts, whichever way and in whatever order it is asked', () => {
  fc.assert(
    fc.property(
      anyHours(anyMinute),
      fc.array(fc.tuple(anyMoment, anyMoment), { minLength: 1, maxLength: 6 }),
      (hours, spans) => {
        const open = openOver(hours);
        for (const [a, b] of spans)
          expect(open.minutesBetween(a, b)).toBeCloseTo(workingMinutesBetween(hours, a, b), 6);
      },
    ),
    { numRuns: 30 },
  );
});

test('an early close, both edges of a window, and a span longer than any table', () => {
  const hours = {
    zone: 'Europe/London',
    weekly: { mon: [['09:00', '17:00']] as const },
    holidays: null,
    exceptions: { '2026-11-30': { windows: [['09:00', '12:00']] as const } },
  };
  const open = openOver(hours);
  expect(open.minutesBetween(at('2026-11-30T09:00:00Z'), at('2026-11-30T12:00:00Z'))).toBe(180);
  expect(open.minutesBetween(at('2026-11-30T12:00:00Z'), at('2026-12-07T09:00:00Z'))).toBe(0);
  expect(open.minutesBetween(at('2026-12-07T10:00:00Z'), at('2026-11-30T11:00:00Z'))).toBe(-120);
  expect(open.minutesBetween(at('2026-11-30T11:59:59.999999Z'), at('2026-11-30T12:00:00Z'))).toBeCloseTo(
    1 / 6e7,
  );
  const [first, last] = [at('1970-01-05T09:00:00Z'), at('2026-11-30T10:00:00Z')];
  expect(open.minutesBetween(first, last)).toBe(workingMinutesBetween(hours, first, last));
});
