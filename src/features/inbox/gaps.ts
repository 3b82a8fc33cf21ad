/** A stretch of time; `to` is not part of it. */
export interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

export interface Gap extends Stretch {
  /** Open minutes in which nobody looked. */
  readonly minutes: number;
}

const minutesBetween = (from: number, to: number): number => (to - from) / 60_000;

/**
 * Stretches of open time of one day in which nobody looked for too long.
 * A look covers its whole minute. Closed time between two windows does not count, and does not end a gap either.
 * @param windows open windows of the day in order. @param looks minutes that were looked at, in any order.
 * @param allowed open minutes that may pass without a look; exactly so many are still allowed.
 * @param until nothing after this moment is judged: now, for today.
 */
export function gapsOf(given: {
  readonly windows: readonly Stretch[];
  readonly looks: readonly Temporal.Instant[];
  readonly allowed: number;
  readonly until: Temporal.Instant;
}): Gap[] {
  const until = given.until.epochMilliseconds;
  const looks = given.looks.map((look) => look.epochMilliseconds).toSorted((a, b) => a - b);
  const gaps: { from: number; to: number; minutes: number }[] = [];
  let gap: { from: number; to: number; minutes: number } | undefined;
  const end = () => {
    if (gap && gap.minutes > given.allowed) gaps.push(gap);
    gap = undefined;
  };
  const unseen = (from: number, to: number) => {
    if (to <= from) return;
    gap = { from: gap?.from ?? from, to, minutes: (gap?.minutes ?? 0) + minutesBetween(from, to) };
  };
  for (const window of given.windows) {
    let at = window.from.epochMilliseconds;
    const close = Math.min(window.to.epochMilliseconds, until);
    for (const look of looks) {
      if (look + 60_000 <= at || look >= close) continue;
      unseen(at, look);
      end();
      at = Math.max(at, look + 60_000);
    }
    unseen(at, close);
  }
  end();
  return gaps.map(({ from, to, minutes }) => ({
    from: Temporal.Instant.fromEpochMilliseconds(from),
    to: Temporal.Instant.fromEpochMilliseconds(to),
    minutes,
  }));
}
