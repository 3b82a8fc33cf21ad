import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { sendReply } from '../events.ts';
import { notSentYet } from '../not-sent-yet.ts';
import { reply } from '../reply-lifecycle.ts';

/** The words of a machine, on their way as every reply: once, and looked for after doubt. They stop no clock. */
export const answerAutomatically = command(reply, 'answer-automatically', {
  label: 'Answer by itself',
  about: 'Sends an automatic reply. The clock runs on: a person still answers.',
  button: false,
  input: form({
    enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' })),
    text: ask.text('Text', { max: 10_000 }),
  }),
  decide: ({ id, input }) => ({
    create: {
      ...notSentYet,
      enquiry: input.enquiry,
      kind: 'automatic' as const,
      text: input.text,
      author: null,
      signpost: null,
      signpost_version: null,
      posted_by_hand: false,
    },
    send: [sendReply({ reply: id })],
    facts: { enquiry: input.enquiry, kind: 'automatic' },
  }),
});
