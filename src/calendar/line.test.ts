import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursJsonl, hoursLine } from './line.ts';
import { bundledCalendars } from './named.ts';

const week = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], thu: [['09:00', '17:00']] };
const own = { zone: 'Europe/London', weekly: week };

const ask = (line: unknown, number = 1) =>
  hoursLine(typeof line === 'string' ? line : JSON.stringify(line), number, bundledCalendars);

const christmas = (calendar: unknown) =>
  ask({ received: '2026-12-24T16:30:00Z', targetMinutes: 120, calendar });

describe('good lines', () => {
  test.each<[string, unknown, string, string, boolean]>([
    ['England and Wales', 'england-and-wales', '2026-12-29T10:30:00Z', '2026-12-29T10:30:00Z', true],
    ['no holidays', 'none', '2026-12-25T10:30:00Z', '2026-12-25T10:30:00Z', true],
    ['always open', 'always-open', '2026-12-24T18:30:00Z', '2026-12-24T18:30:00Z', true],
    ['own week, no holidays', own, '2026-12-28T10:30:00Z', '2026-12-28T10:30:00Z', true],
    ['holidays null', { ...own, holidays: null }, '2026-12-28T10:30:00Z', '2026-12-28T10:30:00Z', true],
    ['holidays none', { ...own, holidays: 'none' }, '2026-12-28T10:30:00Z', '2026-12-28T10:30:00Z', true],
    [
      'own week, holidays',
      { ...own, holidays: 'scotland' },
      '2026-12-29T10:30:00Z',
      '2026-12-29T10:30:00Z',
      true,
    ],
    [
      'an early close before',
      { ...own, holidays: 'england-and-wales', exceptions: { '2026-12-24': [['09:00', '12:00']] } },
      '2026-12-29T11:00:00Z',
      '2026-12-29T17:00:00Z',
      false,
    ],
    [
      'a closed day',
      { ...own, exceptions: { '2026-12-28': { windows: [], reason: 'Stocktaking', author: 'Ada Example' } } },
      '2026-12-29T10:30:00Z',
      '2026-12-29T10:30:00Z',
      true,
    ],
    [
      'another zone',
      { ...own, zone: 'america/new_york' },
      '2026-12-24T18:30:00Z',
      '2026-12-24T18:30:00Z',
      true,
    ],
    [
      'windows out of order',
      {
        ...own,
        weekly: {
          thu: [
            ['20:00', '24:00'],
            ['09:00', '17:00'],
          ],
        },
      },
      '2026-12-24T21:30:00Z',
      '2026-12-24T21:30:00Z',
      true,
    ],
    [
      'windows that touch',
      {
        ...own,
        weekly: {
          thu: [
            ['09:00', '17:00'],
            ['17:00', '19:00'],
          ],
        },
      },
      '2026-12-24T18:30:00Z',
      '2026-12-24T18:30:00Z',
      true,
    ],
  ])('%s', (_what, calendar, aimAt, limitAt, inHours) => {
    expect(christmas(calendar)).toEqual({ ok: true, answer: { aimAt, limitAt, inHours } });
  });

  test('any offset from UTC is read', () => {
    const line = {
      received: '2026-03-27T18:30:00.500+02:00',
      targetMinutes: 120,
      calendar: 'england-and-wales',
    };
    expect(ask(line)).toEqual({
      ok: true,
      answer: { aimAt: '2026-03-30T09:30:00.5Z', limitAt: '2026-03-30T09:30:00.5Z', inHours: true },
    });
  });
});

