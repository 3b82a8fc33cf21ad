import { describe, expect, test } from 'vitest';
import { addWorkingMinutes, dueTimes, workingMinutesLeft, type DueQuestion } from './due.ts';
import type { WorkingHours } from './hours.ts';
import { alwaysOpen, bundledCalendars } from './named.ts';
import { CalendarError } from './problem.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const named = (name: string): WorkingHours => bundledCalendars.calendars.get(name) ?? alwaysOpen;

const ew = named('england-and-wales');
const lateDay = [['08:00', '20:00']] as const;
const splitDay = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
] as const;

const calendars = {
  ew,
  sc: named('scotland'),
  always: named('always-open'),
  ewEarly: { ...ew, exceptions: { '2026-12-24': { windows: [['09:00', '12:00']], reason: 'Early close' } } },
  ewTrain: { ...ew, exceptions: { '2026-11-25': { windows: [['09:00', '13:00']], reason: 'Training' } } },
  ewSat: { ...ew, weekly: { ...ew.weekly, sat: [['09:00', '17:00']] } },
  late: { ...ew, weekly: { mon: lateDay, tue: lateDay, wed: lateDay, thu: lateDay, fri: lateDay } },
  split: { ...ew, weekly: { mon: splitDay, tue: splitDay, wed: splitDay, thu: splitDay, fri: splitDay } },
} satisfies Record<string, WorkingHours>;

type Row = [
  why: string,
  received: string,
  calendar: keyof typeof calendars,
  targetMinutes: number,
  inHours: boolean,
  aimAt: string,
  limitAt: string,
];

