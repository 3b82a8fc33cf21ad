import { digest } from './digest.ts';
import type { HolidaySet, IsoDate } from './holidays.ts';
import { CalendarError } from './problem.ts';
import { periodsOf, type Period, type Window } from './windows.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** What one date has instead of its usual hours. No windows: closed. Wins over the week and over bank holidays. */
export interface DayException {
  readonly windows: readonly Window[];
  readonly reason?: string;
  readonly author?: string;
}

/** Windows of a day stand in order and do not overlap; `parseCalendar` sees to it. */
export interface WorkingHours {
  /** IANA name, such as Europe/London. */
  readonly zone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Window[]>>>;
  /** Dates on which the weekly hours do not apply. */
  readonly holidays: HolidaySet | null;
  readonly exceptions: Readonly<Record<IsoDate, DayException>>;
}

export interface OpenPeriod extends Period {
  /** The local date that the period belongs to. */
  readonly date: Temporal.PlainDate;
}

/** How many dates are looked at before hours count as never opening. */
export const datesToSearch = 400;

/** Digest of everything that decides a due time: kept on an item beside the due time. */
export const calendarVersion = (hours: WorkingHours): string =>
  digest([hours.zone, hours.weekly, hours.holidays?.version ?? null, hours.exceptions]);

/** The local date at that moment. */
export const dateAt = (hours: WorkingHours, at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO(hours.zone).toPlainDate();

export const weekdayOf = (date: Temporal.PlainDate): Weekday => weekdays[date.dayOfWeek - 1] ?? 'mon';

/** The windows of a date after holidays and exceptions, as local times. */
export function localWindowsOn(hours: WorkingHours, date: Temporal.PlainDate): readonly Window[] {
  const iso = date.toString();
  const exception = hours.exceptions[iso];
  if (exception) return exception.windows;
  if (hours.holidays?.days.has(iso)) return [];
  return hours.weekly[weekdayOf(date)] ?? [];
}

/** Turning local times into moments is most of the cost, and the same dates are asked for again and again. */
const remembered = new WeakMap<WorkingHours, Map<IsoDate, readonly Period[]>>();
const datesRemembered = 1000;

/** The windows of a date as moments, in order; none when closed. */
export function windowsOn(hours: WorkingHours, date: Temporal.PlainDate): readonly Period[] {
  let dates = remembered.get(hours);
  if (!dates) remembered.set(hours, (dates = new Map()));
  const iso = date.toString();
  const known = dates.get(iso);
  if (known) return known;
  if (dates.size >= datesRemembered) dates.clear();
  const periods = periodsOf(localWindowsOn(hours, date), date, hours.zone);
  dates.set(iso, periods);
  return periods;
}

/**
 * Every period that closes after `from`, in order.
 * @throws CalendarError when 400 dates have been looked at and the asker still wants more.
 */
export function* openPeriods(hours: WorkingHours, from: Temporal.Instant): Generator<OpenPeriod, never> {
  let date = dateAt(hours, from);
  for (let looked = 0; looked < datesToSearch; looked += 1) {
    for (const period of windowsOn(hours, date)) {
      if (Temporal.Instant.compare(period.closes, from) > 0) yield { date, ...period };
    }
    date = date.add({ days: 1 });
  }
  throw new CalendarError(
    `There is not enough opening time in the ${datesToSearch} days from ${from.toString()}. Check the weekly hours and the closures, or set a shorter target.`,
  );
}

/** @throws CalendarError when nothing opens within 400 dates. */
export function firstPeriod(hours: WorkingHours, from: Temporal.Instant): OpenPeriod {
  for (const period of openPeriods(hours, from)) return period;
  throw new CalendarError('These hours never open.');
}

export const isWithin = (period: Period, at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(period.opens, at) <= 0 && Temporal.Instant.compare(at, period.closes) < 0;

/** The opening moment is open, the closing moment is closed. */
export function isOpen(hours: WorkingHours, at: Temporal.Instant): boolean {
  const date = dateAt(hours, at);
  // Where clocks go back over midnight, the next date has begun before this one ends.
  return [date, date.add({ days: 1 })].some((day) =>
    windowsOn(hours, day).some((period) => isWithin(period, at)),
  );
}

/**
 * The moment itself when open, else the start of the next window.
 * @throws CalendarError when nothing opens within 400 dates.
 */
export function nextOpening(hours: WorkingHours, at: Temporal.Instant): Temporal.Instant {
  const period = firstPeriod(hours, at);
  return isWithin(period, at) ? at : period.opens;
}

/** Open minutes from `a` to `b`, with fractions; negative when `b` is the earlier one. */
export function workingMinutesBetween(hours: WorkingHours, a: Temporal.Instant, b: Temporal.Instant): number {
  if (Temporal.Instant.compare(a, b) > 0) return 0 - workingMinutesBetween(hours, b, a);
  const last = dateAt(hours, b).add({ days: 1 });
  let open = 0n;
  for (
    let date = dateAt(hours, a);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    for (const period of windowsOn(hours, date)) open += overlap(period, a, b);
  }
  return Number(open) / 60e9;
}

function overlap(period: Period, a: Temporal.Instant, b: Temporal.Instant): bigint {
  const from = later(period.opens, a).epochNanoseconds;
  const to = (Temporal.Instant.compare(period.closes, b) < 0 ? period.closes : b).epochNanoseconds;
  return to > from ? to - from : 0n;
}

export const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) > 0 ? a : b;

/**
 * False when the days from `a` to `b` go outside the years for which bank holidays are known, so that
 * what was computed may be wrong. Hours without bank holidays are always known.
 */
export function holidaysKnown(hours: WorkingHours, a: Temporal.Instant, b: Temporal.Instant): boolean {
  if (hours.holidays === null) return true;
  // A day ends at the first moment of the next one, which must not count as that next day.
  const last = dateAt(hours, later(a, b.subtract({ nanoseconds: 1 })));
  return dateAt(hours, a).toString() >= hours.holidays.from && last.toString() <= hours.holidays.to;
}
