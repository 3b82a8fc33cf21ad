import { localWindowsOn, type WorkingHours } from '#calendar/hours.ts';
import { momentOf } from '#calendar/windows.ts';
import { closedIn, earlier, later, overlap, without, type Stretch } from './cover.ts';
import type { Turn } from './words.ts';

/** A date as the rota shows it: from the usual opening until the next morning’s, so that a night is one entry. */
export interface DutyDay {
  readonly date: Temporal.PlainDate;
  /** Why the day is closed, where it is a bank holiday. */
  readonly bankHoliday: string | null;
  /** Who has it, and from when until when they are needed. */
  readonly turns: readonly (Turn & { readonly needed: Stretch })[];
  readonly holes: readonly Stretch[];
  /** Nobody needs to be on call at all. */
  readonly alwaysOpen: boolean;
}

/** The earliest usual opening time: there one day of duty ends and the next begins. */
function dayBegins({ weekly }: WorkingHours): string {
  const opens = Object.values(weekly).flatMap((windows) => windows.map(([from]) => from));
  return opens.toSorted()[0] ?? '09:00';
}

export function dutyDays(
  hours: WorkingHours,
  first: Temporal.PlainDate,
  count: number,
  turns: readonly Turn[],
): DutyDay[] {
  const begins = dayBegins(hours);
  return Array.from({ length: count }, (_, index): DutyDay => {
    const date = first.add({ days: index });
    const whole = {
      from: momentOf(date, begins, hours.zone),
      to: momentOf(date.add({ days: 1 }), begins, hours.zone),
    };
    const closed = closedIn(hours, whole);
    const [start, end] = [closed[0], closed.at(-1)];
    const needed = start && end ? { from: start.from, to: end.to } : undefined;
    return {
      date,
      bankHoliday:
        localWindowsOn(hours, date).length === 0 ? (hours.holidays?.days.get(date.toString()) ?? null) : null,
      turns: turns
        .filter((turn) => closed.some((one) => overlap(one, turn)))
        .map((turn) => ({
          ...turn,
          needed: {
            from: later(turn.from, needed?.from ?? turn.from),
            to: earlier(turn.to, needed?.to ?? turn.to),
          },
        })),
      holes: closed.flatMap((one) => without(one, turns)),
      alwaysOpen: closed.length === 0,
    };
  });
}
