import { addWorkingMinutes } from '#calendar/due.ts';
import type { WorkingHours } from '#calendar/hours.ts';
import { workingMinutesBetween } from '#calendar/hours.ts';
import { bundledCalendars } from '#calendar/named.ts';
import { parseCalendar } from '#calendar/parse.ts';
import type { Policy } from '#policy/index.ts';

const read = new WeakMap<Policy, WorkingHours>();

/** The policy's hours, read once. @throws where they are no calendar, which the reading of the pack has refused before. */
function hoursOf(policy: Policy): WorkingHours {
  const known = read.get(policy);
  if (known) return known;
  const parsed = parseCalendar(policy.value('hours.open'), bundledCalendars);
  if (!parsed.ok) throw new Error(`The hours of ${policy.id} cannot be read: ${parsed.problems[0].message}`);
  read.set(policy, parsed.hours);
  return parsed.hours;
}

/** The moment so many open minutes on: nobody is asked to answer while we are closed. */
export const openMinutesOn = (policy: Policy, from: Temporal.Instant, minutes: number): Temporal.Instant =>
  addWorkingMinutes(hoursOf(policy), from, minutes);

/** Open minutes left until a moment; below nothing once it has passed, even while we are closed. */
export function openMinutesLeft(policy: Policy, now: Temporal.Instant, until: Temporal.Instant): number {
  const late = Temporal.Instant.compare(now, until) > 0;
  const minutes = Math.floor(workingMinutesBetween(hoursOf(policy), now, until));
  return late ? Math.min(-1, minutes) : Math.max(0, minutes);
}

/** The moment at this share of the open time between two. */
export function atShare(
  policy: Policy,
  from: Temporal.Instant,
  due: Temporal.Instant,
  share: number,
): Temporal.Instant {
  const minutes = workingMinutesBetween(hoursOf(policy), from, due);
  return share >= 1 ? due : openMinutesOn(policy, from, Math.floor(minutes * share));
}