// Computed outside this program with zone files, and checked by counting seconds.
const table: Row[] = [
  [
    'Plain mid-morning',
    '2026-11-18T10:00:00Z',
    'ew',
    120,
    true,
    '2026-11-18T12:00:00Z',
    '2026-11-18T12:00:00Z',
  ],
  [
    'Exactly at opening counts as in hours',
    '2026-11-18T09:00:00Z',
    'ew',
    120,
    true,
    '2026-11-18T11:00:00Z',
    '2026-11-18T11:00:00Z',
  ],
  [
    'One second before opening: clock starts 09:00',
    '2026-11-18T08:59:59Z',
    'ew',
    120,
    false,
    '2026-11-18T11:00:00Z',
    '2026-11-18T17:00:00Z',
  ],
  [
    'Midnight on a working day: same day, not the day after',
    '2026-11-18T00:00:00Z',
    'ew',
    120,
    false,
    '2026-11-18T11:00:00Z',
    '2026-11-18T17:00:00Z',
  ],
  [
    'Exactly two hours left: due at closing, not next morning',
    '2026-11-18T15:00:00Z',
    'ew',
    120,
    true,
    '2026-11-18T17:00:00Z',
    '2026-11-18T17:00:00Z',
  ],
  [
    'Exactly at closing counts as out of hours',
    '2026-11-18T17:00:00Z',
    'ew',
    120,
    false,
    '2026-11-19T11:00:00Z',
    '2026-11-19T17:00:00Z',
  ],
  [
    'Late evening midweek',
    '2026-11-18T23:59:00Z',
    'ew',
    120,
    false,
    '2026-11-19T11:00:00Z',
    '2026-11-19T17:00:00Z',
  ],
  ['Friday 16:30', '2026-11-20T16:30:00Z', 'ew', 120, true, '2026-11-23T10:30:00Z', '2026-11-23T10:30:00Z'],
  [
    'Friday at closing',
    '2026-11-20T17:00:00Z',
    'ew',
    120,
    false,
    '2026-11-23T11:00:00Z',
    '2026-11-23T17:00:00Z',
  ],
  ['Saturday', '2026-11-21T11:00:00Z', 'ew', 120, false, '2026-11-23T11:00:00Z', '2026-11-23T17:00:00Z'],
  [
    'Christmas Eve 16:59; Boxing Day substitute on Mon 28',
    '2026-12-24T16:59:00Z',
    'ew',
    120,
    true,
    '2026-12-29T10:59:00Z',
    '2026-12-29T10:59:00Z',
  ],
  [
    'Christmas Eve 15:00 full day',
    '2026-12-24T15:00:00Z',
    'ew',
    120,
    true,
    '2026-12-24T17:00:00Z',
    '2026-12-24T17:00:00Z',
  ],
  [
    'Christmas Eve after close',
    '2026-12-24T17:01:00Z',
    'ew',
    120,
    false,
    '2026-12-29T11:00:00Z',
    '2026-12-29T17:00:00Z',
  ],
  ['Christmas Day', '2026-12-25T12:00:00Z', 'ew', 120, false, '2026-12-29T11:00:00Z', '2026-12-29T17:00:00Z'],
  [
    "New Year's Eve; 1 Jan 2027 is a Friday",
    '2026-12-31T16:00:00Z',
    'ew',
    120,
    true,
    '2027-01-04T10:00:00Z',
    '2027-01-04T10:00:00Z',
  ],
  [
    "New Year's Day 2027",
    '2027-01-01T00:30:00Z',
    'ew',
    120,
    false,
    '2027-01-04T11:00:00Z',
    '2027-01-04T17:00:00Z',
  ],
  [
    'Substitute New Year bank holiday 2028',
    '2028-01-03T09:30:00Z',
    'ew',
    120,
    false,
    '2028-01-04T11:00:00Z',
    '2028-01-04T17:00:00Z',
  ],
  ['Good Friday', '2026-04-03T09:00:00Z', 'ew', 120, false, '2026-04-07T10:00:00Z', '2026-04-07T16:00:00Z'],
  ['Easter Monday', '2026-04-06T13:00:00Z', 'ew', 120, false, '2026-04-07T10:00:00Z', '2026-04-07T16:00:00Z'],
  [
    'Friday before clocks go forward',
    '2026-03-27T16:30:00Z',
    'ew',
    120,
    true,
    '2026-03-30T09:30:00Z',
    '2026-03-30T09:30:00Z',
  ],
  [
    'Clock-change Sunday, before the change',
    '2026-03-29T00:30:00Z',
    'ew',
    120,
    false,
    '2026-03-30T10:00:00Z',
    '2026-03-30T16:00:00Z',
  ],
  [
    'First Monday of BST',
    '2026-03-30T07:30:00Z',
    'ew',
    120,
    false,
    '2026-03-30T10:00:00Z',
    '2026-03-30T16:00:00Z',
  ],
  [
    'Friday before clocks go back',
    '2026-10-23T15:30:00Z',
    'ew',
    120,
    true,
    '2026-10-26T10:30:00Z',
    '2026-10-26T10:30:00Z',
  ],
  [
    'Ambiguous hour, first pass (BST)',
    '2026-10-25T00:30:00Z',
    'ew',
    120,
    false,
    '2026-10-26T11:00:00Z',
    '2026-10-26T17:00:00Z',
  ],
  [
    'First Monday of GMT',
    '2026-10-26T16:00:00Z',
    'ew',
    120,
    true,
    '2026-10-27T10:00:00Z',
    '2026-10-27T10:00:00Z',
  ],
  [
    'Leap year: 29 Feb 2024 is a working Thursday',
    '2024-02-28T16:00:00Z',
    'ew',
    120,
    true,
    '2024-02-29T10:00:00Z',
    '2024-02-29T10:00:00Z',
  ],
  [
    'Early May bank holiday',
    '2026-05-01T15:30:00Z',
    'ew',
    120,
    true,
    '2026-05-05T09:30:00Z',
    '2026-05-05T09:30:00Z',
  ],
  [
    'Late August bank holiday, England',
    '2026-08-28T14:30:00Z',
    'ew',
    120,
    true,
    '2026-09-01T08:30:00Z',
    '2026-09-01T08:30:00Z',
  ],
  [
    'Same instant, Scottish calendar: Monday is a working day',
    '2026-08-28T14:30:00Z',
    'sc',
    120,
    true,
    '2026-08-31T08:30:00Z',
    '2026-08-31T08:30:00Z',
  ],
  [
    'Local early close at 12:00 on Christmas Eve',
    '2026-12-24T11:30:00Z',
    'ewEarly',
    120,
    true,
    '2026-12-29T10:30:00Z',
    '2026-12-29T10:30:00Z',
  ],
  [
    'Full working-day target (480 working minutes)',
    '2026-11-18T16:30:00Z',
    'ew',
    480,
    true,
    '2026-11-19T16:30:00Z',
    '2026-11-19T16:30:00Z',
  ],
  [
    'One-hour priority target',
    '2026-11-18T16:30:00Z',
    'ew',
    60,
    true,
    '2026-11-19T09:30:00Z',
    '2026-11-19T09:30:00Z',
  ],
  [
    'Policy with Saturday cover 9 to 5',
    '2026-11-20T16:30:00Z',
    'ewSat',
    120,
    true,
    '2026-11-21T10:30:00Z',
    '2026-11-21T10:30:00Z',
  ],
  [
    '24/7 cover across spring change: 2 elapsed hours',
    '2026-03-29T00:30:00Z',
    'always',
    120,
    true,
    '2026-03-29T02:30:00Z',
    '2026-03-29T02:30:00Z',
  ],
  [
    'Policy hours 08:00 to 20:00',
    '2026-11-18T16:30:00Z',
    'late',
    120,
    true,
    '2026-11-18T18:30:00Z',
    '2026-11-18T18:30:00Z',
  ],
];

