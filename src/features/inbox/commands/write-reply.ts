import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { sendReply } from '../events.ts';
import { answeredInThisAct } from '../needs.ts';
import { notSentYet } from '../not-sent-yet.ts';
import { refuse } from '../refusals.ts';
import { reply } from '../reply-lifecycle.ts';

const replyKinds = {
  reply: 'Reply',
  signpost: 'Signpost',
  'pass-on-notice': 'Who will answer',
  question: 'Question',
} as const;

const id = (what: string) => z.uuid({ error: `Give the id of ${what}` });

/** Begins the life of a reply. Done together with the enquiry's own step, never by itself. */
export const writeReply = command(reply, 'write', {
  label: 'Write a reply',
  about: 'Keeps a reply, to be sent as soon as the enquiry’s own step is kept.',
  alone: false,
  needs: { answered: answeredInThisAct },
  input: form({
    enquiry: ask.given('Enquiry', id('the enquiry')),
    kind: ask.oneOf('What it is for', 'Say what it is for', replyKinds),
    text: ask.text('Text', { max: 10_000 }),
    signpost: ask.given('Directory entry', id('the directory entry').optional()),
    signpostVersion: ask.given(
      'Version of the directory entry',
      z.int({ error: 'Give a whole number' }).positive('Give a version').optional(),
    ),
  }),
  decide: ({ id: replyId, input, needs, standing }) => {
    const answered = needs.answered.find((one) => one.id === input.enquiry);
    if (!answered) throw refuse('inbox.reply-alone');
    return {
      to: answered.by_hand ? ('by-hand' as const) : ('waiting' as const),
      create: {
        ...notSentYet,
        enquiry: input.enquiry,
        kind: input.kind,
        text: input.text,
        author: standing.actor.kind === 'person' ? standing.actor.id : null,
        signpost: input.signpost ?? null,
        signpost_version: input.signpostVersion ?? null,
        posted_by_hand: answered.by_hand,
      },
      send: answered.by_hand ? [] : [sendReply({ reply: replyId })],
      facts: { enquiry: input.enquiry, kind: input.kind },
    };
  },
});
