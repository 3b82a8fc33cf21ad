import type { House } from '#kernel/house.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { recordLook } from './commands/record-look.ts';

/** The last minute that this process counted for a house, so that a busy minute costs one write and not a hundred. */
const counted = new WeakMap<House, number>();

/** Counts this minute as one in which a person had the inbox open. It never says who. */
export async function countLook(house: House, now: Temporal.Instant): Promise<void> {
  const minute = Math.floor(now.epochMilliseconds / 60_000);
  if (counted.get(house) === minute) return;
  counted.set(house, minute);
  try {
    await perform(house, recordLook, {
      actor: systemActor('watch'),
      input: { place: 'inbox', kind: 'person' },
      door: 'web',
    });
  } catch (error) {
    counted.delete(house);
    throw error;
  }
}
