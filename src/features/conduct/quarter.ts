/** The last calendar quarter that is over, where the organisation is: its first moment, and that of the next. */
export function lastQuarter(
  now: Temporal.Instant,
  zone: string,
): { from: Temporal.Instant; to: Temporal.Instant; first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const next = today.with({ month: Math.floor((today.month - 1) / 3) * 3 + 1, day: 1 });
  const first = next.subtract({ months: 3 });
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant();
  return { from: at(first), to: at(next), first, last: next.subtract({ days: 1 }) };
}
