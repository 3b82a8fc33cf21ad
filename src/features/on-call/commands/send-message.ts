import { z } from 'zod';
import { act, command, type Act } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import type { Policy } from '#policy/index.ts';
import { channelAfter, channelsFor } from '../paging/channels.ts';
import { lookAfterPage, sendPage } from '../paging/events.ts';
import { pageMessage } from '../paging/lifecycle.ts';
import { beside, type Beside } from '../paging/messages.ts';
import { refuse } from '../paging/refusals.ts';
import type { PageMessage } from '../paging/words.ts';
import { noteFault, noteTaken } from './note-page.ts';
import { markTestSent, markTestUndelivered } from './test-page.ts';
import { writeMessage } from './write-message.ts';

/** How long one attempt may take before another may take the message up. Longer than any channel is given. */
const LEASE = Temporal.Duration.from({ minutes: 1 });
/** When the channel is asked what became of it, first and from then on. */
const FIRST_LOOK = Temporal.Duration.from({ seconds: 15 });
const NEXT_LOOK = Temporal.Duration.from({ seconds: 30 });
/** After this nobody asks any more: it will not wake anybody now. */
const LAST_LOOK = Temporal.Duration.from({ minutes: 30 });

const isAfter = (one: Temporal.Instant | null, other: Temporal.Instant): boolean =>
  one !== null && Temporal.Instant.compare(one, other) > 0;
const attempt = ask.whole('Attempt', { min: 1, max: 1_000_000 });

function refuseOvertaken(row: Readonly<PageMessage>, said: number): void {
  if (said !== row.attempts) throw refuse('on-call.overtaken');
}

/** Takes a message up, with a lease. With the second attempt and every later one the sender looks before it sends. */
export const beginMessage = command(pageMessage, 'begin', {
  label: 'Begin to send',
  about: 'Takes a message up for sending, with a lease.',
  button: false,
  needs: { beside },
  input: form({}),
  can: ({ 'page-message': row, needs, now }) => {
    if (row.state === 'sending' && isAfter(row.sending_until, now)) return refuse('on-call.being-sent');
    if (isAfter(row.not_before, now)) return refuse('on-call.not-due');
    return needs.beside.wanted ? undefined : refuse('on-call.no-longer-wanted');
  },
  decide: ({ 'page-message': row, now }) => ({
    set: { attempts: row.attempts + 1, sending_until: now.add(LEASE), not_before: null },
    facts: { attempt: row.attempts + 1, channel: row.channel },
  }),
});

/** A fact of the outside: recorded whichever attempt brings it. */
export const markTaken = command(pageMessage, 'mark-taken', {
  label: 'Record as taken',
  about: 'Records that the channel has the message. Whether it reached anybody is another matter.',
  button: false,
  needs: { beside },
  input: form({
    remote: ask.given('The channel’s id', z.string({ error: 'Give the id' }).max(500, 'Too long')),
    receipts: ask.tick('The channel can be asked what became of it'),
  }),
  decide: ({ id, 'page-message': row, input, needs, now }) => {
    const lookAt = input.receipts ? now.add(FIRST_LOOK) : null;
    return {
      set: {
        remote: input.remote || null,
        accepted_at: now,
        failed_at: null,
        why: null,
        sending_until: null,
        look_at: lookAt,
      },
      send: lookAt ? [lookAfterPage({ message: id }, lookAt)] : [],
      also: [
        ...(row.about === 'page' ? [act(noteTaken, { id: row.subject }, {})] : []),
        ...(needs.beside.test === 'due' ? [act(markTestSent, { id: row.subject }, {})] : []),
      ],
      facts: { channel: row.channel, subject: row.subject },
    };
  },
});

export const markDelivered = command(pageMessage, 'mark-delivered', {
  label: 'Record as delivered',
  about: 'Records that the channel delivered the message. Whether anybody read it is another matter.',
  button: false,
  input: form({}),
  decide: ({ 'page-message': row, now }) => ({
    set: { delivered_at: now, look_at: null, why: null },
    facts: { channel: row.channel, subject: row.subject },
  }),
});

