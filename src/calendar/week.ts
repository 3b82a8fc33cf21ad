import { localWindowsOn, weekdayOf, weekdays, type Weekday, type WorkingHours } from './hours.ts';
import { minuteOfDay, type Window } from './windows.ts';

export interface ClosedReason {
  readonly kind: 'closure' | 'bank-holiday' | 'weekend' | 'not-a-working-day';
  /** The name of the holiday, the reason of the closure, or `Saturday`. */
  readonly words: string;
}

const dayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Why a date has no opening hours; null when it has some. */
export function closedReason(hours: WorkingHours, date: Temporal.PlainDate): ClosedReason | null {
  if (localWindowsOn(hours, date).length > 0) return null;
  const iso = date.toString();
  const closure = hours.exceptions[iso];
  if (closure) return { kind: 'closure', words: closure.reason ?? 'Closed' };
  const holiday = hours.holidays?.days.get(iso);
  if (holiday !== undefined) return { kind: 'bank-holiday', words: holiday };
  const day = weekdayOf(date);
  return { kind: day === 'sat' || day === 'sun' ? 'weekend' : 'not-a-working-day', words: dayNames[day] };
}

/** Days in a row with the same windows. Days without hours stand in none. */
export interface WeekRun {
  readonly from: Weekday;
  readonly to: Weekday;
  readonly windows: readonly Window[];
}

/** The usual week, Monday first, without holidays and exceptions. */
export function describeWeek(hours: WorkingHours): WeekRun[] {
  const runs: WeekRun[] = [];
  let previous: Weekday | undefined;
  for (const day of weekdays) {
    const windows = hours.weekly[day] ?? [];
    const last = runs.at(-1);
    if (last && last.to === previous && sameWindows(last.windows, windows))
      runs[runs.length - 1] = { ...last, to: day };
    else if (windows.length > 0) runs.push({ from: day, to: day, windows });
    previous = day;
  }
  return runs;
}

const sameWindows = (a: readonly Window[], b: readonly Window[]): boolean =>
  a.length === b.length && a.every(([opens, closes], at) => opens === b[at]?.[0] && closes === b[at]?.[1]);

/** `Monday to Friday, 9am to 5pm`; runs of different days are joined by semicolons. */
export function weekInWords(hours: WorkingHours): string {
  const runs = describeWeek(hours);
  if (runs.length === 0) return 'Closed';
  const [only] = runs;
  if (only?.from === 'mon' && only.to === 'sun' && isWholeDay(only.windows)) return 'At all hours, every day';
  return runs.map((run) => `${daysInWords(run)}, ${windowsInWords(run.windows)}`).join('; ');
}

const isWholeDay = (windows: readonly Window[]): boolean =>
  windows.length === 1 && windows[0]?.[0] === '00:00' && windows[0][1] === '24:00';

function daysInWords({ from, to }: WeekRun): string {
  if (from === to) return dayNames[from];
  const next = weekdays.indexOf(to) === weekdays.indexOf(from) + 1;
  return `${dayNames[from]} ${next ? 'and' : 'to'} ${dayNames[to]}`;
}

/** `9am to midday and 1pm to 5:30pm` */
export const windowsInWords = (windows: readonly Window[]): string =>
  isWholeDay(windows)
    ? 'all day'
    : windows.map(([opens, closes]) => `${timeInWords(opens)} to ${timeInWords(closes)}`).join(' and ');

/** `HH:MM` as `9am`, `5:30pm`, `midday` or `midnight`. */
export function timeInWords(time: string): string {
  const minutes = minuteOfDay(time);
  if (minutes % (24 * 60) === 0) return 'midnight';
  if (minutes === 12 * 60) return 'midday';
  const hour = Math.floor(minutes / 60);
  const past = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${hour < 12 ? 'am' : 'pm'}`;
}
