import { InputRefused } from '#kernel/refusal.ts';

export interface Days {
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
}

/**
 * Two days, both included, as moments where the organisation is.
 * @throws InputRefused where the last comes before the first.
 */
export function periodOf(
  { from, to }: Days,
  zone: string,
): { since?: Temporal.Instant; until?: Temporal.Instant } {
  if (from && to && Temporal.PlainDate.compare(from, to) > 0)
    throw new InputRefused([{ field: 'to', message: 'The last day must not come before the first' }]);
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone }).toInstant();
  return {
    ...(from ? { since: midnight(from) } : {}),
    ...(to ? { until: midnight(to.add({ days: 1 })) } : {}),
  };
}
