import { ask } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import type { Policy } from '#policy/index.ts';

/** A period of whole local days, as questions ask for it. */
export const periodFields = {
  from: ask.maybeDate('From', { hint: 'Four weeks ago unless given' }),
  to: ask.maybeDate('To', { hint: 'Today unless given' }),
};

export interface Period {
  readonly from: Temporal.PlainDate;
  /** The last day of it. */
  readonly to: Temporal.PlainDate;
  /** The first moment of it, and the first after it. */
  readonly begins: Temporal.Instant;
  readonly ends: Temporal.Instant;
}

/** @throws InputRefused at `to` for a period that ends before it begins. */
export function periodOf(
  input: { readonly from?: Temporal.PlainDate | undefined; readonly to?: Temporal.PlainDate | undefined },
  policy: Pick<Policy, 'zone'>,
  now: Temporal.Instant,
): Period {
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const to = input.to ?? today;
  const from = input.from ?? earlierOf(today, to).subtract({ days: 28 });
  if (Temporal.PlainDate.compare(to, from) < 0) {
    throw new InputRefused([{ field: 'to', message: 'The last day must not lie before the first' }]);
  }
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(policy.zone).toInstant();
  return { from, to, begins: startOf(from), ends: startOf(to.add({ days: 1 })) };
}

const earlierOf = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
