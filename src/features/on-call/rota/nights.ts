import { isOpen, type WorkingHours } from '#calendar/hours.ts';
import { momentOf } from '#calendar/windows.ts';
import {
  closedIn,
  holdsMoment,
  isBefore,
  minutesIn,
  overlap,
  later,
  earlier,
  type Stretch,
} from './cover.ts';

/** Whoever is on call at this hour of the next day has the night; no clock of ours changes at it. */
const NIGHT = '03:00';
const MIDDAY = '12:00';

interface Held extends Stretch {
  readonly person: string;
}

/** Local dates on which a moment of the day, on that date or `after` days later, falls into this stretch. */
function datesWith(hours: WorkingHours, stretch: Stretch, time: string, after = 0): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = [];
  const last = stretch.to.toZonedDateTimeISO(hours.zone).toPlainDate();
  let date = stretch.from.toZonedDateTimeISO(hours.zone).toPlainDate().subtract({ days: after });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const at = momentOf(date.add({ days: after }), time, hours.zone);
    if (holdsMoment(stretch, at) && !isOpen(hours, at)) dates.push(date);
  }
  return dates;
}

/** The nights of one shift, each by the date on which it begins. */
export const nightsOf = (hours: WorkingHours, shift: Stretch): Temporal.PlainDate[] =>
  datesWith(hours, shift, NIGHT, 1);

/** Nights that follow one another, by the first of them. */
export interface Run {
  readonly first: Temporal.PlainDate;
  readonly nights: number;
}

/** The runs of nights of one person, in order. */
export function runsOf(hours: WorkingHours, shifts: readonly Held[], person: string): Run[] {
  const nights = shifts
    .filter((shift) => shift.person === person)
    .flatMap((shift) => nightsOf(hours, shift))
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  const runs: Run[] = [];
  for (const night of nights) {
    const last = runs.at(-1);
    const next = last?.first.add({ days: last.nights });
    if (last && next?.equals(night) === true)
      runs[runs.length - 1] = { first: last.first, nights: last.nights + 1 };
    else runs.push({ first: night, nights: 1 });
  }
  return runs;
}

/** A run that a change makes longer than is allowed; undefined where none is, or where it was so before. */
export function tooLong(
  hours: WorkingHours,
  { before, after }: { readonly before: readonly Held[]; readonly after: readonly Held[] },
  people: readonly string[],
  most: number,
): { readonly person: string; readonly nights: number } | undefined {
  const found = [...new Set(people)].flatMap((person) => {
    const were = runsOf(hours, before, person);
    return runsOf(hours, after, person)
      .filter((run) => run.nights > most && !were.some((was) => covers(was, run)))
      .map(({ nights }) => ({ person, nights }));
  });
  return found.toSorted((a, b) => b.nights - a.nights)[0];
}

const covers = (all: Run, part: Run): boolean =>
  Temporal.PlainDate.compare(all.first, part.first) <= 0 &&
  Temporal.PlainDate.compare(all.first.add({ days: all.nights }), part.first.add({ days: part.nights })) >= 0;

/** What one person carried over a period. */
export interface Share {
  readonly person: string;
  readonly nights: number;
  /** Saturdays and Sundays. */
  readonly weekendDays: number;
  readonly bankHolidays: number;
  readonly hours: number;
  readonly longestRun: number;
}

const isWeekend = ({ dayOfWeek }: Temporal.PlainDate) => dayOfWeek > 5;

/** How being on call is shared out over a period: everybody who had any of it, most nights first. */
export function sharesOf(hours: WorkingHours, within: Stretch, shifts: readonly Held[]): Share[] {
  const cut = shifts
    .filter((shift) => overlap(shift, within))
    .map((shift) => ({
      person: shift.person,
      from: later(shift.from, within.from),
      to: earlier(shift.to, within.to),
    }));
  const shares = [...new Set(cut.map(({ person }) => person))].map((person): Share => {
    const own = cut.filter((shift) => shift.person === person && isBefore(shift.from, shift.to));
    const days = own.flatMap((shift) => datesWith(hours, shift, MIDDAY));
    const minutes = own
      .flatMap((shift) => closedIn(hours, shift))
      .reduce((sum, one) => sum + minutesIn(one), 0);
    return {
      person,
      nights: own.flatMap((shift) => nightsOf(hours, shift)).length,
      weekendDays: days.filter(isWeekend).length,
      bankHolidays: days.filter((day) => hours.holidays?.days.has(day.toString()) === true).length,
      hours: Math.round(minutes / 60),
      longestRun: Math.max(0, ...runsOf(hours, own, person).map(({ nights }) => nights)),
    };
  });
  return shares.toSorted((a, b) => b.nights - a.nights || (a.person < b.person ? -1 : 1));
}
