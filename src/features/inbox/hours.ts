import { calendarVersion, windowsOn, workingMinutesBetween, type WorkingHours } from '#calendar/hours.ts';
import { bundledCalendars } from '#calendar/named.ts';
import { parseCalendar } from '#calendar/parse.ts';
import type { Policy } from '#policy/index.ts';

/** A policy's working hours, read once, with what is asked of them again and again. */
export interface Open {
  readonly hours: WorkingHours;
  readonly version: string;
  /** Open minutes from `a` to `b`; negative when `b` is the earlier one. Quick however far apart they are. */
  minutesBetween(a: Temporal.Instant, b: Temporal.Instant): number;
}

const read = new WeakMap<Policy, Open>();

/** @throws where the policy's hours are no calendar, which the reading of the pack has refused before. */
export function openHours(policy: Policy): Open {
  const known = read.get(policy);
  if (known) return known;
  const parsed = parseCalendar(policy.value('hours.open'), bundledCalendars);
  if (!parsed.ok) throw new Error(`The hours of ${policy.id} cannot be read: ${parsed.problems[0].message}`);
  const made = openOver(parsed.hours);
  read.set(policy, made);
  return made;
}

/** A list shows how late fifty old enquiries are, so whole days are counted once and remembered. */
function openOver(hours: WorkingHours): Open {
  const days = new Map<string, number>();
  const minutesOf = (date: Temporal.PlainDate): number => {
    const name = date.toString();
    const known = days.get(name);
    if (known !== undefined) return known;
    const minutes = windowsOn(hours, date).reduce(
      (sum, { opens, closes }) => sum + (closes.epochMilliseconds - opens.epochMilliseconds) / 60_000,
      0,
    );
    if (days.size > 5000) days.clear();
    days.set(name, minutes);
    return minutes;
  };
  const minutesBetween = (a: Temporal.Instant, b: Temporal.Instant): number => {
    if (Temporal.Instant.compare(a, b) > 0) return 0 - minutesBetween(b, a);
    const [first, last] = [a, b].map((at) => at.toZonedDateTimeISO(hours.zone).toPlainDate());
    if (!first || !last || first.until(last).days < 3) return workingMinutesBetween(hours, a, b);
    const dayAfter = first.add({ days: 1 });
    let minutes = workingMinutesBetween(hours, a, startOf(dayAfter));
    for (let date = dayAfter; Temporal.PlainDate.compare(date, last) < 0; date = date.add({ days: 1 })) {
      minutes += minutesOf(date);
    }
    return minutes + workingMinutesBetween(hours, startOf(last), b);
  };
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(hours.zone).toInstant();
  return { hours, version: calendarVersion(hours), minutesBetween };
}
