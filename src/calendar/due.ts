import {
  dateAt,
  firstPeriod,
  isOpen,
  isWithin,
  later,
  openPeriods,
  windowsOn,
  workingMinutesBetween,
} from './hours.ts';
import type { WorkingHours } from './hours.ts';
import { CalendarError } from './problem.ts';

/** What the policy promises for what comes in outside hours. `none`: nothing, so there is no limit. */
export type OutOfHoursRule = 'next-opening-clock' | 'next-working-day-close' | 'none';

export interface DueQuestion {
  readonly received: Temporal.Instant;
  /** Whole minutes, 1 or more. */
  readonly targetMinutes: number;
  readonly hours: WorkingHours;
  /** `working` (the default) counts open minutes only; `elapsed` counts every minute from receipt and looks at no hours. */
  readonly counts?: 'working' | 'elapsed';
  /** `next-working-day-close` when left out. It plays no part where the target counts elapsed minutes. */
  readonly outOfHours?: OutOfHoursRule;
  /** Which working day an item belongs to that comes in before that day opens: `same` when left out. */
  readonly beforeOpening?: 'same' | 'next';
}

export interface DueTimes {
  /** When we mean to answer: orders the queue. */
  readonly aimAt: Temporal.Instant;
  /** After this moment the promise is broken; an answer at this moment keeps it. */
  readonly limitAt: Temporal.Instant;
  readonly inHours: boolean;
}

/** Where the policy promises nothing outside hours, there may be no limit. */
export type DueTimesPerhaps = Omit<DueTimes, 'limitAt'> & { readonly limitAt: Temporal.Instant | null };

/**
 * When an item is due. README.md says how each case was decided.
 * @throws CalendarError for a target that is no whole number of minutes, or hours that give too little
 *   opening time in 400 dates.
 */
export function dueTimes(
  question: DueQuestion & { readonly outOfHours?: Exclude<OutOfHoursRule, 'none'> },
): DueTimes;
export function dueTimes(question: DueQuestion): DueTimesPerhaps;
export function dueTimes(question: DueQuestion): DueTimesPerhaps {
  const { received, targetMinutes, hours, counts = 'working' } = question;
  if (!Number.isSafeInteger(targetMinutes) || targetMinutes < 1) {
    throw new CalendarError('A target must be a whole number of minutes, 1 or more.');
  }
  if (counts === 'elapsed') {
    const at = received.add({ minutes: targetMinutes });
    return { aimAt: at, limitAt: at, inHours: isOpen(hours, received) };
  }
  const { at: aimAt, inHours } = countWorking(hours, received, targetMinutes);
  return { aimAt, limitAt: inHours ? aimAt : outOfHoursLimit(question, aimAt), inHours };
}

/**
 * The moment at which so many open minutes have passed. Running out exactly at closing gives the closing.
 * @throws CalendarError when 400 dates hold too little opening time.
 */
export const addWorkingMinutes = (
  hours: WorkingHours,
  from: Temporal.Instant,
  minutes: number,
): Temporal.Instant => countWorking(hours, from, minutes).at;

/** Counts real time on the UTC line, never local clock times, so a clock change can add or lose nothing. */
function countWorking(hours: WorkingHours, from: Temporal.Instant, minutes: number) {
  let left = BigInt(minutes) * 60_000_000_000n;
  let inHours: boolean | undefined;
  for (const period of openPeriods(hours, from)) {
    inHours ??= isWithin(period, from);
    const start = later(period.opens, from);
    const open = period.closes.epochNanoseconds - start.epochNanoseconds;
    if (open >= left) return { at: new Temporal.Instant(start.epochNanoseconds + left), inHours };
    left -= open;
  }
  throw new CalendarError('These hours never open.');
}

function outOfHoursLimit(question: DueQuestion, aimAt: Temporal.Instant): Temporal.Instant | null {
  const rule = question.outOfHours ?? 'next-working-day-close';
  if (rule === 'none') return null;
  return rule === 'next-opening-clock' ? aimAt : nextWorkingDayClose(question);
}

/** The last closing of the working day that an out-of-hours item belongs to. */
function nextWorkingDayClose({ received, hours, beforeOpening = 'same' }: DueQuestion): Temporal.Instant {
  const { date, opens } = firstPeriod(hours, received);
  const day = windowsOn(hours, date);
  const close = day.at(-1)?.closes ?? opens;
  const beforeItOpened = dateAt(hours, received).equals(date) && day[0]?.opens.equals(opens) === true;
  if (beforeOpening === 'same' || !beforeItOpened) return close;
  const following = firstPeriod(hours, close);
  return windowsOn(hours, following.date).at(-1)?.closes ?? following.closes;
}

/**
 * Whole working minutes until an item is due, for "1 hour 12 minutes left". Negative when late. Zero may
 * also mean late while nobody is at work, so ask the clock, not this number, whether something is late.
 */
export function workingMinutesLeft(
  now: Temporal.Instant,
  due: Temporal.Instant,
  hours: WorkingHours,
): number {
  const minutes = Math.trunc(workingMinutesBetween(hours, now, due));
  return minutes === 0 ? 0 : minutes;
}
