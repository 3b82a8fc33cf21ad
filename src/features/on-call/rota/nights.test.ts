import { describe, expect, test } from 'vitest';
import { bundledCalendars } from '#calendar/named.ts';
import type { WorkingHours } from '#calendar/hours.ts';
import { nightsOf, runsOf, sharesOf, tooLong } from './nights.ts';

const zone = 'Europe/London';
const office = bundledCalendars.calendars.get('england-and-wales') as WorkingHours;
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const held = (person: string, from: string, to: string) => ({ person, from: at(from), to: at(to) });
const nights = (from: string, to: string) => nightsOf(office, { from: at(from), to: at(to) }).map(String);

describe('a night', () => {
  test('belongs to whoever is on call at three in the morning', () => {
    expect(nights('2026-11-23T17:00', '2026-11-24T09:00')).toEqual(['2026-11-23']);
    expect(nights('2026-11-24T04:00', '2026-11-24T22:00')).toEqual([]);
    expect(nights('2026-11-24T00:00', '2026-11-24T09:00')).toEqual(['2026-11-23']);
    expect(nights('2026-11-23T17:00', '2026-11-24T03:00')).toEqual([]);
  });

  test.each([
    ['spring', '2027-03-27T17:00', '2027-03-28T09:00', ['2027-03-27']],
    ['autumn', '2026-10-24T17:00', '2026-10-25T09:00', ['2026-10-24']],
  ])('is one, in the night of the clock change in %s as well', (_, from, to, expected) => {
    expect(nights(from, to)).toEqual(expected);
  });
});

describe('nights running', () => {
  const seven = held('a', '2026-11-23T17:00', '2026-11-30T09:00');

  test('are counted through shifts that follow one another', () => {
    expect(runsOf(office, [seven, held('a', '2026-11-30T17:00', '2026-12-02T09:00')], 'a')).toMatchObject([
      { nights: 9 },
    ]);
  });

  test('end where somebody else has a night, or nobody', () => {
    const later = held('a', '2026-12-01T17:00', '2026-12-02T09:00');
    expect(runsOf(office, [seven, later], 'a').map((run) => [run.first.toString(), run.nights])).toEqual([
      ['2026-11-23', 7],
      ['2026-12-01', 1],
    ]);
  });

  test.each([
    ['spring', '2027-03-24T17:00', '2027-03-31T17:00'],
    ['autumn', '2026-10-21T17:00', '2026-10-28T17:00'],
  ])('are seven in a week over the clock change in %s', (_, from, to) => {
    expect(runsOf(office, [held('a', from, to)], 'a').map((run) => run.nights)).toEqual([7]);
  });

  test('seven are allowed where seven are allowed, and the eighth is found', () => {
    const eighth = held('a', '2026-11-30T17:00', '2026-12-01T09:00');
    const find = (after: (typeof seven)[]) => tooLong(office, { before: [], after }, ['a', 'b'], 7);
    expect(find([seven])).toBeUndefined();
    expect(find([seven, eighth])).toEqual({ person: 'a', nights: 8 });
    expect(find([seven, { ...eighth, person: 'b' }])).toBeUndefined();
  });

  test('a change that makes nothing longer is no business of the warning', () => {
    const before = [seven, held('a', '2026-11-30T17:00', '2026-12-02T09:00')];
    const again = [
      ...before,
      held('a', '2027-01-04T17:00', '2027-01-11T17:00'),
      held('a', '2027-01-11T17:00', '2027-01-13T09:00'),
    ];
    expect(tooLong(office, { before, after: again }, ['a'], 7)).toEqual({ person: 'a', nights: 9 });
    const after = [...before, held('a', '2026-12-20T17:00', '2026-12-21T09:00')];
    expect(tooLong(office, { before, after }, ['a'], 7)).toBeUndefined();
  });
});

test('what each carried is counted in nights, days of weekends, bank holidays and hours', () => {
  const period = { from: at('2026-12-21T00:00'), to: at('2027-01-04T00:00') };
  const shares = sharesOf(office, period, [
    // Over Christmas: Friday is a bank holiday, then a weekend, then Boxing Day’s Monday.
    held('a', '2026-12-24T17:00', '2026-12-29T09:00'),
    held('b', '2026-12-21T17:00', '2026-12-22T09:00'),
    // Began before the period and counts from its beginning on.
    held('c', '2026-12-20T17:00', '2026-12-21T09:00'),
  ]);
  expect(shares).toEqual([
    { person: 'a', nights: 5, weekendDays: 2, bankHolidays: 2, hours: 112, longestRun: 5 },
    { person: 'b', nights: 1, weekendDays: 0, bankHolidays: 0, hours: 16, longestRun: 1 },
    { person: 'c', nights: 1, weekendDays: 0, bankHolidays: 0, hours: 9, longestRun: 1 },
  ]);
});