const failures = {
  refused: 'The channel does not take it',
  busy: 'The channel asks us to wait',
  keys: 'The channel does not let us in',
  away: 'The channel cannot be reached',
  unknown: 'The channel did not say whether it took it',
  'not-set-up': 'The channel is not set up here',
  'no-contact': 'There is no number or address of this person',
  sealed: 'The number or address cannot be opened here',
  'not-delivered': 'The channel could not deliver it',
  'no-receipt': 'The channel took it and has not delivered it in time',
} as const;

/** It did not go out by this channel, or did not arrive: the next channel at once, and after the last one all again later. */
export const markFailed = command(pageMessage, 'mark-failed', {
  label: 'Record as failed',
  about: 'Records that a channel failed, and goes on with the next one at once.',
  button: false,
  needs: { beside },
  input: form({ attempt, why: ask.oneOf('Why', 'Say why', failures) }),
  decide: ({ id, 'page-message': row, input, needs, now, policy }) => {
    refuseOvertaken(row, input.attempt);
    const waits = input.why === 'no-receipt';
    const lookAt = waits ? now.add(NEXT_LOOK) : null;
    return {
      to: waits ? ('same' as const) : ('failed' as const),
      set: { why: input.why, sending_until: null, look_at: lookAt, ...(waits ? {} : { failed_at: now }) },
      send: lookAt ? [lookAfterPage({ message: id }, lookAt)] : [],
      also: needs.beside.wanted ? goOn(row, needs.beside, policy) : [],
      facts: { channel: row.channel, why: input.why, subject: row.subject },
    };
  },
});

/** For what is no page so often is enough: the morning's list has it too. */
const ENOUGH_ROUNDS = 5;

function goOn(row: Readonly<PageMessage>, about: Beside, policy: Policy): Act[] {
  // A trial shows that one way works, or that it does not.
  if (row.about === 'contact') return [];
  const { person: order } = policy.value('paging.channels');
  const next = channelAfter(row, order);
  const same = {
    about: row.about,
    subject: row.subject,
    rung: row.rung,
    who: row.who,
    ...(row.person === null ? {} : { person: row.person }),
  };
  if (next) return [act(writeMessage, 'new', { ...same, channel: next, round: row.round })];
  if (about.reached) return [];
  if (row.about === 'test-page') return about.test ? [act(markTestUndelivered, { id: row.subject }, {})] : [];
  const isPage = row.about === 'page';
  const again = isPage ? about.latest : row.round < ENOUGH_ROUNDS;
  return [
    ...(isPage ? [act(noteFault, { id: row.subject }, {})] : []),
    ...(again
      ? [act(writeMessage, 'new', { ...same, channel: channelsFor(row, order)[0], round: row.round + 1 })]
      : []),
  ];
}

/** Somebody has it already: this one is not sent. */
export const letGo = command(pageMessage, 'let-go', {
  label: 'Let it go',
  about: 'Ends a message that nobody needs any more, unsent.',
  button: false,
  input: form({}),
  decide: ({ now }) => ({ set: { failed_at: now, why: 'no-longer-wanted', sending_until: null } }),
});

/** The channel has not said yet. */
export const lookLater = command(pageMessage, 'look-later', {
  label: 'Ask again later',
  about: 'Notes that the channel has not said yet what became of a message.',
  button: false,
  input: form({}),
  decide: ({ id, 'page-message': row, now }) => {
    const over = row.accepted_at !== null && isAfter(now, row.accepted_at.add(LAST_LOOK));
    const lookAt = over ? null : now.add(NEXT_LOOK);
    return { set: { look_at: lookAt }, send: lookAt ? [lookAfterPage({ message: id }, lookAt)] : [] };
  },
});

/** A deadline is a column and the job only its alarm: where the alarm was lost, these sound it again. */
export const wakeMessage = command(pageMessage, 'wake', {
  label: 'Take up again',
  about: 'Takes up again a message whose sending was interrupted.',
  button: false,
  input: form({}),
  decide: ({ id }) => ({ send: [sendPage({ message: id })] }),
});

export const lookAgain = command(pageMessage, 'look-again', {
  label: 'Ask again',
  about: 'Asks again what became of a message, where nobody did in time.',
  button: false,
  input: form({}),
  decide: ({ id, now }) => ({ set: { look_at: now.add(NEXT_LOOK) }, send: [lookAfterPage({ message: id })] }),
});
