import { implausibleWords, isPlausible } from '#calendar/plausible-day.ts';
import { InputRefused, type InputError } from '#kernel/refusal.ts';

export interface Days {
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
}

/**
 * Two days, both included, as moments where the organisation is.
 * @throws InputRefused where the last comes before the first, or no calendar of ours reaches.
 */
export function periodOf(
  { from, to }: Days,
  zone: string,
): { since?: Temporal.Instant; until?: Temporal.Instant } {
  const errors = [...outside('from', from), ...outside('to', to)];
  if (from && to && errors.length === 0 && Temporal.PlainDate.compare(from, to) > 0)
    errors.push({ field: 'to', message: 'The last day must not come before the first' });
  if (errors.length > 0) throw new InputRefused(errors);
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone }).toInstant();
  return {
    ...(from ? { since: midnight(from) } : {}),
    ...(to ? { until: midnight(to.add({ days: 1 })) } : {}),
  };
}

const outside = (field: string, day: Temporal.PlainDate | undefined): InputError[] =>
  day && !isPlausible(day) ? [{ field, message: implausibleWords }] : [];
