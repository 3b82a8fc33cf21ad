import type { TimeBasis } from './words.ts';

/** The moment from which the clock of a message counts, and on whose word. */
export interface ClockStart {
  readonly received_at: Temporal.Instant;
  readonly time_basis: TimeBasis;
}

const DAY = Temporal.Duration.from({ hours: 24 });

/**
 * The clock counts from the network's own time. Ours stands in where it gave none, where it gave one that has
 * not come yet, and where the message is more than 24 hours older than our first reading of the account: what
 * was said before anybody could have looked is not late on arrival.
 * @param theirs the network's time of creation. @param ingested when it reached us.
 * @param firstRead when this account was read for the first time.
 */
export function clockStart(given: {
  readonly theirs: Temporal.Instant | undefined;
  readonly ingested: Temporal.Instant;
  readonly firstRead: Temporal.Instant | undefined;
}): ClockStart {
  const { theirs, ingested, firstRead } = given;
  const ours = (time_basis: TimeBasis): ClockStart => ({ received_at: ingested, time_basis });
  if (!theirs) return ours('absent');
  if (Temporal.Instant.compare(theirs, ingested) > 0) return ours('ahead');
  if (firstRead && Temporal.Instant.compare(theirs, firstRead.subtract(DAY)) < 0)
    return ours('before-first-read');
  return { received_at: theirs, time_basis: 'network' };
}
