import { describe, expect, test } from 'vitest';
import published from './bank-holidays.json' with { type: 'json' };
import { diffHolidays, monthsLeft, withOlderYears } from './holiday-changes.ts';
import { divisions, readBankHolidays } from './holidays.ts';
import { bundledHolidays as bundled } from './named.ts';
import { CalendarError } from './problem.ts';

type Published = typeof published;
const copy = (): Published => structuredClone(published);
const today = Temporal.PlainDate.from('2026-11-22');

/** The published list after a change in England and Wales. */
function changed(
  change: (events: Published['england-and-wales']['events']) => Published['england-and-wales']['events'],
) {
  const list = copy();
  list['england-and-wales'].events = change(list['england-and-wales'].events);
  return readBankHolidays(list);
}

describe('the list that comes with the product', () => {
  test.each([
    ['england-and-wales', 83],
    ['scotland', 94],
    ['northern-ireland', 103],
  ] as const)('%s has %i days', (name, count) => {
    expect(bundled[name].days.size).toBe(count);
    expect([bundled[name].from, bundled[name].to]).toEqual(['2019-01-01', '2028-12-31']);
  });

  test('titles carry the typographic apostrophe and say when a day is a substitute', () => {
    expect(bundled['england-and-wales'].days.get('2027-01-01')).toBe('New Year’s Day');
    expect(bundled['england-and-wales'].days.get('2026-12-28')).toBe('Boxing Day (substitute day)');
  });

  test('one-off and moved days, which no formula gives', () => {
    for (const date of ['2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']) {
      expect(bundled['england-and-wales'].days.has(date)).toBe(true);
    }
    expect(bundled['england-and-wales'].days.has('2022-05-30')).toBe(false);
    expect(bundled.scotland.days.has('2026-06-15')).toBe(true);
  });

  test('the UK union holds a day that is a holiday anywhere, and says where', () => {
    expect(bundled['uk-union'].days.get('2026-03-17')).toBe('St Patrick’s Day, Northern Ireland');
    expect(bundled['uk-union'].days.get('2026-08-31')).toBe(
      'Summer bank holiday, England and Wales and Northern Ireland',
    );
    expect(bundled['uk-union'].days.get('2026-12-25')).toBe('Christmas Day');
    for (const name of divisions) {
      for (const date of bundled[name].days.keys()) expect(bundled['uk-union'].days.has(date)).toBe(true);
    }
  });

  test('no weekend stands in it', () => {
    for (const date of bundled['uk-union'].days.keys())
      expect(Temporal.PlainDate.from(date).dayOfWeek).toBeLessThan(6);
  });
});

