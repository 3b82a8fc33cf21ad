import type { House } from '#kernel/house.ts';
import { perform } from '#kernel/perform.ts';
import { sightCondition, systemActor, type Standing } from '#kernel/rights.ts';
import { markRead } from './commands/read.ts';
import { recordLook } from './commands/record-look.ts';
import { enquiry } from './lifecycle.ts';
import type { InboxTables } from './words.ts';

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

/**
 * A person opens a message: once that is true, it stays so. It never says who. Asked before the page is read, so that
 * its forms carry the version that this leaves.
 */
export async function readByPerson(house: House, standing: Standing | undefined, id: string): Promise<void> {
  if (!standing) return;
  const row = await house.store
    .read<InboxTables>()
    .selectFrom('enquiries')
    .select('id')
    .where('id', '=', id)
    .where((is) =>
      is.or([
        is('unread', '=', true),
        is.exists(
          is
            .selectFrom('enquiries as joined')
            .select('joined.id')
            .where('joined.follows', '=', id)
            .where('joined.unread', '=', true),
        ),
      ]),
    )
    .where(sightCondition(enquiry, standing))
    .executeTakeFirst();
  if (!row) return;
  await perform(house, markRead, { actor: systemActor('watch'), id, door: 'web' });
}
