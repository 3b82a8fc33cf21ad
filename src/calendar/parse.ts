import { z } from 'zod';
import { holidaySetNames } from './holidays.ts';
import { weekdays, type WorkingHours } from './hours.ts';
import type { CalendarBook } from './named.ts';
import { minuteOfDay, type Window } from './windows.ts';

export interface CalendarProblem {
  /** Where, from the calendar down: `weekly.mon.0.1`; empty for the calendar itself. */
  readonly field: string;
  readonly message: string;
}

export type ParsedCalendar =
  | { readonly ok: true; readonly hours: WorkingHours }
  | { readonly ok: false; readonly problems: readonly [CalendarProblem, ...CalendarProblem[]] };

/**
 * Reads a calendar as people write it: a name out of the book, or
 * `{ zone, weekly: { mon: [["09:00", "17:00"]] }, holidays?, exceptions? }`. `holidays` is the name of a set,
 * `none`, null or absent. An exception replaces the windows of its date (`{ "2026-12-24": [["09:00", "12:00"]] }`,
 * or with reason and author: `{ "windows": [], "reason": "Moving house" }`); an empty list closes the day.
 */
export function parseCalendar(input: unknown, book: CalendarBook): ParsedCalendar {
  if (typeof input === 'string') {
    const hours = book.calendars.get(input);
    return hours ? { ok: true, hours } : { ok: false, problems: [unknownName(input, book)] };
  }
  // Zod leaves this one key out of a record without a word.
  if (Object.hasOwn(Object(property(input, 'exceptions')), '__proto__')) {
    return { ok: false, problems: [{ field: 'exceptions.__proto__', message: dateWords }] };
  }
  const read = calendar.safeParse(input);
  if (read.success) {
    const { holidays, ...rest } = read.data;
    const set = holidays === null || holidays === 'none' ? null : book.holidays[holidays];
    return { ok: true, hours: { ...rest, holidays: set } };
  }
  const [first, ...others] = read.error.issues.map((issue) => problem(issue, input));
  return { ok: false, problems: [first ?? { field: '', message: 'This is no calendar.' }, ...others] };
}

const unknownName = (name: string, book: CalendarBook): CalendarProblem => ({
  field: '',
  message: `There is no calendar named “${name.slice(0, 60)}”. The names are ${[...book.calendars.keys()].join(', ')}.`,
});

function problem(issue: z.core.$ZodIssue, input: unknown): CalendarProblem {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') path.push(...issue.keys.slice(0, 1));
  // A bare list of windows was wrapped in an object before it was read: say where the writer put it.
  if (path[0] === 'exceptions' && path[2] === 'windows' && isBareList(input, path[1] ?? ''))
    path.splice(2, 1);
  const cause = issue.code === 'invalid_key' ? issue.issues[0] : undefined;
  return { field: path.join('.'), message: (cause ?? issue).message };
}

function isBareList(input: unknown, date: string): boolean {
  const exceptions = property(input, 'exceptions');
  return Array.isArray(property(exceptions, date));
}

const property = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined;

const dateWords = 'Write the date of an exception as year-month-day, such as 2026-12-24';

const time = (pattern: RegExp, words: string) => z.string({ error: words }).regex(pattern, words);

const opens = time(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write the opening time as HH:MM, from 00:00 to 23:59');
const closes = time(
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
  'Write the closing time as HH:MM, from 00:01 to 24:00',
);

const pair = 'Write a window as opening and closing time, such as ["09:00", "17:00"]';

const window = z
  .tuple([opens, closes], { error: pair })
  .refine(
    ([from, to]) => minuteOfDay(from) < minuteOfDay(to),
    'A window must close later than it opens. Write hours over midnight as two windows: until 24:00, and from 00:00 on the next day',
  );

const list = 'Write the windows of a day as a list, such as [["09:00", "17:00"]]';

const windows = z
  .array(window, { error: list })
  .transform((all): Window[] => all.toSorted(([a], [b]) => minuteOfDay(a) - minuteOfDay(b)))
  .refine(
    (all) => all.every(([from], at) => minuteOfDay(from) >= minuteOfDay(all[at - 1]?.[1] ?? '00:00')),
    'Two windows of the same day overlap',
  );

const strict =
  (what: string, keys: readonly string[]) =>
  (issue: { readonly code?: string | undefined; readonly keys?: readonly string[] }): string => {
    if (issue.code !== 'unrecognized_keys') return `Write ${what} as an object with ${keys.join(', ')}`;
    return `“${(issue.keys?.[0] ?? '').slice(0, 60)}” is unknown here. ${what.charAt(0).toUpperCase()}${what.slice(1)} can have ${keys.join(', ')}`;
  };

const weekly = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, windows.optional()])) as Record<
    (typeof weekdays)[number],
    z.ZodOptional<typeof windows>
  >,
  { error: strict('a week', weekdays) },
);

const exception = z.preprocess(
  (value) => (Array.isArray(value) ? { windows: value } : value),
  z.strictObject(
    {
      windows,
      reason: z.string().trim().min(1).max(500).optional(),
      author: z.string().trim().min(1).max(200).optional(),
    },
    { error: strict('an exception', ['windows', 'reason', 'author']) },
  ),
);

const zone = z
  .string({ error: 'Give a time zone, such as Europe/London' })
  .refine(isZone, 'There is no such time zone. Write a name such as Europe/London')
  .transform((name) => new Temporal.ZonedDateTime(0n, name).timeZoneId);

/** Offsets such as +01:00 are refused: they do not follow the clock changes. */
function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId !== '';
  } catch {
    return false;
  }
}

const holidayNames = [...holidaySetNames, 'none'] as const;

const calendar = z
  .strictObject(
    {
      zone,
      weekly,
      holidays: z
        .enum(holidayNames, { error: `Write holidays as one of ${holidayNames.join(', ')}, or null` })
        .nullish()
        .transform((name) => name ?? null),
      exceptions: z
        .record(z.iso.date({ error: dateWords }), exception, {
          error: 'Write exceptions as an object of dates',
        })
        .default({}),
    },
    { error: strict('a calendar', ['zone', 'weekly', 'holidays', 'exceptions']) },
  )
  .refine(
    (one) =>
      [...Object.values(one.weekly), ...Object.values(one.exceptions).map((day) => day.windows)].some(
        (day) => (day?.length ?? 0) > 0,
      ),
    { error: 'This calendar never opens. Give at least one day a window', path: ['weekly'] },
  );
