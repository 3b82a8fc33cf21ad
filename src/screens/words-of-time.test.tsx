import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { clockOf, lengthOf, longDayOf, momentOf, nearMoment, plainDayOf, shareOf } from './format.ts';
import { markup } from './testing-fixtures.tsx';
import { Moment, When } from './when.tsx';

const london = 'Europe/London';
const at = (text: string) => Temporal.Instant.from(text);
const words = (html: string) =>
  html
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('dates', () => {
  test('are written in the policy’s zone, in summer and in winter', () => {
    expect(momentOf(at('2026-07-01T09:30:00Z'), london)).toBe('Wed 1 Jul 2026 10:30');
    expect(momentOf(at('2026-12-01T09:30:00Z'), london)).toBe('Tue 1 Dec 2026 09:30');
  });
  test('midnight is the start of a day', () => {
    expect(momentOf(at('2026-12-01T00:00:00Z'), london)).toBe('Tue 1 Dec 2026 00:00');
  });
  test('a day alone has no zone', () => {
    const day = Temporal.PlainDate.from('2026-11-30');
    expect([plainDayOf(day), longDayOf(day)]).toEqual(['Mon 30 Nov 2026', 'Monday 30 November 2026']);
  });
  test.each([
    ['2026-11-30T10:30:00Z', '10:30 today'],
    ['2026-11-30T00:00:00Z', '00:00 today'],
    ['2026-12-01T00:00:00Z', 'Tue 00:00'],
    ['2026-12-05T10:30:00Z', 'Sat 10:30'],
    ['2026-12-06T10:30:00Z', 'Sun 6 Dec 10:30'],
    ['2026-11-26T10:30:00Z', 'Thu 10:30'],
    ['2026-11-24T10:30:00Z', 'Tue 24 Nov 10:30'],
    ['2027-01-04T10:30:00Z', 'Mon 4 Jan 2027 10:30'],
  ])('%s near Monday 30 November is %s', (then, said) => {
    expect(nearMoment(at(then), at('2026-11-30T09:18:00Z'), london)).toBe(said);
  });
  test('late on the last day of summer time is still today', () => {
    expect(nearMoment(at('2026-10-25T23:30:00Z'), at('2026-10-25T00:30:00Z'), london)).toBe('23:30 today');
  });
});

test.each([
  [0, '0 min'],
  [45.9, '45 min'],
  [60, '1 h'],
  [72, '1 h 12 min'],
  [2072, '34 h 32 min'],
  [-5, '0 min'],
])('%d minutes are %s', (minutes, said) => {
  expect(lengthOf(minutes)).toBe(said);
});

test('clock and share', () => {
  expect([clockOf(0), clockOf(545), clockOf(1440)]).toEqual(['00:00', '09:05', '24:00']);
  expect([shareOf(0.9), shareOf(0.935), shareOf(1)]).toEqual(['90%', '93.5%', '100%']);
});

describe('when', () => {
  const due = at('2026-11-30T10:30:00Z');
  const said = (minutesLeft: number) => words(markup(<When at={due} minutesLeft={minutesLeft} />));
  test('says what is left, then the moment', () => {
    expect(said(72)).toBe('1 h 12 min left, by 10:30 today');
  });
  test('says soon and late in words, each with a picture', () => {
    expect(said(30)).toBe('Soon: 30 min left, by 10:30 today');
    expect(said(0)).toBe('Soon: 0 min left, by 10:30 today');
    expect(said(-38)).toBe('Late by 38 min, was due 10:30 today');
    expect(markup(<When at={due} minutesLeft={-1} />)).toContain('<svg');
  });
  test('carries the moment for machines', () => {
    expect(markup(<Moment at={due} />)).toBe(
      '<time dateTime="2026-11-30T10:30:00Z">Mon 30 Nov 2026 10:30</time>',
    );
  });
  test('any number of minutes gives a sentence', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (minutes) => {
        expect(said(minutes)).toMatch(/^(Late by .+, was due|(Soon: )?.+ left, by) /);
      }),
    );
  });
});
