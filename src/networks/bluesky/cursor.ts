/** How far an inbox has been read. Pure. */
import { z } from 'zod';

export interface Place {
  /** Everything up to here was read. */
  readonly since: Temporal.Instant;
  /** Where reading was broken off because there was so much: the network's own page, and the newest that was seen. */
  readonly page?: string | undefined;
  readonly newest?: Temporal.Instant | undefined;
}

/** What is dated by its author's own clock may slip in behind what was read already, by as much as this. */
export const OVERLAP = Temporal.Duration.from({ hours: 2 });

const kept = z.object({ since: z.string(), page: z.string().optional(), newest: z.string().optional() });

export const write = ({ since, page, newest }: Place): string =>
  JSON.stringify({ since: since.toString(), page, newest: newest?.toString() });

/** @returns undefined at the beginning. @throws where it is not one of ours. */
export function read(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const { since, page, newest } = kept.parse(JSON.parse(cursor));
  return {
    since: Temporal.Instant.from(since),
    page,
    newest: newest === undefined ? undefined : Temporal.Instant.from(newest),
  };
}

export interface Step<Entry> {
  readonly fresh: readonly Entry[];
  readonly place: Place;
  readonly ended: boolean;
}

/** One page further. @param entries newest first. @param next the network's cursor for what is older, if there is more. */
export function continued<Entry extends { indexedAt: string }>(
  place: Place,
  entries: readonly Entry[],
  next: string | undefined,
): Step<Entry> {
  const floor = place.since.subtract(OVERLAP);
  const at = (entry: Entry) => Temporal.Instant.from(entry.indexedAt);
  const fresh = entries.filter((entry) => Temporal.Instant.compare(at(entry), floor) > 0);
  const newest = [place.since, ...(place.newest ? [place.newest] : []), ...fresh.map(at)].reduce(
    (late, each) => (Temporal.Instant.compare(each, late) > 0 ? each : late),
  );
  const ended = next === undefined || fresh.length < entries.length;
  return { fresh, ended, place: ended ? { since: newest } : { since: place.since, page: next, newest } };
}
