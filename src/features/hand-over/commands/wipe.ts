import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import type { Reader } from '#kernel/need.ts';
import type { Digest } from '#kernel/sealed.ts';
import { wiped } from '../begun.ts';
import { contentWiped } from '../events.ts';
import { handOver } from '../lifecycle.ts';
import type { HandOverTables } from '../words.ts';

/** What no digest is: nothing that was reckoned from the content is left. */
const noDigest = '' as string as Digest;

/** The message itself was deleted, so nothing that was given of it stays here: neither the content nor its digest. */
export const wipe = command(handOver, 'wipe', {
  label: 'Wipe what was handed over',
  about: 'Wipes what was handed over, because the message that it came from was deleted.',
  button: false,
  input: form({}),
  decide: ({ id, 'hand-over': row, now }) => ({
    set: { ...wiped(now), wiped_at: row.wiped_at ?? now, content_digest: noDigest },
    event: contentWiped({ handOver: id, enquiry: row.enquiry }),
  }),
});

/** A hand-over of this enquiry of which something is still here. */
export const toWipe = (read: Reader, enquiry: string): Promise<{ readonly id: string } | undefined> =>
  read
    .tables<HandOverTables>()
    .selectFrom('hand_overs')
    .select('id')
    .where('enquiry', '=', enquiry)
    .where('content_digest', '<>', noDigest)
    .orderBy('id')
    .executeTakeFirst();
