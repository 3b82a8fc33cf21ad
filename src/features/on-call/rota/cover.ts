import { dateAt, windowsOn, type WorkingHours } from '#calendar/hours.ts';

/** A stretch of time: its first moment belongs to it, its last does not. */
export interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

const compare = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b);
export const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (compare(a, b) < 0 ? a : b);
export const later = (a: Temporal.Instant, b: Temporal.Instant) => (compare(a, b) > 0 ? a : b);
export const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => compare(a, b) < 0;
export const overlap = (a: Stretch, b: Stretch) => isBefore(a.from, b.to) && isBefore(b.from, a.to);
export const holdsMoment = ({ from, to }: Stretch, at: Temporal.Instant) =>
  !isBefore(at, from) && isBefore(at, to);
export const minutesIn = ({ from, to }: Stretch) => from.until(to).total('minutes');

/** What of `all` lies outside `taken`, which need be in no order. */
export function without(all: Stretch, taken: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let from = all.from;
  for (const one of taken.toSorted((a, b) => compare(a.from, b.from))) {
    if (!overlap({ from, to: all.to }, one)) continue;
    if (isBefore(from, one.from)) left.push({ from, to: one.from });
    from = later(from, one.to);
  }
  if (isBefore(from, all.to)) left.push({ from, to: all.to });
  return left;
}

/** The open periods that touch a stretch, in order. */
function openIn(hours: WorkingHours, { from, to }: Stretch): Stretch[] {
  const open: Stretch[] = [];
  const last = dateAt(hours, to).add({ days: 1 });
  let date = dateAt(hours, from).subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    open.push(...windowsOn(hours, date).map(({ opens, closes }) => ({ from: opens, to: closes })));
  return open.filter((one) => overlap(one, { from, to }));
}

/** When nobody is at work: the time that somebody must be on call. */
export const closedIn = (hours: WorkingHours, within: Stretch): Stretch[] =>
  without(within, openIn(hours, within));

/** What of a shift is open time, in minutes: then the team answers, and nobody needs to be on call. */
export const openMinutesIn = (hours: WorkingHours, shift: Stretch): number =>
  openIn(hours, shift).reduce(
    (sum, one) => sum + minutesIn({ from: later(one.from, shift.from), to: earlier(one.to, shift.to) }),
    0,
  );

/** A stretch in which nobody is on call and somebody must be. `parts` leave out the open time in between. */
export interface Hole extends Stretch {
  readonly parts: readonly Stretch[];
}

/**
 * Where the rota has holes. Nights in a row that nobody covers are one hole, since one person would fill it; a covered
 * night between two of them makes two.
 */
export function holesIn(hours: WorkingHours, within: Stretch, shifts: readonly Stretch[]): Hole[] {
  const holes: Hole[] = [];
  /** The hole reached the end of the closed time before this one. */
  let runsOn = false;
  for (const closed of closedIn(hours, within)) {
    const parts = without(closed, shifts);
    for (const part of parts) {
      const last = holes.at(-1);
      if (last && runsOn && compare(part.from, closed.from) === 0)
        holes[holes.length - 1] = { from: last.from, to: part.to, parts: [...last.parts, part] };
      else holes.push({ ...part, parts: [part] });
      runsOn = false;
    }
    runsOn = parts.some(({ to }) => compare(to, closed.to) === 0);
  }
  return holes;
}

/** The first days that must be full, from this moment on. */
export const daysAhead = (now: Temporal.Instant, days: number, zone: string): Stretch => ({
  from: now,
  to: now.toZonedDateTimeISO(zone).add({ days }).toInstant(),
});
