import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { clocksFrom, workingMinutes } from '../due.ts';
import { nobodyHolds } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { replyStates } from '../needs.ts';
import { afterSending, stopsClock } from '../stops-clock.ts';
import type { Enquiry } from '../words.ts';
import type { Policy } from '#policy/index.ts';

const replyKinds = {
  reply: 'Reply',
  signpost: 'Signpost',
  'pass-on-notice': 'Who will answer',
  question: 'Question',
  automatic: 'Automatic',
} as const;

/** The network took a reply of ours, so the clock stops and the enquiry goes where that reply leads. */
export const recordSent = command(enquiry, 'record-sent', {
  label: 'Record that a reply was sent',
  about: 'Stops the clock once a reply of a person has gone out.',
  button: false,
  input: form({
    kind: ask.oneOf('Kind of reply', 'Say what kind of reply', replyKinds),
    at: ask.given('When it was sent', z.string({ error: 'Give the moment' }).max(40, 'Give the moment')),
  }),
  decide: ({ enquiry: row, input, policy }) => {
    const at = Temporal.Instant.from(input.at);
    const to = afterSending(input.kind, row.state, row.department !== null);
    const human = stopsClock(input.kind);
    const first = human && row.first_reply_at === null ? firstReply(row, at, policy) : undefined;
    return {
      to,
      set: {
        ...first,
        ...(human ? { trouble: null } : {}),
        ...(to === 'same' ? {} : nobodyHolds),
        ...(to === 'waiting-on-them' ? { waiting_since: at } : {}),
      },
      facts: {
        kind: input.kind,
        at: input.at,
        ...(first ? { inside: first.inside, minutes: first.reply_minutes } : {}),
      },
    };
  },
});

/** A reply at the very moment of the limit was in time. */
export function firstReply(row: Readonly<Enquiry>, at: Temporal.Instant, policy: Policy) {
  const minutes = workingMinutes(policy, row.received_at, at);
  const inside = Temporal.Instant.compare(at, row.limit_at) <= 0;
  return { first_reply_at: at, reply_minutes: minutes, inside };
}

/** Handed to the sender, or to the person who posts it. */
const onItsWay = ['waiting', 'sending', 'by-hand'] as const;

/**
 * The reply did not go out, so somebody must answer after all. A further word, said while the move was somebody
 * else's, leaves the enquiry where it is: it is flagged, and no clock changes. So does a reply beside which another
 * is on its way, or which was sent again before we heard that it had been refused.
 */
export const putBack = command(enquiry, 'put-back', {
  label: 'Put back',
  about: 'Puts an enquiry back into the queue because its reply did not go out.',
  button: false,
  needs: { replies: replyStates },
  input: form({
    why: ask.oneOf('Why', 'Say why', { refused: 'The network refused it', dropped: 'We took it back' }),
  }),
  decide: ({ enquiry: row, input, needs, now, policy }) => {
    const back = row.state === 'being-answered' && !onItsWay.some((state) => needs.replies.has(state));
    return {
      to: back ? ('waiting' as const) : ('same' as const),
      set: {
        trouble:
          input.why === 'dropped' ? null : needs.replies.has('refused') ? ('refused' as const) : row.trouble,
        troubles: row.troubles + (input.why === 'refused' ? 1 : 0),
        ...(back && row.first_reply_at !== null ? clocksFrom(policy, now) : {}),
      },
      facts: { why: input.why },
    };
  },
});

/** A person sends a reply again that did not go out: what waited for an answer has one on its way. */
export const sendAgain = command(enquiry, 'send-again', {
  label: 'Send again',
  about: 'Says that a reply is on its way once more. No clock stops before the network has taken it.',
  alone: false,
  input: form({}),
  decide: ({ enquiry: row }) => ({
    to: row.state === 'waiting' ? ('being-answered' as const) : ('same' as const),
    set: { trouble: null },
  }),
});

/** Nobody knows whether the reply went out. */
export const flagUnknown = command(enquiry, 'flag-unknown', {
  label: 'Flag',
  about: 'Flags that nobody knows yet whether a reply went out.',
  button: false,
  input: form({}),
  decide: ({ enquiry: row }) => ({ set: { trouble: 'unknown' as const, troubles: row.troubles + 1 } }),
});
