import { describe, expect, test } from 'vitest';
import { alwaysOpen, bundledCalendars } from './named.ts';
import { closeAfterWorkingDays, workingDayOnOrBefore } from './working-days.ts';

const england = bundledCalendars.calendars.get('england-and-wales') ?? alwaysOpen;
const scotland = bundledCalendars.calendars.get('scotland') ?? alwaysOpen;

describe('the close of a working day so many days on', () => {
  test.each([
    ['a Tuesday morning', '2026-11-24T09:30:00Z', 1, '2026-11-25T17:00:00Z'],
    ['a Friday at the last minute', '2026-11-27T16:59:00Z', 1, '2026-11-30T17:00:00Z'],
    ['a Saturday', '2026-11-28T11:00:00Z', 1, '2026-11-30T17:00:00Z'],
    [
      'before Christmas, over two bank holidays and a weekend',
      '2026-12-24T12:00:00Z',
      1,
      '2026-12-29T17:00:00Z',
    ],
    ['two days on', '2026-11-27T12:00:00Z', 2, '2026-12-01T17:00:00Z'],
    ['over the change to summer time', '2027-03-26T12:00:00Z', 1, '2027-03-30T16:00:00Z'],
  ])('from %s', (_, from, days, close) => {
    expect(closeAfterWorkingDays(england, Temporal.Instant.from(from), days).toString()).toBe(close);
  });

  test('a holiday of one country is a working day of the other', () => {
    const friday = Temporal.Instant.from('2026-11-27T12:00:00Z');
    expect(closeAfterWorkingDays(england, friday, 1).toString()).toBe('2026-11-30T17:00:00Z');
    expect(closeAfterWorkingDays(scotland, friday, 1).toString()).toBe('2026-12-01T17:00:00Z');
  });
});

test.each([
  ['2026-11-27', '2026-11-27'],
  ['2026-11-29', '2026-11-27'],
  ['2026-12-28', '2026-12-24'],
])('the working day on or before %s is %s', (date, day) => {
  expect(workingDayOnOrBefore(england, Temporal.PlainDate.from(date)).toString()).toBe(day);
});

test('hours that never open are an error and no endless search', () => {
  const never = { ...england, weekly: {} };
  expect(() => workingDayOnOrBefore(never, Temporal.PlainDate.from('2026-11-27'))).toThrow(/never open/);
  expect(() => closeAfterWorkingDays(never, Temporal.Instant.from('2026-11-27T12:00:00Z'), 1)).toThrow();
});
