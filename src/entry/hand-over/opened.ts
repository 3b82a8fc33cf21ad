import { openedBy, usedUp, type Content, type Linked } from '#features/hand-over/index.ts';
import { readerOf } from '#kernel/need.ts';
import type { Door } from './door.ts';
import { digestOf, tokenIn } from './token.ts';

/** What a token opens now, readable for this one answer. */
export interface Opened {
  readonly token: string;
  readonly digest: string;
  readonly row: Linked;
}

/** @returns undefined for every token that opens nothing, whatever the reason. */
export async function opened(door: Door, typed: string): Promise<Opened | undefined> {
  const token = tokenIn(typed);
  if (token === undefined) return undefined;
  const { house } = door;
  const now = house.clock.now();
  const digest = digestOf(token);
  const row = await openedBy(readerOf(house.store.read()), digest, {
    now,
    policy: house.policies.inForce(now),
  });
  return row && { token, digest, row };
}

/** The hand-over of a token that was used to its end: the second press of one button finds the answer of the first. */
export async function usedBy(door: Door, typed: string): Promise<string | undefined> {
  const token = tokenIn(typed);
  return token === undefined
    ? undefined
    : usedUp(readerOf(door.house.store.read()), digestOf(token), door.house.clock.now());
}

/** The parts that were sealed. Nothing where they were wiped; where the keys are others, after a restore say, that is said. */
export function partsOf(door: Pick<Door, 'open'>, sealed: string | null): Content['parts'] {
  if (sealed === null) return [];
  let words: string;
  try {
    words = door.open(sealed);
  } catch {
    return [
      {
        heading: 'This cannot be opened here',
        words:
          'It was sealed with keys that are not here. Ask whoever runs this program for the right keys.json.',
      },
    ];
  }
  const read: unknown = JSON.parse(words);
  const parts: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, 'parts') : undefined;
  // It was sealed by our own commands, which write nothing else.
  return Array.isArray(parts) ? (parts as Content['parts']) : [];
}
