import { isOpen, type WorkingHours } from '#calendar/hours.ts';
import { bundledCalendars } from '#calendar/named.ts';
import { parseCalendar } from '#calendar/parse.ts';
import { closedReason, weekInWords } from '#calendar/week.ts';
import type { Policy } from '#policy/index.ts';

/** What the public is told about our hours: from the same record that starts the clocks. */
export interface HoursShown {
  readonly words: string;
  readonly openNow: boolean;
  /** Why today is closed, where it is. */
  readonly closedToday: string | null;
}

/** @throws where the policy's hours are no calendar. */
export function hoursShown(policy: Policy, now: Temporal.Instant): HoursShown {
  const hours = hoursOf(policy);
  const reason = closedReason(hours, now.toZonedDateTimeISO(hours.zone).toPlainDate());
  return { words: weekInWords(hours), openNow: isOpen(hours, now), closedToday: reason?.words ?? null };
}

function hoursOf(policy: Policy): WorkingHours {
  const parsed = parseCalendar(policy.value('hours.open'), bundledCalendars);
  if (!parsed.ok) throw new Error(`The hours of ${policy.id} cannot be read: ${parsed.problems[0].message}`);
  return parsed.hours;
}
