import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { delivery } from '../lifecycle.ts';
import { reasons } from '../words.ts';

const wiped = { body: null, wipe_at: null } as const;

/** It was read, and what it brought is in the inbox: its bytes are wiped at once. */
export const recordRead = command(delivery, 'record-read', {
  label: 'Record as read',
  about: 'Records that a delivery was read, and wipes its bytes.',
  button: false,
  input: form({
    message: ask.given(
      'Digest of the message’s id',
      z.string({ error: 'Give the digest' }).max(200, 'The digest is too long').optional(),
    ),
    messageAt: ask.given(
      'When the message came to stand so',
      z.iso.datetime({ error: 'Give the moment', offset: true }).optional(),
    ),
  }),
  decide: ({ input: { message, messageAt } }) => ({
    set: {
      ...wiped,
      message: message ?? null,
      message_at: messageAt === undefined ? null : Temporal.Instant.from(messageAt),
    },
  }),
});

/** It cannot be read: a person must look, by its reference. */
export const setAside = command(delivery, 'set-aside', {
  label: 'Set aside',
  about: 'Sets a delivery aside that could not be read, and says why. It is kept for some days.',
  button: false,
  input: form({ why: ask.oneOf('Why', 'Say why', reasons) }),
  decide: ({ delivery: row, input, now, policy }) => ({
    set: {
      why: input.why,
      wipe_at: now.add({ hours: 24 * policy.value('deliveries.take-in').setAsideDays }),
    },
    facts: { why: input.why, network: row.network, account: row.account },
  }),
});

/** After the cause is mended. */
export const tryAgain = command(delivery, 'try-again', {
  label: 'Read it again',
  about: 'Has a delivery read once more, after its cause was mended.',
  input: form({}),
  decide: () => ({ set: { why: null, wipe_at: null } }),
});

export const putAway = command(delivery, 'put-away', {
  label: 'Put away for good',
  about: 'Wipes a delivery that cannot be read. Ask the other system to send it again if it matters.',
  input: form({}),
  decide: ({ delivery: row }) => ({ set: wiped, facts: { why: row.why } }),
});

/** Nobody did anything about it for as many days as it may be kept: it holds what somebody wrote. */
export const wipe = command(delivery, 'wipe', {
  label: 'Wipe after its days',
  about: 'Wipes a delivery that was set aside for longer than such are kept.',
  button: false,
  input: form({}),
  decide: ({ delivery: row }) => ({ set: wiped, facts: { why: row.why } }),
});
