/** The only place that asks what time it is. Everyone else is handed a clock, or `now`. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that practice mode and tests may move. Time runs on from where it was put. */
export interface MovableClock extends Clock {
  moveTo(instant: Temporal.Instant): void;
  /** Distance from the true time, as an ISO 8601 duration, so that it can be kept. */
  offset(): Temporal.Duration;
}

/** @param offset where to begin: distance from the true time. */
export function movableClock(offset: Temporal.Duration = new Temporal.Duration()): MovableClock {
  let shift = offset;
  return {
    now: () => Temporal.Now.instant().add(shift),
    moveTo(instant) {
      shift = Temporal.Now.instant().until(instant, { largestUnit: 'hours' });
    },
    offset: () => shift,
  };
}

/** A clock that stands still until it is set: for tests. */
export function stoppedClock(
  at: Temporal.Instant | string,
): Clock & { set(at: Temporal.Instant | string): void } {
  let now = Temporal.Instant.from(at);
  return {
    now: () => now,
    set(next) {
      now = Temporal.Instant.from(next);
    },
  };
}
