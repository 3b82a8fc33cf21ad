import { describe, expect, test } from 'vitest';
import {
  calendarVersion,
  holidaysKnown,
  isOpen,
  nextOpening,
  windowsOn,
  workingMinutesBetween,
  type WorkingHours,
} from './hours.ts';
import { alwaysOpen, bundledCalendars, bundledHolidays } from './named.ts';
import type { Window } from './windows.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const on = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const ew = bundledCalendars.calendars.get('england-and-wales') ?? alwaysOpen;

const everyDay = (windows: readonly Window[], zone = 'Europe/London'): WorkingHours => ({
  zone,
  weekly: {
    mon: windows,
    tue: windows,
    wed: windows,
    thu: windows,
    fri: windows,
    sat: windows,
    sun: windows,
  },
  holidays: null,
  exceptions: {},
});

const spans = (hours: WorkingHours, date: string): string[] =>
  windowsOn(hours, on(date)).map(({ opens, closes }) => `${opens.toString()}/${closes.toString()}`);

describe('the windows of a date', () => {
  test('in winter and in summer', () => {
    expect(spans(ew, '2026-11-18')).toEqual(['2026-11-18T09:00:00Z/2026-11-18T17:00:00Z']);
    expect(spans(ew, '2026-07-15')).toEqual(['2026-07-15T08:00:00Z/2026-07-15T16:00:00Z']);
  });

  test('none on a weekend, a bank holiday or a closure', () => {
    const closed = { ...ew, exceptions: { '2026-11-18': { windows: [], reason: 'Moving house' } } };
    expect([spans(ew, '2026-11-21'), spans(ew, '2026-12-28'), spans(closed, '2026-11-18')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('an exception wins over the week and over a bank holiday', () => {
    const hours = {
      ...ew,
      exceptions: {
        '2026-12-24': { windows: [['09:00', '12:00']] },
        '2026-12-28': { windows: [['10:00', '11:00']] },
      },
    } satisfies WorkingHours;
    expect(spans(hours, '2026-12-24')).toEqual(['2026-12-24T09:00:00Z/2026-12-24T12:00:00Z']);
    expect(spans(hours, '2026-12-28')).toEqual(['2026-12-28T10:00:00Z/2026-12-28T11:00:00Z']);
  });

  test('a whole day has 23 or 25 hours when the clocks change', () => {
    expect(spans(alwaysOpen, '2026-03-29')).toEqual(['2026-03-29T00:00:00Z/2026-03-29T23:00:00Z']);
    expect(spans(alwaysOpen, '2026-10-25')).toEqual(['2026-10-24T23:00:00Z/2026-10-26T00:00:00Z']);
  });

  test('a time that is skipped is the moment of the change; a window inside the gap falls away', () => {
    expect(spans(everyDay([['01:30', '05:00']]), '2026-03-29')).toEqual([
      '2026-03-29T01:00:00Z/2026-03-29T04:00:00Z',
    ]);
    expect(spans(everyDay([['00:30', '01:30']]), '2026-03-29')).toEqual([
      '2026-03-29T00:30:00Z/2026-03-29T01:00:00Z',
    ]);
    expect(spans(everyDay([['01:15', '01:45']]), '2026-03-29')).toEqual([]);
    expect(spans(everyDay([['01:00', '02:00']]), '2026-03-29')).toEqual([]);
  });

  test('a time that comes twice is its first coming', () => {
    expect(spans(everyDay([['01:30', '05:00']]), '2026-10-25')).toEqual([
      '2026-10-25T00:30:00Z/2026-10-25T05:00:00Z',
    ]);
    expect(spans(everyDay([['00:30', '01:30']]), '2026-10-25')).toEqual([
      '2026-10-24T23:30:00Z/2026-10-25T00:30:00Z',
    ]);
  });

  test('where midnight is skipped, the day begins at the change', () => {
    const cairo = everyDay([['00:00', '24:00']], 'Africa/Cairo');
    expect(spans(cairo, '2026-04-23')).toEqual(['2026-04-22T22:00:00Z/2026-04-23T22:00:00Z']);
    expect(spans(cairo, '2026-04-24')).toEqual(['2026-04-23T22:00:00Z/2026-04-24T21:00:00Z']);
  });

  test('a date that never was has no windows', () => {
    const apia = everyDay([['09:00', '17:00']], 'Pacific/Apia');
    expect(spans(apia, '2011-12-30')).toEqual([]);
    expect(spans(apia, '2011-12-31')).toHaveLength(1);
  });
});

describe('open or not', () => {
  test.each([
    ['2026-11-18T08:59:59.999Z', false],
    ['2026-11-18T09:00:00Z', true],
    ['2026-11-18T16:59:59.999Z', true],
    ['2026-11-18T17:00:00Z', false],
    ['2026-07-15T08:00:00Z', true],
    ['2026-11-21T12:00:00Z', false],
    ['2026-12-28T12:00:00Z', false],
  ])('%s: %s', (moment, open) => {
    expect(isOpen(ew, at(moment))).toBe(open);
  });

  test('always open, in the hour that comes twice too', () => {
    for (const moment of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-12-25T00:00:00Z']) {
      expect(isOpen(alwaysOpen, at(moment))).toBe(true);
    }
  });

  test('where the clocks go back over midnight, nothing falls into the crack', () => {
    // Newfoundland, until 2011, at one minute past midnight: the evening's last hour comes again.
    const hours = everyDay([['00:00', '24:00']], 'America/St_Johns');
    for (let minute = 0; minute < 180; minute += 1) {
      expect(isOpen(hours, at('2010-11-07T01:00:00Z').add({ minutes: minute }))).toBe(true);
    }
    expect(workingMinutesBetween(hours, at('2010-11-06T00:00:00Z'), at('2010-11-08T00:00:00Z'))).toBe(2880);
  });
});

describe('the next opening', () => {
  test.each([
    ['2026-11-18T10:00:00Z', '2026-11-18T10:00:00Z'],
    ['2026-11-18T17:00:00Z', '2026-11-19T09:00:00Z'],
    ['2026-12-24T17:01:00Z', '2026-12-29T09:00:00Z'],
    ['2026-03-27T17:00:00Z', '2026-03-30T08:00:00Z'],
  ])('from %s', (from, opening) => {
    expect(nextOpening(ew, at(from)).toString()).toBe(opening);
  });

  test('never', () => {
    expect(() => nextOpening({ ...ew, weekly: {} }, at('2026-11-18T10:00:00Z'))).toThrow(
      /not enough opening time/,
    );
  });
});

describe('open minutes between', () => {
  test.each([
    ['2026-11-18T10:00:00Z', '2026-11-18T12:00:00Z', 120],
    ['2026-11-18T10:00:00Z', '2026-11-18T10:00:30Z', 0.5],
    ['2026-11-20T16:30:00Z', '2026-11-23T09:15:00Z', 45],
    ['2026-12-24T16:30:00Z', '2026-12-29T09:30:00Z', 60],
    ['2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z', 0],
    ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 253 * 480],
  ])('%s and %s: %d', (a, b, minutes) => {
    expect(workingMinutesBetween(ew, at(a), at(b))).toBe(minutes);
    expect(workingMinutesBetween(ew, at(b), at(a))).toBe(0 - minutes);
  });
});

describe('the version of a calendar', () => {
  test('is the same for the same content in another order, and another for each difference', () => {
    const version = calendarVersion(ew);
    const { mon, ...rest } = ew.weekly;
    expect(calendarVersion({ ...ew, weekly: { ...rest, ...(mon ? { mon } : {}) } })).toBe(version);
    const others: WorkingHours[] = [
      { ...ew, zone: 'Europe/Dublin' },
      { ...ew, holidays: null },
      { ...ew, holidays: bundledHolidays.scotland },
      { ...ew, exceptions: { '2026-12-24': { windows: [] } } },
      { ...ew, weekly: { ...ew.weekly, sat: [['09:00', '12:00']] } },
    ];
    expect(new Set([version, ...others.map(calendarVersion)]).size).toBe(others.length + 1);
  });

  test('each named calendar has its own', () => {
    const versions = [...bundledCalendars.calendars.values()].map(calendarVersion);
    expect(new Set(versions).size).toBe(6);
  });
});

describe('known bank holidays', () => {
  test.each([
    ['2018-12-31T23:59:59Z', '2019-01-02T12:00:00Z', false],
    ['2019-01-01T00:00:00Z', '2019-01-02T12:00:00Z', true],
    ['2028-12-29T12:00:00Z', '2029-01-01T00:00:00Z', true],
    ['2028-12-29T12:00:00Z', '2029-01-01T00:00:01Z', false],
  ])('from %s to %s: %s', (a, b, known) => {
    expect(holidaysKnown(ew, at(a), at(b))).toBe(known);
    expect(holidaysKnown(alwaysOpen, at(a), at(b))).toBe(true);
  });
});
