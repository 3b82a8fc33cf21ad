import { isOpen, nextOpening, windowsOn } from '#calendar/hours.ts';
import type { Policy } from '#policy/index.ts';
import type { Stretch } from '../rota/cover.ts';
import { hoursOf } from '../rota/hours.ts';

const compare = (a: Temporal.Instant, b: Temporal.Instant): number => Temporal.Instant.compare(a, b);
/** No policy of ours is closed for longer. */
const LONGEST = 30;

/** From the last closing until the next opening, around a moment; undefined while we are open. */
export function closedAround(policy: Policy, at: Temporal.Instant): Stretch | undefined {
  const hours = hoursOf(policy);
  if (isOpen(hours, at)) return undefined;
  let day = at.toZonedDateTimeISO(hours.zone).toPlainDate();
  for (let back = 0; back < LONGEST; back += 1) {
    const closes = windowsOn(hours, day)
      .map((window) => window.closes)
      .filter((closing) => compare(closing, at) <= 0)
      .at(-1);
    if (closes) return { from: closes, to: nextOpening(hours, at) };
    day = day.subtract({ days: 1 });
  }
  return { from: at.subtract({ hours: 24 * LONGEST }), to: nextOpening(hours, at) };
}

/**
 * The night that a report is about: the one that began on this date (a weekend is one night) or, without a date, the
 * one that goes on or ended last.
 */
export function nightOf(
  policy: Policy,
  now: Temporal.Instant,
  date: Temporal.PlainDate | undefined,
): Stretch {
  const zone = policy.zone;
  if (date) {
    const late = date.toZonedDateTime({ timeZone: zone, plainTime: '23:30' }).toInstant();
    return closedAround(policy, late) ?? { from: late, to: late };
  }
  const running = closedAround(policy, now);
  if (running) return running;
  const [opened] = windowsOn(hoursOf(policy), now.toZonedDateTimeISO(zone).toPlainDate());
  return closedAround(policy, (opened?.opens ?? now).subtract({ seconds: 1 })) ?? { from: now, to: now };
}
