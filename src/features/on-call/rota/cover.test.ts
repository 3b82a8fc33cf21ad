import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alwaysOpen, bundledCalendars } from '#calendar/named.ts';
import type { WorkingHours } from '#calendar/hours.ts';
import {
  closedIn,
  daysAhead,
  holesIn,
  isBefore,
  minutesIn,
  openMinutesIn,
  without,
  type Stretch,
} from './cover.ts';

const zone = 'Europe/London';
const office = bundledCalendars.calendars.get('england-and-wales') as WorkingHours;
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const stretch = (from: string, to: string): Stretch => ({ from: at(from), to: at(to) });
const shown = ({ from, to }: Stretch) =>
  [from, to]
    .map((one) => one.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16))
    .join(' to ');

describe('when somebody must be on call', () => {
  test('is every moment outside opening hours, bank holidays as well', () => {
    // Thursday 24 December 2026, then Christmas Day, a weekend, and Boxing Day moved to the Monday.
    expect(closedIn(office, stretch('2026-12-24T12:00', '2026-12-30T12:00')).map(shown)).toEqual([
      '2026-12-24T17:00 to 2026-12-29T09:00',
      '2026-12-29T17:00 to 2026-12-30T09:00',
    ]);
  });

  test('is never, where the organisation never closes', () => {
    expect(closedIn(alwaysOpen, stretch('2026-12-24T12:00', '2026-12-30T12:00'))).toEqual([]);
  });

  test.each([
    ['spring', '2027-03-26T17:00', '2027-03-29T17:00', 71],
    ['autumn', '2026-10-23T17:00', '2026-10-26T09:00', 65],
  ])('is an hour %s longer or shorter over the clock change', (_, from, to, hours) => {
    // Easter Monday 2027 is closed as well.
    const closed = closedIn(office, stretch(from, to));
    expect(closed).toHaveLength(1);
    expect(minutesIn(closed[0] as Stretch) / 60).toBe(hours);
  });
});

test('a shift says what of it is open time', () => {
  expect(openMinutesIn(office, stretch('2026-11-27T17:00', '2026-11-30T09:00'))).toBe(0);
  expect(openMinutesIn(office, stretch('2026-11-23T09:00', '2026-11-30T09:00'))).toBe(5 * 8 * 60);
  expect(openMinutesIn(office, stretch('2026-11-30T16:00', '2026-11-30T18:00'))).toBe(60);
});

describe('a hole', () => {
  const week = stretch('2026-11-23T12:00', '2026-11-30T12:00');

  test('is the time that somebody must be on call and nobody is', () => {
    const shifts = [
      stretch('2026-11-23T17:00', '2026-11-25T09:00'),
      stretch('2026-11-25T22:00', '2026-11-30T09:00'),
    ];
    expect(holesIn(office, week, shifts).map(shown)).toEqual(['2026-11-25T17:00 to 2026-11-25T22:00']);
  });

  test('over several nights in a row is one, and says which time of it is not open', () => {
    const [hole, ...more] = holesIn(office, week, []);
    expect(more).toEqual([]);
    expect(hole?.parts.map(shown)).toEqual([
      '2026-11-23T17:00 to 2026-11-24T09:00',
      '2026-11-24T17:00 to 2026-11-25T09:00',
      '2026-11-25T17:00 to 2026-11-26T09:00',
      '2026-11-26T17:00 to 2026-11-27T09:00',
      '2026-11-27T17:00 to 2026-11-30T09:00',
    ]);
  });

  test('is split by a night that somebody covers', () => {
    const shifts = [stretch('2026-11-25T17:00', '2026-11-26T09:00')];
    expect(holesIn(office, week, shifts).map(shown)).toEqual([
      '2026-11-23T17:00 to 2026-11-25T09:00',
      '2026-11-26T17:00 to 2026-11-30T09:00',
    ]);
  });

  test('a bank holiday left out of an office week is one', () => {
    const shifts = [
      stretch('2026-12-24T17:00', '2026-12-28T09:00'),
      stretch('2026-12-28T17:00', '2026-12-29T09:00'),
    ];
    expect(holesIn(office, stretch('2026-12-24T12:00', '2026-12-29T12:00'), shifts).map(shown)).toEqual([
      '2026-12-28T09:00 to 2026-12-28T17:00',
    ]);
  });

  test('of one minute is found', () => {
    const shifts = [
      stretch('2026-11-23T17:00', '2026-11-24T03:00'),
      stretch('2026-11-24T03:01', '2026-11-30T09:00'),
    ];
    expect(holesIn(office, week, shifts).map(minutesIn)).toEqual([1]);
  });

  test('28 days ahead are 28 days on the wall, clock change or not', () => {
    expect(shown(daysAhead(at('2026-10-10T08:00'), 28, zone))).toBe('2026-10-10T08:00 to 2026-11-07T08:00');
  });
});

const moments = fc.integer({ min: 0, max: 40 * 24 * 4 }).map((quarter) =>
  // Over the change of clocks in October.
  Temporal.Instant.from('2026-10-05T00:00Z').add({ minutes: quarter * 15 }),
);
const stretches = fc
  .tuple(moments, moments)
  .map(([a, b]): Stretch => (isBefore(a, b) ? { from: a, to: b } : { from: b, to: a }));
const some = stretches.filter(({ from, to }) => isBefore(from, to));

describe('whatever the shifts', () => {
  test('a moment lies in a hole exactly when we are closed and no shift has it', () => {
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 6 }), moments, (within, shifts, moment) => {
        const inside = (list: readonly Stretch[]) =>
          list.some(({ from, to }) => !isBefore(moment, from) && isBefore(moment, to));
        const parts = holesIn(office, within, shifts).flatMap((hole) => hole.parts);
        const expected = inside(closedIn(office, within)) && !inside(shifts);
        expect(inside(parts)).toBe(expected);
      }),
    );
  });

  test('what is left and what is taken make the whole', () => {
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 6 }), (all, taken) => {
        const left = without(all, taken);
        const rest = without(all, left);
        const sum = [...left, ...rest].reduce((minutes, one) => minutes + minutesIn(one), 0);
        expect(sum).toBe(minutesIn(all));
      }),
    );
  });
});
