import type { HolidaySet, HolidaySets } from './holidays.ts';
import { CalendarError } from './problem.ts';
import { statutoryClocks, type StatutoryClock, type StatutoryClockName } from './statutory-clocks.ts';
import { momentOf } from './windows.ts';

export interface StatutoryQuestion {
  /** When it came in; for a breach, when we became aware; for an incident, when it was confirmed. */
  readonly received: Temporal.Instant;
  /** IANA name; decides which local date it came in on. */
  readonly zone: string;
  readonly holidays: HolidaySets;
  /** The holidays as they were known when it came in, where some were proclaimed since. */
  readonly holidaysWhenReceived?: HolidaySets;
  /** Only for clocks that have an extension. */
  readonly extended?: boolean;
  /** Whose bank holidays count where this organisation is; those that the clock names unless told. */
  readonly division?: keyof HolidaySets | undefined;
}

export interface StatutoryDue {
  readonly clock: StatutoryClockName;
  /** The day to work to: earlier than `dueOn` where good practice or a newly proclaimed holiday makes them differ. */
  readonly aimOn: Temporal.PlainDate;
  /** The last day. */
  readonly dueOn: Temporal.PlainDate;
  /** The last millisecond of `dueOn` there; for a clock in hours, the very moment. */
  readonly dueAt: Temporal.Instant;
  /** False when the count runs past the years whose bank holidays are known: say so beside the date. */
  readonly holidaysKnown: boolean;
  readonly mark: StatutoryClock['mark'];
  readonly note: string;
}

/** @throws CalendarError when a clock is extended that cannot be. */
export function statutoryDue(name: StatutoryClockName, question: StatutoryQuestion): StatutoryDue {
  const clock: StatutoryClock = statutoryClocks[name];
  const { received, zone, holidays, holidaysWhenReceived = holidays, extended = false } = question;
  if (extended && clock.extension === undefined)
    throw new CalendarError(`“${clock.title}” cannot be extended.`);
  const told = { clock: name, mark: clock.mark, note: clock.note };
  if (clock.length.unit === 'hours') {
    const dueAt = received.add({ hours: clock.length.count });
    const dueOn = dateIn(dueAt, zone);
    return { ...told, aimOn: dueOn, dueOn, dueAt, holidaysKnown: true };
  }
  const count = clock.length.count + (extended ? (clock.extension ?? 0) : 0);
  const start = dateIn(received, zone);
  const counted = holidaysOf(name, question.division);
  const sets = [holidays, holidaysWhenReceived].map((each) => (counted === null ? null : each[counted]));
  const lastDays = sets.map((set) => lastDay(clock, start, count, set));
  const aimDays = sets.map((set) => lastDay(clock, start, extended ? count : (clock.aim ?? count), set));
  const dueOn = lastDays.reduce((a, b) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b));
  const aimOn = aimDays.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b));
  return {
    ...told,
    aimOn,
    dueOn,
    dueAt: endOf(dueOn, zone),
    holidaysKnown: isKnown(sets[0] ?? null, start, dueOn),
  };
}

/** Whose bank holidays are no working days for a clock: where every day counts, nobody’s, whatever is told. */
export function holidaysOf(name: StatutoryClockName, division?: keyof HolidaySets): keyof HolidaySets | null {
  const own = statutoryClocks[name].holidays;
  return own === null ? null : (division ?? own);
}

const dateIn = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

const endOf = (date: Temporal.PlainDate, zone: string): Temporal.Instant =>
  momentOf(date, '24:00', zone).subtract({ milliseconds: 1 });

function lastDay(clock: StatutoryClock, start: Temporal.PlainDate, count: number, set: HolidaySet | null) {
  const { length } = clock;
  if (length.unit === 'working-days') return nthWorkingDay(start, count, set);
  // Months are added to the day of receipt, never to a day that was already rolled over.
  const last = start.add(length.unit === 'months' ? { months: count } : { days: count });
  return length.unit !== 'hours' && length.rollsOver ? sameOrNextWorkingDay(last, set) : last;
}

/** Monday to Friday without the holidays of the set. Closures of our own are no holidays in law. */
export const isWorkingDay = (date: Temporal.PlainDate, set: HolidaySet | null): boolean =>
  date.dayOfWeek <= 5 && !set?.days.has(date.toString());

/** Counted from the day after `start`. */
export function nthWorkingDay(
  start: Temporal.PlainDate,
  count: number,
  set: HolidaySet | null,
): Temporal.PlainDate {
  let date = start;
  for (let left = count; left > 0;) {
    date = date.add({ days: 1 });
    if (isWorkingDay(date, set)) left -= 1;
  }
  return date;
}

export function sameOrNextWorkingDay(date: Temporal.PlainDate, set: HolidaySet | null): Temporal.PlainDate {
  return isWorkingDay(date, set) ? date : nthWorkingDay(date, 1, set);
}

const isKnown = (set: HolidaySet | null, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean =>
  set === null || (from.toString() >= set.from && to.toString() <= set.to);
