import type { WorkingHours } from '#calendar/hours.ts';
import { bundledCalendars } from '#calendar/named.ts';
import { parseCalendar } from '#calendar/parse.ts';
import type { Policy } from '#policy/index.ts';

const read = new WeakMap<Policy, WorkingHours>();

/** The policy's opening hours. @throws where they are no calendar, which the reading of the pack has refused before. */
export function hoursOf(policy: Policy): WorkingHours {
  const known = read.get(policy);
  if (known) return known;
  const parsed = parseCalendar(policy.value('hours.open'), bundledCalendars);
  if (!parsed.ok) throw new Error(`The hours of ${policy.id} cannot be read: ${parsed.problems[0].message}`);
  read.set(policy, parsed.hours);
  return parsed.hours;
}

/** The organisation's day at a moment. */
export const dayAt = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();
