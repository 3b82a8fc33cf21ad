import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { refuseUnchecked } from '../checked.ts';
import { refuseTooLong } from '../fits.ts';
import { enquiry } from '../lifecycle.ts';
import { givenOut } from '../needs.ts';
import { reply } from '../reply-lifecycle.ts';
import { notSentYet } from '../not-sent-yet.ts';
import { sendReply } from '../events.ts';

const id = (what: string) => z.uuid({ error: `Give the id of ${what}` });

/**
 * Says in approved words that a house rule was broken. It is read and sent like every reply, and is no answer to
 * what somebody asked: it stops no clock and moves nothing.
 */
export const warn = command(enquiry, 'warn', {
  label: 'Warn',
  about: 'Sends a warning in approved words under what somebody wrote. No clock stops.',
  button: false,
  needs: { givenOut },
  input: form({
    text: ask.text('Words of the warning', { max: 10_000 }),
    by: ask.given('Who warns', id('who warns')),
  }),
  decide: ({ id: enquiryId, enquiry: row, input, needs, now, policy }) => {
    const { text, by } = input;
    refuseTooLong(text, row.reply_max, 'text');
    refuseUnchecked({ enquiry: row, words: text, field: 'text', policy, now, givenOut: needs.givenOut });
    return { also: [act(writeWarning, 'new', { enquiry: enquiryId, text, by, byHand: row.by_hand })] };
  },
});

/** Begins the life of a warning. Done together with the enquiry's own step, never by itself. */
export const writeWarning = command(reply, 'write-warning', {
  label: 'Write a warning',
  about: 'Keeps a warning, to be sent like every reply.',
  alone: false,
  input: form({
    enquiry: ask.given('Enquiry', id('the enquiry')),
    text: ask.text('Text', { max: 10_000 }),
    by: ask.given('Who warns', id('who warns')),
    byHand: ask.given('Posted by a person', z.boolean({ error: 'Say whether a person posts it' })),
  }),
  decide: ({ id: replyId, input }) => ({
    to: input.byHand ? ('by-hand' as const) : ('waiting' as const),
    create: {
      ...notSentYet,
      enquiry: input.enquiry,
      kind: 'warning' as const,
      text: input.text,
      author: input.by,
      signpost: null,
      signpost_version: null,
      posted_by_hand: input.byHand,
    },
    send: input.byHand ? [] : [sendReply({ reply: replyId })],
    facts: { enquiry: input.enquiry, kind: 'warning' },
  }),
});
