import { bundledHolidays } from '#calendar/named.ts';
import type { HolidaySets } from '#calendar/holidays.ts';
import { holidaysOf, statutoryDue } from '#calendar/statutory.ts';
import type { StatutoryClockName } from '#calendar/statutory-clocks.ts';
import type { Enquiry, LawClock } from './words.ts';

/**
 * A clock of the law that begins with the receipt of a message: also on a day when we are closed, and on none of
 * our own terms. @param zone in which the day of receipt is told.
 */
export function lawClockFrom(
  asked: {
    readonly id: string;
    readonly clock: StatutoryClockName;
    readonly holidays?: keyof HolidaySets | undefined;
  },
  received: Temporal.Instant,
  zone: string,
): LawClock {
  const due = statutoryDue(asked.clock, {
    received,
    zone,
    holidays: bundledHolidays,
    division: asked.holidays,
  });
  return {
    id: asked.id,
    clock: asked.clock,
    aimOn: due.aimOn.toString(),
    dueOn: due.dueOn.toString(),
    dueAt: due.dueAt.toString(),
    holidays: holidaysOf(asked.clock, asked.holidays),
    holidaysKnown: due.holidaysKnown,
    endedAt: null,
  };
}

export const isRunning = (clock: LawClock): boolean => clock.endedAt === null;

/** The columns for these clocks: the list itself, and the end of the first that still runs. */
export function lawColumns(list: readonly LawClock[]): Pick<Enquiry, 'law_clocks' | 'law_due_at'> {
  const [first] = list
    .filter(isRunning)
    .map((clock) => Temporal.Instant.from(clock.dueAt))
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
  return { law_clocks: { list }, law_due_at: first ?? null };
}
