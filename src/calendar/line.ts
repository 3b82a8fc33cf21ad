import { dueTimes } from './due.ts';
import { divisionWords } from './holidays.ts';
import { holidaysKnown, later, type WorkingHours } from './hours.ts';
import { bundledCalendars, type CalendarBook } from './named.ts';
import { parseCalendar } from './parse.ts';
import { CalendarError } from './problem.ts';

export interface HoursAnswer {
  /** UTC, ISO 8601: `2026-12-29T10:30:00Z`. */
  readonly aimAt: string;
  readonly limitAt: string;
  readonly inHours: boolean;
}

export interface LineError {
  /** The first line is 1. */
  readonly line: number;
  /** Where in the line: `calendar.weekly.mon.0`. */
  readonly field?: string;
  readonly message: string;
}

export type HoursLine =
  | { readonly ok: true; readonly answer: HoursAnswer }
  | { readonly ok: false; readonly error: LineError };

const earliest = Temporal.Instant.from('1970-01-01T00:00:00Z');
const latest = Temporal.Instant.from('2200-01-01T00:00:00Z');
const keys = ['received', 'targetMinutes', 'calendar'] as const;

/** Something in the line is not as it should be; caught in `hoursLine`. */
class LineProblem extends Error {
  readonly field: string | undefined;
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/**
 * One question to the calendar, as JSON text: `{ "received": "2026-12-24T16:30:00Z", "targetMinutes": 120,
 * "calendar": "england-and-wales" }`, or with a calendar of its own (see `parseCalendar`). Never throws for a bad line.
 */
export function hoursLine(text: string, lineNumber: number, knownCalendars: CalendarBook): HoursLine {
  try {
    return { ok: true, answer: answer(text, knownCalendars) };
  } catch (cause) {
    if (cause instanceof LineProblem) {
      const field = cause.field === undefined ? {} : { field: cause.field };
      return { ok: false, error: { line: lineNumber, ...field, message: cause.message } };
    }
    if (cause instanceof CalendarError)
      return { ok: false, error: { line: lineNumber, field: 'calendar', message: cause.message } };
    throw cause;
  }
}

function answer(text: string, book: CalendarBook): HoursAnswer {
  const line = objectIn(text);
  const received = momentIn(line['received']);
  const targetMinutes = minutesIn(line['targetMinutes']);
  const hours = hoursIn(line['calendar'], book);
  const { aimAt, limitAt, inHours } = dueTimes({ received, targetMinutes, hours });
  mustKnowHolidays(hours, received, later(aimAt, limitAt));
  return { aimAt: aimAt.toString(), limitAt: limitAt.toString(), inHours };
}

function objectIn(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new LineProblem('This line is not JSON. Write one object on each line.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new LineProblem(`Write one object on each line, with ${keys.join(', ')}.`);
  }
  const unknown = Object.keys(json).find((key) => !(keys as readonly string[]).includes(key));
  if (unknown !== undefined) {
    throw new LineProblem(
      `“${unknown.slice(0, 60)}” is unknown here. A line can have ${keys.join(', ')}.`,
      unknown,
    );
  }
  const missing = keys.find((key) => !Object.hasOwn(json, key));
  if (missing !== undefined) throw new LineProblem(`“${missing}” is missing.`, missing);
  return { ...json };
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

function momentIn(value: unknown): Temporal.Instant {
  const words = 'Write a moment with its offset from UTC, such as 2026-12-24T16:30:00Z.';
  if (typeof value !== 'string' || !moment.test(value)) throw new LineProblem(words, 'received');
  let at: Temporal.Instant;
  try {
    at = Temporal.Instant.from(value);
  } catch {
    throw new LineProblem(`There is no such moment. ${words}`, 'received');
  }
  if (Temporal.Instant.compare(at, earliest) < 0 || Temporal.Instant.compare(at, latest) >= 0) {
    throw new LineProblem('Give a moment in the years 1970 to 2199.', 'received');
  }
  return at;
}

function minutesIn(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  throw new LineProblem('Write the target as a whole number of minutes, 1 or more.', 'targetMinutes');
}

function hoursIn(value: unknown, book: CalendarBook): WorkingHours {
  const parsed = parseCalendar(value, book);
  if (parsed.ok) return parsed.hours;
  const [{ field, message }] = parsed.problems;
  throw new LineProblem(
    message.endsWith('.') ? message : `${message}.`,
    field === '' ? 'calendar' : `calendar.${field}`,
  );
}

/** Outside the known years a bank holiday would pass for a working day, and the answer would be quietly wrong. */
function mustKnowHolidays(hours: WorkingHours, received: Temporal.Instant, due: Temporal.Instant): void {
  if (hours.holidays === null || holidaysKnown(hours, received, due)) return;
  const { name, from, to } = hours.holidays;
  throw new LineProblem(
    `Bank holidays for ${divisionWords[name]} are known from ${from} to ${to} only, and this item is received or due outside them.`,
    'received',
  );
}

/**
 * Answers line by line, in order, one JSON line each: the answer, or `{ "error": { line, field, message } }`.
 * Blank lines are skipped. @returns whether every line was good.
 */
export async function hoursJsonl(
  lines: AsyncIterable<string>,
  write: (line: string) => void,
  knownCalendars: CalendarBook = bundledCalendars,
): Promise<boolean> {
  let good = true;
  let lineNumber = 0;
  for await (const text of lines) {
    lineNumber += 1;
    if (text.trim() === '') continue;
    const result = hoursLine(text.trim(), lineNumber, knownCalendars);
    good &&= result.ok;
    write(JSON.stringify(result.ok ? result.answer : { error: result.error }));
  }
  return good;
}
