import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { replyDropped, sendReply } from '../events.ts';
import { byHandOf } from '../needs.ts';
import { reply } from '../reply-lifecycle.ts';

/** Somebody who did not write it says that it may go out. */
export const agreeReply = command(reply, 'agree', {
  label: 'Agree, and send it',
  about: 'Sends what somebody else wrote. You answer for it as they do.',
  stale: 'refuse',
  needs: { byHand: byHandOf },
  input: form({ read: ask.tick('I have read the message and the reply: it gives no medical advice') }),
  decide: ({ id, needs, standing }) => ({
    to: needs.byHand ? ('by-hand' as const) : ('waiting' as const),
    set: { agreed_by: standing.actor.kind === 'person' ? standing.actor.id : null },
    send: needs.byHand ? [] : [sendReply({ reply: id })],
  }),
});

/** Somebody who did not write it says what is wrong with it. Nothing goes out, and the message waits again. */
export const sendBackReply = command(reply, 'send-back', {
  label: 'Send it back',
  about: 'Keeps it from going out, and puts the message back into the queue.',
  input: form({ why: ask.text('What is wrong with it?', { empty: 'Say what is wrong with it', max: 1000 }) }),
  decide: ({ id, reply: row, input }) => ({
    set: { refused_why: input.why },
    event: replyDropped({ reply: id, enquiry: row.enquiry }),
    facts: { enquiry: row.enquiry },
  }),
});