// Worked out by hand from the calendar.
const more: Row[] = [
  ['Tuesday at ten', '2026-11-17T10:00:00Z', 'ew', 120, true, '2026-11-17T12:00:00Z', '2026-11-17T12:00:00Z'],
  [
    'Maundy Thursday: Easter and the spring change',
    '2027-03-25T16:30:00Z',
    'ew',
    120,
    true,
    '2027-03-30T09:30:00Z',
    '2027-03-30T09:30:00Z',
  ],
  [
    'Friday before a bank holiday Monday',
    '2026-08-28T15:45:00Z',
    'ew',
    120,
    true,
    '2026-09-01T09:45:00Z',
    '2026-09-01T09:45:00Z',
  ],
  [
    'Wednesday before opening',
    '2026-11-18T07:30:00Z',
    'ew',
    120,
    false,
    '2026-11-18T11:00:00Z',
    '2026-11-18T17:00:00Z',
  ],
  [
    'Last minute before closing',
    '2026-11-20T16:59:00Z',
    'ew',
    120,
    true,
    '2026-11-23T10:59:00Z',
    '2026-11-23T10:59:00Z',
  ],
  [
    'Half a second before closing',
    '2026-11-20T16:59:59.5Z',
    'ew',
    120,
    true,
    '2026-11-23T10:59:59.5Z',
    '2026-11-23T10:59:59.5Z',
  ],
  [
    'Afternoon closed for training',
    '2026-11-25T12:30:00Z',
    'ewTrain',
    120,
    true,
    '2026-11-26T10:30:00Z',
    '2026-11-26T10:30:00Z',
  ],
  [
    'After the early close',
    '2026-11-25T13:00:00Z',
    'ewTrain',
    120,
    false,
    '2026-11-26T11:00:00Z',
    '2026-11-26T17:00:00Z',
  ],
  [
    '24/7 across the autumn change',
    '2026-10-25T00:30:00Z',
    'always',
    120,
    true,
    '2026-10-25T02:30:00Z',
    '2026-10-25T02:30:00Z',
  ],
  [
    'Over the lunch break',
    '2026-11-18T11:00:00Z',
    'split',
    120,
    true,
    '2026-11-18T14:00:00Z',
    '2026-11-18T14:00:00Z',
  ],
  [
    'Runs out exactly at the lunch break',
    '2026-11-18T10:00:00Z',
    'split',
    120,
    true,
    '2026-11-18T12:00:00Z',
    '2026-11-18T12:00:00Z',
  ],
  [
    'In the lunch break',
    '2026-11-18T12:30:00Z',
    'split',
    120,
    false,
    '2026-11-18T15:00:00Z',
    '2026-11-18T17:00:00Z',
  ],
  [
    'Split day, before opening: the whole day, not the morning',
    '2026-11-18T08:00:00Z',
    'split',
    240,
    false,
    '2026-11-18T14:00:00Z',
    '2026-11-18T17:00:00Z',
  ],
];

test.each([...table, ...more])(
  '%s (%s, %s, %i min)',
  (_why, received, calendar, targetMinutes, inHours, aimAt, limitAt) => {
    const due = dueTimes({ received: at(received), targetMinutes, hours: calendars[calendar] });
    expect({ inHours: due.inHours, aimAt: due.aimAt.toString(), limitAt: due.limitAt.toString() }).toEqual({
      inHours,
      aimAt,
      limitAt,
    });
  },
);

test('the table is whole', () => {
  expect(table).toHaveLength(35);
});

function limitOf(question: Omit<DueQuestion, 'targetMinutes' | 'hours'>, hours: WorkingHours = ew) {
  const { aimAt, limitAt } = dueTimes({ targetMinutes: 120, hours, ...question });
  return { aimAt: aimAt.toString(), limitAt: limitAt?.toString() ?? null };
}

