import { on, type Reaction } from '#kernel/room.ts';
import { answerAutomatically, enquiryReceived, messageToAnswer } from '#features/inbox/index.ts';
import { begin } from './commands/begin.ts';
import { automaticReplyBegun } from './events.ts';
import type { AutoReplyTables } from './words.ts';

export const reactions: readonly Reaction[] = [
  on(enquiryReceived, begin, async ({ enquiry }, read) => {
    const message = await messageToAnswer(read, enquiry);
    return message && { input: { enquiry, ...message } };
  }),
  // The reply is the inbox's own: sent like every other, once, and it stops no clock.
  on(automaticReplyBegun, answerAutomatically, async ({ automatic, enquiry }, read) => {
    const row = await read
      .tables<AutoReplyTables>()
      .selectFrom('automatic_replies')
      .select('text')
      .where('id', '=', automatic)
      .executeTakeFirst();
    return row && { input: { enquiry, text: row.text } };
  }),
];
