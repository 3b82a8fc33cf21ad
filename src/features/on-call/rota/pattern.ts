import { momentOf } from '#calendar/windows.ts';
import type { PatternName } from './words.ts';

/** Turns that follow one another, as somebody plans them. */
export interface Pattern {
  readonly pattern: PatternName;
  readonly firstDay: Temporal.PlainDate;
  readonly weeks: number;
  /** Hour of the day, on the wall, at which one hands over to the next. */
  readonly hour: number;
  /** In the order of their turns. */
  readonly people: readonly string[];
  /** The one whose turn is next is the deputy. */
  readonly nextIsDeputy: boolean;
}

export interface PlannedTurn {
  readonly person: string;
  readonly deputy: string | null;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

const MONDAY = 1;
const FRIDAY = 5;

const handsOver: Readonly<
  Record<PatternName, (day: Temporal.PlainDate, first: Temporal.PlainDate) => boolean>
> = {
  week: (day, first) => day.dayOfWeek === first.dayOfWeek,
  'weekdays-weekend': ({ dayOfWeek }) => dayOfWeek === MONDAY || dayOfWeek === FRIDAY,
  night: () => true,
};

/**
 * The shifts of a pattern. Each ends at the very moment at which the next begins, counted by the clock on the wall, so
 * that a clock change makes a shift an hour longer or shorter and never leaves a hole.
 */
export function turnsOf(
  { pattern, firstDay, weeks, hour, people, nextIsDeputy }: Pattern,
  zone: string,
): PlannedTurn[] {
  const end = firstDay.add({ weeks });
  const days: Temporal.PlainDate[] = [firstDay];
  for (
    let day = firstDay.add({ days: 1 });
    Temporal.PlainDate.compare(day, end) < 0;
    day = day.add({ days: 1 })
  )
    if (handsOver[pattern](day, firstDay)) days.push(day);
  const at = [...days, end].map((day) => momentOf(day, `${String(hour).padStart(2, '0')}:00`, zone));
  const turnOf = (index: number) => people[index % people.length];
  return days.flatMap((_, index) => {
    const [from, to, person] = [at[index], at[index + 1], turnOf(index)];
    if (!from || !to || person === undefined) return [];
    const next = turnOf(index + 1);
    return { person, deputy: nextIsDeputy && next !== undefined && next !== person ? next : null, from, to };
  });
}
