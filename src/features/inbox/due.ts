import { dueTimes } from '#calendar/due.ts';
import { openPeriods, windowsOn } from '#calendar/hours.ts';
import { closedReason } from '#calendar/week.ts';
import type { Policy } from '#policy/index.ts';
import type { Stretch } from './gaps.ts';
import { openHours } from './hours.ts';

/** The two clocks of an enquiry as its row keeps them, with what they were reckoned by. */
export interface Clocks {
  readonly clock_from: Temporal.Instant;
  readonly aim_at: Temporal.Instant;
  readonly limit_at: Temporal.Instant;
  readonly in_hours: boolean;
  readonly calendar_version: string;
}

/** Both clocks of something that begins at `from`, under one policy version and its calendar. */
export function clocksFrom(policy: Policy, from: Temporal.Instant): Clocks {
  const { minutes, counts } = policy.value('inbox.reply-within');
  const { due: rule, beforeOpening } = policy.value('inbox.out-of-hours');
  const { hours, version } = openHours(policy);
  // A policy that sets nothing apart for what comes in out of hours still promises its minutes: they count from opening.
  const outOfHours = rule === 'none' ? 'next-opening-clock' : rule;
  const due = dueTimes({ received: from, targetMinutes: minutes, hours, counts, outOfHours, beforeOpening });
  return {
    clock_from: from,
    aim_at: due.aimAt,
    limit_at: due.limitAt,
    in_hours: due.inHours,
    calendar_version: version,
  };
}

/** Whole working minutes from one moment to another, as the policy counts its promise. */
export function workingMinutes(policy: Policy, from: Temporal.Instant, to: Temporal.Instant): number {
  const { counts } = policy.value('inbox.reply-within');
  if (counts === 'elapsed') return Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000);
  return Math.max(0, Math.floor(openHours(policy).minutesBetween(from, to)));
}

/** Working minutes left until a moment; below nothing once it has passed, even while we are closed. */
export function minutesLeft(policy: Policy, now: Temporal.Instant, due: Temporal.Instant): number {
  const late = Temporal.Instant.compare(now, due) > 0;
  const { counts } = policy.value('inbox.reply-within');
  const minutes =
    counts === 'elapsed'
      ? (due.epochMilliseconds - now.epochMilliseconds) / 60_000
      : openHours(policy).minutesBetween(now, due);
  return late ? Math.min(-1, Math.floor(minutes)) : Math.max(0, Math.floor(minutes));
}

/**
 * By when a department must have answered: the close of the working day so many working days on.
 * The day of the hand-over does not count.
 */
export const departmentDue = (policy: Policy, from: Temporal.Instant): Temporal.Instant =>
  workingDayAfter(policy, from, policy.value('inbox.pass-on').dueWorkingDays).to;

/** The close of the working day so many working days after the day of `from`, which does not count. */
export const closeOfWorkingDay = (policy: Policy, from: Temporal.Instant, days: number): Temporal.Instant =>
  workingDayAfter(policy, from, days).to;

/**
 * From opening to close of the working day so many working days on; the day of `from` does not count.
 * @param count 1 or more.
 */
export function workingDayAfter(policy: Policy, from: Temporal.Instant, count: number): Stretch {
  const { hours } = openHours(policy);
  const today = from.toZonedDateTimeISO(hours.zone).toPlainDate();
  const seen = new Set<string>();
  for (const { date, closes } of openPeriods(hours, from)) {
    if (date.equals(today)) continue;
    seen.add(date.toString());
    if (seen.size < count) continue;
    const windows = windowsOn(hours, date);
    return { from: windows[0]?.opens ?? closes, to: windows.at(-1)?.closes ?? closes };
  }
  throw new Error('These hours never open');
}

export const earlierOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other;

/** One local day: its bounds, when we are open, and why not where we are closed. */
export function dayOf(
  policy: Policy,
  date: Temporal.PlainDate,
): { start: Temporal.Instant; end: Temporal.Instant; windows: Stretch[]; closedBecause: string | null } {
  const { hours } = openHours(policy);
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(hours.zone).toInstant();
  return {
    start: at(date),
    end: at(date.add({ days: 1 })),
    windows: windowsOn(hours, date).map(({ opens, closes }) => ({ from: opens, to: closes })),
    closedBecause: closedReason(hours, date)?.words ?? null,
  };
}