describe('bad lines say what to do', () => {
  test.each<[unknown, string, RegExp]>([
    ['england', 'calendar', /no calendar named “england”. The names are england-and-wales, scotland/],
    [null, 'calendar', /^Write a calendar as an object with zone, weekly/],
    [{ ...own, zone: undefined }, 'calendar.zone', /^Give a time zone/],
    [{ ...own, zone: 'Mars/Olympus' }, 'calendar.zone', /no such time zone/],
    [{ ...own, zone: '+01:00' }, 'calendar.zone', /no such time zone/],
    [{ zone: 'Europe/London' }, 'calendar.weekly', /^Write a week as an object/],
    [
      { ...own, weekly: { monday: [] } },
      'calendar.weekly.monday',
      /“monday” is unknown here. A week can have mon/,
    ],
    [{ ...own, weekly: { mon: [] } }, 'calendar.weekly', /never opens/],
    [{ ...own, weekly: {} }, 'calendar.weekly', /never opens/],
    [
      { ...own, weekly: { mon: ['09:00', '17:00'] } },
      'calendar.weekly.mon.0',
      /^Write a window as opening and closing time/,
    ],
    [
      { ...own, weekly: { mon: [['09:00']] } },
      'calendar.weekly.mon.0',
      /^Write a window as opening and closing time/,
    ],
    [
      { ...own, weekly: { mon: [['9:00', '17:00']] } },
      'calendar.weekly.mon.0.0',
      /^Write the opening time as HH:MM/,
    ],
    [
      { ...own, weekly: { mon: [['24:00', '24:00']] } },
      'calendar.weekly.mon.0.0',
      /^Write the opening time as HH:MM/,
    ],
    [
      { ...own, weekly: { mon: [['09:00', '25:00']] } },
      'calendar.weekly.mon.0.1',
      /^Write the closing time as HH:MM/,
    ],
    [
      { ...own, weekly: { mon: [['17:00', '09:00']] } },
      'calendar.weekly.mon.0',
      /must close later than it opens/,
    ],
    [
      { ...own, weekly: { mon: [['09:00', '09:00']] } },
      'calendar.weekly.mon.0',
      /must close later than it opens/,
    ],
    [
      {
        ...own,
        weekly: {
          mon: [
            ['09:00', '12:00'],
            ['11:59', '17:00'],
          ],
        },
      },
      'calendar.weekly.mon',
      /overlap/,
    ],
    [{ ...own, holidays: 'wales' }, 'calendar.holidays', /^Write holidays as one of england-and-wales/],
    [
      { ...own, exceptions: { '2026-02-30': [] } },
      'calendar.exceptions.2026-02-30',
      /^Write the date of an exception/,
    ],
    [
      { ...own, exceptions: { '2026-12-24': [['12:00', '09:00']] } },
      'calendar.exceptions.2026-12-24.0',
      /must close later/,
    ],
    [
      { ...own, exceptions: { '2026-12-24': null } },
      'calendar.exceptions.2026-12-24',
      /^Write an exception as an object/,
    ],
    [{ ...own, exceptions: [] }, 'calendar.exceptions', /^Write exceptions as an object of dates/],
    [
      { ...own, holiday: 'scotland' },
      'calendar.holiday',
      /“holiday” is unknown here. A calendar can have zone/,
    ],
    [
      { ...own, weekly: {}, exceptions: { '2020-01-06': [['09:00', '17:00']] } },
      'calendar',
      /not enough opening time in the 400 days/,
    ],
  ])('calendar %j', (calendar, field, message) => {
    const result = christmas(calendar);
    expect(result).toMatchObject({ ok: false, error: { line: 1, field } });
    expect(result.ok ? '' : result.error.message).toMatch(message);
  });

  const good = { received: '2026-12-24T16:30:00Z', targetMinutes: 120, calendar: 'england-and-wales' };

  test.each<[unknown, string | undefined, RegExp]>([
    ['{"received":', undefined, /not JSON/],
    ['[]', undefined, /one object on each line/],
    ['null', undefined, /one object on each line/],
    ['120', undefined, /one object on each line/],
    [{ ...good, target: 1 }, 'target', /“target” is unknown here/],
    [
      '{"received":"2026-12-24T16:30:00Z","targetMinutes":120,"calendar":"none","__proto__":1}',
      '__proto__',
      /unknown here/,
    ],
    [
      '{"received":"2026-12-24T16:30:00Z","targetMinutes":120,"calendar":{"zone":"UTC","weekly":{"mon":[["09:00","17:00"]]},"exceptions":{"__proto__":[]}}}',
      'calendar.exceptions.__proto__',
      /^Write the date of an exception/,
    ],
    [{ received: good.received, calendar: 'none' }, 'targetMinutes', /“targetMinutes” is missing/],
    [{ ...good, targetMinutes: 0 }, 'targetMinutes', /whole number of minutes/],
    [{ ...good, targetMinutes: 1.5 }, 'targetMinutes', /whole number of minutes/],
    [{ ...good, targetMinutes: '120' }, 'targetMinutes', /whole number of minutes/],
    [{ ...good, targetMinutes: 1e12 }, 'calendar', /not enough opening time/],
    [{ ...good, received: '2026-12-24 16:30' }, 'received', /^Write a moment with its offset/],
    [{ ...good, received: '2026-12-24T16:30:00' }, 'received', /^Write a moment with its offset/],
    [{ ...good, received: '2026-12-24T16:30:60Z' }, 'received', /^Write a moment with its offset/],
    [{ ...good, received: '2026-02-29T16:30:00Z' }, 'received', /no such moment/],
    [{ ...good, received: 1_766_593_800 }, 'received', /^Write a moment with its offset/],
    [{ ...good, received: '1969-12-31T23:59:59Z' }, 'received', /1970 to 2199/],
    [{ ...good, received: '2200-01-01T00:00:00Z' }, 'received', /1970 to 2199/],
    [
      { ...good, received: '2018-12-31T12:00:00Z' },
      'received',
      /England and Wales are known from 2019-01-01 to 2028-12-31/,
    ],
    [{ ...good, received: '2028-12-29T16:30:00Z' }, 'received', /received or due outside them/],
  ])('%j', (line, field, message) => {
    const result = ask(line, 7);
    expect(result).toMatchObject({ ok: false, error: { line: 7 } });
    expect(result.ok ? '' : result.error.field).toBe(field);
    expect(result.ok ? '' : result.error.message).toMatch(message);
  });

  test('whatever comes in, nothing is thrown and errors are sentences', () => {
    const received = fc.oneof(fc.constant(good.received), fc.date().map(String), fc.json());
    const calendar = fc.oneof(
      fc.jsonValue(),
      fc.record({ zone: fc.constant('UTC'), weekly: fc.jsonValue(), exceptions: fc.jsonValue() }),
    );
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ received, targetMinutes: fc.oneof(fc.constant(60), fc.jsonValue()), calendar })
        .map((one) => JSON.stringify(one)),
    );
    fc.assert(
      fc.property(line, (text) => {
        const result = ask(text);
        const sentence = result.ok ? 'Fine.' : result.error.message;
        expect(sentence).toMatch(/^[A-Z“].*\.$/s);
      }),
      { numRuns: 500 },
    );
  });
});

async function* stream(...lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

async function run(...lines: string[]) {
  const out: string[] = [];
  const good = await hoursJsonl(stream(...lines), (line) => out.push(line));
  return { good, out };
}

describe('a stream of lines', () => {
  const good = '{"received":"2026-12-24T16:30:00Z","targetMinutes":120,"calendar":"england-and-wales"}';
  const answer = '{"aimAt":"2026-12-29T10:30:00Z","limitAt":"2026-12-29T10:30:00Z","inHours":true}';

  test('answers in order; blank lines are skipped and counted', async () => {
    expect(await run(good, '', `  ${good}\r`)).toEqual({ good: true, out: [answer, answer] });
  });

  test('a bad line is answered in its place and the rest goes on', async () => {
    expect(await run(good, ' ', 'x', good)).toEqual({
      good: false,
      out: [
        answer,
        '{"error":{"line":3,"message":"This line is not JSON. Write one object on each line."}}',
        answer,
      ],
    });
  });

  test('no lines are good lines', async () => {
    expect(await run()).toEqual({ good: true, out: [] });
  });
});
