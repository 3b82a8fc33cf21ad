import { on, type Reaction } from '#kernel/room.ts';
import { replyDropped, replyRefused, replySent, replyUnknown } from './events.ts';
import { isAutomatic } from './for-automatic-reply.ts';
import { flagUnknown, putBack, recordSent } from './commands/record-sent.ts';

/**
 * What became of a reply reaches its enquiry after the commit. So the fact that a reply went out is never lost
 * because the enquiry had moved on in the meantime.
 */
export const reactions: readonly Reaction[] = [
  on(replySent, recordSent, async ({ enquiry, kind, at }) => ({ id: enquiry, input: { kind, at } })),
  on(replyRefused, putBack, async ({ enquiry, reply }, read) =>
    (await isAutomatic(read, reply)) ? undefined : { id: enquiry, input: { why: 'refused' } },
  ),
  on(replyDropped, putBack, async ({ enquiry, reply }, read) =>
    (await isAutomatic(read, reply)) ? undefined : { id: enquiry, input: { why: 'dropped' } },
  ),
  on(replyUnknown, flagUnknown, async ({ enquiry, reply }, read) =>
    (await isAutomatic(read, reply)) ? undefined : { id: enquiry, input: {} },
  ),
];