describe('reading', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['text', 'england-and-wales'],
    ['a division is missing', { 'england-and-wales': published['england-and-wales'] }],
    ['an empty division', { ...published, scotland: { division: 'scotland', events: [] } }],
    ['swapped divisions', { ...published, scotland: published['northern-ireland'] }],
    [
      'dates as the publisher keeps them inside',
      {
        ...published,
        scotland: { division: 'scotland', events: [{ title: 'A day', date: '02/01/2026', notes: '' }] },
      },
    ],
    [
      'a date that does not exist',
      {
        ...published,
        scotland: { division: 'scotland', events: [{ title: 'A day', date: '2026-02-30', notes: '' }] },
      },
    ],
    [
      'an empty title',
      {
        ...published,
        scotland: { division: 'scotland', events: [{ title: ' ', date: '2026-02-03', notes: '' }] },
      },
    ],
    [
      'the same date twice',
      {
        ...published,
        scotland: {
          division: 'scotland',
          events: [1, 2].map(() => ({ title: 'A day', date: '2026-02-03', notes: '' })),
        },
      },
    ],
  ])('%s is refused', (_what, json) => {
    expect(() => readBankHolidays(json)).toThrow(CalendarError);
  });

  test('the error names the place', () => {
    const list = {
      ...published,
      scotland: { division: 'scotland', events: [{ title: 'A day', date: 'soon' }] },
    };
    expect(() => readBankHolidays(list)).toThrow(
      /scotland\.events\.0\.date: Write the date as year-month-day/,
    );
  });

  test('a key that the publisher may add later is let through', () => {
    expect(readBankHolidays({ ...copy(), updated: '2026-11-22' }).scotland.version).toBe(
      bundled.scotland.version,
    );
  });

  test('the version changes with a day and not with the order of events', () => {
    expect(changed((events) => events.toReversed())['england-and-wales'].version).toBe(
      bundled['england-and-wales'].version,
    );
    const without = changed((events) => events.slice(0, -1));
    expect(without['england-and-wales'].version).not.toBe(bundled['england-and-wales'].version);
    expect(without.scotland.version).toBe(bundled.scotland.version);
    expect(bundled['england-and-wales'].version).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('what changed', () => {
  const nothing = { added: [], removed: [], moved: [], renamed: [], refusals: [] };
  const proclaimed = { title: 'Bank holiday for a jubilee', date: '2027-06-04', notes: '', bunting: true };

  test('nothing', () => {
    expect(diffHolidays(bundled, readBankHolidays(copy()), today)).toEqual(nothing);
  });

  test('a day is proclaimed', () => {
    const after = changed((events) => [...events, proclaimed]);
    const day = { division: 'england-and-wales', date: '2027-06-04', title: proclaimed.title };
    expect(diffHolidays(bundled, after, today)).toEqual({ ...nothing, added: [day] });
    expect(diffHolidays(after, bundled, today)).toEqual({ ...nothing, removed: [day] });
  });

  test('a day moves within its year', () => {
    const after = changed((events) =>
      events.map((one) => (one.date === '2027-05-31' ? { ...one, date: '2027-06-03' } : one)),
    );
    expect(diffHolidays(bundled, after, today)).toEqual({
      ...nothing,
      moved: [
        {
          division: 'england-and-wales',
          date: '2027-05-31',
          title: 'Spring bank holiday',
          movedTo: '2027-06-03',
        },
      ],
    });
  });

  test('another apostrophe is no change, another name is', () => {
    const plain = changed((events) =>
      events.map((one) => ({ ...one, title: one.title.replaceAll('’', "'") })),
    );
    expect(diffHolidays(bundled, plain, today)).toEqual(nothing);
    const renamed = changed((events) =>
      events.map((one) => (one.date === '2027-05-03' ? { ...one, title: 'May Day' } : one)),
    );
    expect(diffHolidays(bundled, renamed, today).renamed).toEqual([
      {
        division: 'england-and-wales',
        date: '2027-05-03',
        title: 'Early May bank holiday',
        newTitle: 'May Day',
      },
    ]);
  });

  test('a day in the past that vanished or moved is refused; one in the future is not', () => {
    const lost = changed((events) =>
      events.filter((one) => one.date !== '2026-08-31' && one.date !== '2026-12-28'),
    );
    expect(diffHolidays(bundled, lost, today).refusals).toEqual([
      'Summer bank holiday on 2026-08-31 in England and Wales is in the past and missing from the new list. Check that the file is whole.',
    ]);
    const moved = changed((events) =>
      events.map((one) => (one.date === '2026-05-25' ? { ...one, date: '2026-05-26' } : one)),
    );
    expect(diffHolidays(bundled, moved, today).refusals).toHaveLength(1);
  });

  test('a list that begins later is taken over once our older years are kept beside it', () => {
    const list = copy();
    for (const name of divisions)
      list[name].events = list[name].events.filter((one) => one.date >= '2024-01-01');
    const later = readBankHolidays(list);
    expect(diffHolidays(bundled, later, today).refusals.length).toBeGreaterThan(100);
    const kept = withOlderYears(bundled, later);
    expect(diffHolidays(bundled, kept, today)).toEqual(nothing);
    expect(kept['uk-union'].version).toBe(bundled['uk-union'].version);
  });

  test('older years do not hide a hole in a year that the list has', () => {
    const list = copy();
    list.scotland.events = list.scotland.events.filter(
      (one) => one.date >= '2024-01-01' && one.date !== '2025-08-04',
    );
    expect(
      diffHolidays(bundled, withOlderYears(bundled, readBankHolidays(list)), today).refusals,
    ).toHaveLength(1);
  });
});

describe('months left', () => {
  test.each([
    ['2026-11-22', 25, false],
    ['2028-01-01', 12, false],
    ['2028-01-02', 11, true],
    ['2028-12-31', 0, true],
    ['2030-01-01', 0, true],
  ])('on %s there are %i', (date, months, warns) => {
    const cover = monthsLeft(bundled['england-and-wales'], Temporal.PlainDate.from(date));
    expect([cover.months, cover.warning !== null]).toEqual([months, warns]);
  });
});