describe('rules for what comes in outside hours', () => {
  const saturday = at('2026-11-21T11:00:00Z');
  const monday = { aimAt: '2026-11-23T11:00:00Z' };

  test('the next opening starts the clock', () => {
    expect(limitOf({ received: saturday, outOfHours: 'next-opening-clock' })).toEqual({
      ...monday,
      limitAt: '2026-11-23T11:00:00Z',
    });
  });

  test('no promise, no limit; still an aim', () => {
    expect(limitOf({ received: saturday, outOfHours: 'none' })).toEqual({ ...monday, limitAt: null });
  });

  test('the rule plays no part in hours', () => {
    const received = at('2026-11-18T10:00:00Z');
    expect(limitOf({ received, outOfHours: 'none' })).toEqual({
      aimAt: '2026-11-18T12:00:00Z',
      limitAt: '2026-11-18T12:00:00Z',
    });
  });

  test.each([
    ['before opening', '2026-11-18T07:30:00Z', '2026-11-19T17:00:00Z'],
    ['at midnight', '2026-11-18T00:00:00Z', '2026-11-19T17:00:00Z'],
    ['before opening on a Friday', '2026-11-20T07:30:00Z', '2026-11-23T17:00:00Z'],
    ['the evening before', '2026-11-17T18:00:00Z', '2026-11-18T17:00:00Z'],
    ['on a Saturday', '2026-11-21T07:30:00Z', '2026-11-23T17:00:00Z'],
  ])('"before opening belongs to the next day" %s', (_when, received, limitAt) => {
    expect(limitOf({ received: at(received), beforeOpening: 'next' }).limitAt).toBe(limitAt);
  });

  test('a lunch break is not "before opening"', () => {
    expect(
      limitOf({ received: at('2026-11-18T12:30:00Z'), beforeOpening: 'next' }, calendars.split).limitAt,
    ).toBe('2026-11-18T17:00:00Z');
  });

  test('a target longer than the day may be aimed at after the limit, for the promise is the day', () => {
    const due = dueTimes({ received: saturday, targetMinutes: 600, hours: ew });
    expect([due.aimAt.toString(), due.limitAt.toString()]).toEqual([
      '2026-11-24T11:00:00Z',
      '2026-11-23T17:00:00Z',
    ]);
  });
});

describe('elapsed minutes', () => {
  test('run day and night', () => {
    const due = dueTimes({
      received: at('2026-11-20T16:30:00Z'),
      targetMinutes: 1440,
      hours: ew,
      counts: 'elapsed',
    });
    expect({ ...due, aimAt: due.aimAt.toString(), limitAt: due.limitAt.toString() }).toEqual({
      aimAt: '2026-11-21T16:30:00Z',
      limitAt: '2026-11-21T16:30:00Z',
      inHours: true,
    });
  });

  test('still say whether the item came in hours', () => {
    expect(
      dueTimes({ received: at('2026-11-21T16:30:00Z'), targetMinutes: 60, hours: ew, counts: 'elapsed' })
        .inHours,
    ).toBe(false);
  });
});

/** Open for one hour only, so many days after the receipt below. */
const onceAt = (days: number): WorkingHours => {
  const date = Temporal.PlainDate.from('2026-11-18').add({ days }).toString();
  return { ...ew, weekly: {}, exceptions: { [date]: { windows: [['09:00', '10:00']] } } };
};

describe('hours that cannot answer', () => {
  const received = at('2026-11-18T10:00:00Z');

  test('never open: an error after 400 dates, not a hang', () => {
    const never = { ...ew, weekly: {} };
    expect(() => dueTimes({ received, targetMinutes: 1, hours: never })).toThrow(CalendarError);
    expect(() => dueTimes({ received, targetMinutes: 1, hours: never })).toThrow(
      /not enough opening time in the 400 days/,
    );
  });

  test('400 dates are enough when the last of them opens, and one more is too many', () => {
    expect(dueTimes({ received, targetMinutes: 60, hours: onceAt(399) }).aimAt.toString()).toBe(
      '2027-12-22T10:00:00Z',
    );
    expect(() => dueTimes({ received, targetMinutes: 60, hours: onceAt(400) })).toThrow(CalendarError);
  });

  test('a target too long for 400 dates', () => {
    expect(() => dueTimes({ received, targetMinutes: 200_000, hours: ew })).toThrow(CalendarError);
  });

  test.each([0, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a target of %d minutes', (targetMinutes) => {
    expect(() => dueTimes({ received, targetMinutes, hours: ew })).toThrow(/whole number of minutes/);
  });
});

describe('minutes left', () => {
  const due = at('2026-11-23T10:30:00Z');

  test.each([
    ['2026-11-20T16:30:00Z', 120],
    ['2026-11-20T16:30:30Z', 119],
    ['2026-11-21T12:00:00Z', 90],
    ['2026-11-23T10:30:00Z', 0],
    ['2026-11-23T10:30:20Z', 0],
    ['2026-11-23T11:42:00Z', -72],
    ['2026-11-24T09:30:00Z', -420],
  ])('at %s', (now, minutes) => {
    expect(workingMinutesLeft(at(now), due, ew)).toBe(minutes);
  });

  test('a hand-over target counted on its own', () => {
    expect(addWorkingMinutes(ew, at('2026-11-20T16:30:00Z'), 960).toString()).toBe('2026-11-24T16:30:00Z');
  });
});
