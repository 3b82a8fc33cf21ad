import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { maskFound } from '../details.ts';
import { handlers } from '../lifecycle.ts';
import { reply } from '../reply-lifecycle.ts';
import type { InboxTables } from '../words.ts';

/** Replies that wait for somebody who did not write them, the oldest first. */
export const toAgree = question('inbox.to-agree', {
  about: 'Lists the replies that a second person must agree before they go out.',
  askers: handlers,
  input: form({}),
  output: z.object({
    replies: z.array(
      z.object({ id: z.string(), enquiry: z.string(), text: z.string(), at: z.string(), mine: z.boolean() }),
    ),
  }),
  async read(reading) {
    const { actor } = reading.standing;
    const rows = await reading
      .tables<InboxTables>()
      .selectFrom('replies')
      .select(['id', 'enquiry', 'text', 'created_at', 'author'])
      .where('state', '=', 'to-agree')
      .where(reading.seen(reply))
      .orderBy('created_at')
      .orderBy('id')
      .limit(200)
      .execute();
    return {
      replies: rows.map(({ created_at: at, author, text, ...row }) => ({
        ...row,
        text: maskFound(text),
        at: at.toString(),
        mine: actor.kind === 'person' && actor.id === author,
      })),
    };
  },
});
