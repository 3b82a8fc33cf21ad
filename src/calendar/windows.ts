/**
 * Opens and closes, local time, half-open: `['09:00', '17:00']` holds 09:00:00 and not 17:00:00.
 * Only the closing time may be `24:00`. A shift over midnight is two windows, one on each day.
 */
export type Window = readonly [opens: string, closes: string];

/** A window on one date, as moments. */
export interface Period {
  readonly opens: Temporal.Instant;
  readonly closes: Temporal.Instant;
}

/** @param time local time as `HH:MM`, 00:00 to 24:00. */
export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The first moment at which a clock on the wall shows that time or later on that date. This one rule
 * covers both clock changes: a time that is skipped becomes the change itself, a time that comes
 * twice is its first coming. Later times never give earlier moments, so windows stay in order.
 * @param time `HH:MM`; `24:00` is the start of the next date.
 */
export function momentOf(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const minutes = minuteOfDay(time);
  const day = minutes === 24 * 60 ? date.add({ days: 1 }) : date;
  const plainTime = new Temporal.PlainTime(Math.floor(minutes / 60) % 24, minutes % 60);
  const local = day.toZonedDateTime({ timeZone: zone, plainTime });
  if (local.hour === plainTime.hour && local.minute === plainTime.minute && local.day === day.day)
    return local.toInstant();
  // Skipped: Temporal answers with a time after the gap, so the last change before it is the gap.
  const change = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (change ?? local).toInstant();
}

/** Windows that a clock change swallowed whole fall away. */
export function periodsOf(windows: readonly Window[], date: Temporal.PlainDate, zone: string): Period[] {
  const periods: Period[] = [];
  for (const [from, to] of windows) {
    const opens = momentOf(date, from, zone);
    const closes = momentOf(date, to, zone);
    if (Temporal.Instant.compare(opens, closes) < 0) periods.push({ opens, closes });
  }
  return periods;
}
