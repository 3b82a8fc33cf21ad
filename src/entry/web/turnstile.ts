import { createHmac, randomBytes } from 'node:crypto';

const HOUR = 3_600_000;

/** Lets so many through from one place in an hour. */
export interface Turnstile {
  /** True where this place may pass once more, and counts it. @param milliseconds of a clock that only goes on. */
  passes(place: string, most: number, milliseconds: number): boolean;
}

/**
 * Counts places without knowing them: digests under a key that lives in this process for an hour and is written
 * nowhere. Afterwards nobody can say who was there.
 */
export function turnstile(): Turnstile {
  let key = randomBytes(32);
  let began: number | undefined;
  const counted = new Map<string, number>();
  return {
    passes(place, most, milliseconds) {
      if (began === undefined || milliseconds - began >= HOUR) {
        began = milliseconds;
        key = randomBytes(32);
        counted.clear();
      }
      const digest = createHmac('sha256', key).update(place).digest('base64');
      const count = (counted.get(digest) ?? 0) + 1;
      counted.set(digest, count);
      return count <= most;
    },
  };
}
