import { localWindowsOn, openPeriods, windowsOn, type WorkingHours } from './hours.ts';
import { CalendarError } from './problem.ts';

/**
 * The last closing of the working day so many working days after a moment. The moment's own day does not count.
 * @param days whole working days, 1 or more.
 * @throws CalendarError when 400 dates hold too few working days.
 */
export function closeAfterWorkingDays(
  hours: WorkingHours,
  from: Temporal.Instant,
  days: number,
): Temporal.Instant {
  const today = from.toZonedDateTimeISO(hours.zone).toPlainDate();
  const counted = new Set<string>();
  for (const { date, closes } of openPeriods(hours, from)) {
    if (date.equals(today)) continue;
    counted.add(date.toString());
    if (counted.size >= days) return windowsOn(hours, date).at(-1)?.closes ?? closes;
  }
  throw new CalendarError('These hours never open.');
}

/** The date itself where it is a working day, else the nearest working day before it. @throws CalendarError when there is none in 400 dates. */
export function workingDayOnOrBefore(hours: WorkingHours, date: Temporal.PlainDate): Temporal.PlainDate {
  for (let back = 0; back < 400; back += 1) {
    const day = date.subtract({ days: back });
    if (localWindowsOn(hours, day).length > 0) return day;
  }
  throw new CalendarError('These hours never open.');
}
