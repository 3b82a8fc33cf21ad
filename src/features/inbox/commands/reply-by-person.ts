import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { replyDropped, replySent, sendReply } from '../events.ts';
import { reply } from '../reply-lifecycle.ts';
import { sendAgain } from './record-sent.ts';

export const retry = command(reply, 'retry', {
  label: 'Send it again',
  about:
    'Tries again. The sender looks first whether the network has it after all, so it cannot appear twice.',
  input: form({}),
  decide: ({ id, reply: row }) => ({
    set: { refused_why: null, held_why: null, sending_until: null, not_before: null },
    send: [sendReply({ reply: id })],
    also: [act(sendAgain, { id: row.enquiry }, {})],
  }),
});

export const drop = command(reply, 'drop', {
  label: 'Drop this reply',
  about: 'Gives this reply up and puts the enquiry back into the queue.',
  input: form({}),
  decide: ({ id, reply: row }) => ({
    event: replyDropped({ reply: id, enquiry: row.enquiry }),
    facts: { enquiry: row.enquiry },
  }),
});

/** For what a person posted, or found posted. */
export const confirm = command(reply, 'confirm', {
  label: 'It is posted',
  about: 'Records that the reply stands on the network, because you posted it or found it there.',
  input: form({
    permalink: ask.maybe('Web address of the reply', { hint: 'Where it has one', max: 1000 }),
  }),
  decide: ({ id, reply: row, input, now }) => ({
    set: { sent_at: now, permalink: input.permalink ?? null, posted_by_hand: true, sending_until: null },
    event: replySent({ reply: id, enquiry: row.enquiry, kind: row.kind, at: now.toString() }),
    facts: { enquiry: row.enquiry, kind: row.kind, byHand: true },
  }),
});
