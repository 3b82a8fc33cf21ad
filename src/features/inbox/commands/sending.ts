import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { replyRefused, replySent, replyUnknown, sendReply } from '../events.ts';
import { refuse } from '../refusals.ts';
import { reply } from '../reply-lifecycle.ts';
import type { Reply } from '../words.ts';

/** How long one attempt may take before another may take the reply up. Longer than any network call is allowed. */
const LEASE = Temporal.Duration.from({ minutes: 2 });

const isAfter = (one: Temporal.Instant | null, other: Temporal.Instant): boolean =>
  one !== null && Temporal.Instant.compare(one, other) > 0;

const attempt = ask.whole('Attempt', { min: 1, max: 1_000_000 });
const instantText = z.string({ error: 'Give the moment' }).max(40, 'Give the moment');

/** Only the attempt that runs now may say what became of it; an older one that wakes up late may not. */
function refuseOvertaken(row: Readonly<Reply>, said: number): void {
  if (said !== row.attempts) throw refuse('inbox.overtaken');
}

/**
 * Takes the reply up. The answer's version is newer than every earlier attempt's; `attempts` counts them, and
 * after the first one the sender looks for the reply on the network before it sends.
 */
export const beginSending = command(reply, 'begin', {
  label: 'Begin to send',
  about: 'Takes a reply up for sending, with a lease.',
  button: false,
  input: form({}),
  can: ({ reply: row, now }) => {
    if (row.state === 'sending' && isAfter(row.sending_until, now)) return refuse('inbox.being-sent');
    if (isAfter(row.not_before, now)) return refuse('inbox.not-yet');
    return undefined;
  },
  decide: ({ reply: row, now }) => ({
    set: { attempts: row.attempts + 1, sending_until: now.add(LEASE), not_before: null },
    facts: { attempt: row.attempts + 1 },
  }),
});

const holdReasons = {
  'by-hand': 'Only a person can post there',
  busy: 'The network asked us to wait',
  away: 'The network cannot be reached',
  keys: 'The account’s keys no longer work',
  unknown: 'The answer was lost; we look again',
} as const;

/** It did not go out this time: it goes later by itself, or a person posts it where no program may. */
export const markHeld = command(reply, 'hold', {
  label: 'Hold',
  about: 'Holds a reply back until the network takes it, or leaves it to a person where no program may post.',
  button: false,
  input: form({
    attempt,
    why: ask.oneOf('Why', 'Say why', holdReasons),
    until: ask.given('Not before', instantText.optional()),
  }),
  decide: ({ id, reply: row, input }) => {
    refuseOvertaken(row, input.attempt);
    const facts = { attempt: row.attempts, why: input.why };
    if (input.why === 'by-hand') {
      return {
        to: 'by-hand' as const,
        set: { sending_until: null, posted_by_hand: true, held_why: input.why },
        facts,
      };
    }
    const until = input.until === undefined ? undefined : Temporal.Instant.from(input.until);
    return {
      to: 'waiting' as const,
      set: { sending_until: null, not_before: until ?? null, held_why: input.why },
      send: [sendReply({ reply: id }, until)],
      facts,
    };
  },
});

/** A fact of the outside: recorded whichever attempt brings it. */
export const markSent = command(reply, 'mark-sent', {
  label: 'Record as sent',
  about: 'Records that the network has the reply.',
  button: false,
  input: form({
    attempt,
    remote: ask.given('The network’s id', z.string({ error: 'Give the network’s id' }).max(500, 'Too long')),
    permalink: ask.given('Address', z.string({ error: 'Give the address' }).max(2000, 'Too long').optional()),
    at: ask.given('When', instantText),
  }),
  decide: ({ id, reply: row, input }) => ({
    set: {
      remote: input.remote,
      permalink: input.permalink || null,
      sent_at: Temporal.Instant.from(input.at),
      sending_until: null,
      refused_why: null,
      held_why: null,
    },
    event: replySent({ reply: id, enquiry: row.enquiry, kind: row.kind, at: input.at }),
    facts: { enquiry: row.enquiry, kind: row.kind, at: input.at, attempt: input.attempt },
  }),
});

export const markRefused = command(reply, 'mark-refused', {
  label: 'Record as refused',
  about: 'Records that the network refused the reply, and why.',
  button: false,
  input: form({ attempt, reason: ask.line('The network’s reason', { max: 1000 }) }),
  decide: ({ id, reply: row, input }) => {
    refuseOvertaken(row, input.attempt);
    return {
      set: { sending_until: null, refused_why: input.reason },
      event: replyRefused({ reply: id, enquiry: row.enquiry }),
      facts: { enquiry: row.enquiry, attempt: row.attempts },
    };
  },
});

/** Nobody can say whether it arrived: from here on a person looks, and nothing is sent again by itself. */
export const markUnknown = command(reply, 'mark-unknown', {
  label: 'Record as unknown',
  about: 'Records that nobody knows whether the network took the reply, so that a person looks.',
  button: false,
  input: form({ attempt }),
  decide: ({ id, reply: row, input }) => {
    refuseOvertaken(row, input.attempt);
    return {
      set: { sending_until: null },
      event: replyUnknown({ reply: id, enquiry: row.enquiry }),
      facts: { enquiry: row.enquiry, attempt: row.attempts },
    };
  },
});

/** A deadline is a column and the job only its alarm: where the alarm was lost, this sounds it again. */
export const wake = command(reply, 'wake', {
  label: 'Wake',
  about: 'Takes up again a reply whose sending was interrupted.',
  button: false,
  input: form({}),
  decide: ({ id }) => ({ send: [sendReply({ reply: id })] }),
});
