import type { WorkingHours } from '#calendar/hours.ts';
import { bundledCalendars } from '#calendar/named.ts';
import { parseCalendar } from '#calendar/parse.ts';
import type { Policy } from '#policy/index.ts';

/** The policy's hours. @throws where they are no calendar, which the reading of the pack has refused before. */
export function hoursOf(policy: Policy): WorkingHours {
  const parsed = parseCalendar(policy.value('hours.open'), bundledCalendars);
  if (!parsed.ok) throw new Error(`The hours of ${policy.id} cannot be read: ${parsed.problems[0].message}`);
  return parsed.hours;
}

/** The organisation's day at that moment. */
export const today = (now: Temporal.Instant, { zone }: Pick<Policy, 'zone'>): Temporal.PlainDate =>
  now.toZonedDateTimeISO(zone).toPlainDate();
