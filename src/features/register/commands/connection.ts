import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { account } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';

/** Connects an account, so that what the public says is read and replies are sent. */
export const connectAccount = command(account, 'connect', {
  label: 'Connect',
  about:
    'Connects an account to its network by a key made for Signpost. The key is encrypted at once and never shown again.',
  input: form({
    connector: ask.oneOf('How is it connected?', 'Choose how', {
      bluesky: 'Bluesky',
      practice: 'Practice network',
    }),
    address: ask.line('Address of its server', {
      empty: 'Give the server’s address, such as https://bsky.social',
      max: 300,
    }),
    key: ask.secret('App password', {
      empty: 'Give the app password',
      hint: 'Made in the network’s settings for Signpost alone; never the account’s own password',
    }),
  }),
  can: ({ account: row }) => (row.handle === null ? refuse('register.no-handle') : undefined),
  decide: ({ input }) => ({
    set: {
      connector: input.connector,
      address: input.address,
      sealed_keys: input.key,
      sealed_keys_before: null,
      cursor: null,
      blind_since: null,
      blind_why: null,
    },
    facts: { connector: input.connector },
  }),
});

export const disconnectAccount = command(account, 'disconnect', {
  label: 'Disconnect',
  about: 'Forgets the key. Nothing is read or sent until the account is connected again.',
  input: form({}),
  decide: () => ({
    set: { sealed_keys: null, sealed_keys_before: null, cursor: null, blind_since: null, blind_why: null },
  }),
});

/** Where the last reading ended. */
export const recordPoll = command(account, 'record-poll', {
  label: 'Record a reading',
  about: 'Keeps where the last reading of an account ended.',
  button: false,
  input: form({
    cursor: ask.given('Cursor', z.string({ error: 'Give the cursor' }).max(4000, 'The cursor is too long')),
  }),
  decide: ({ input, account: row, now }) => ({
    set: { cursor: input.cursor, polled_at: now, first_read_at: row.first_read_at ?? now },
  }),
});

/** The network gave us a new key in exchange for the old one. */
export const keepKeys = command(account, 'keep-keys', {
  label: 'Keep renewed keys',
  about: 'Keeps a key that the network renewed.',
  button: false,
  input: form({ key: ask.secret('Key', { empty: 'Give the key', max: 20_000 }) }),
  decide: ({ input }) => ({ set: { sealed_keys: input.key } }),
});

/** It was not read inside its interval: the inbox says so, and the time counts. */
export const goBlind = command(account, 'go-blind', {
  label: 'Mark as blind',
  about: 'Records that an account cannot be read, since when and why.',
  button: false,
  input: form({
    since: ask.given('Since', z.string({ error: 'Give the moment' }).max(40, 'Give the moment')),
    why: ask.oneOf('Why', 'Say why', {
      keys: 'Its keys no longer work',
      away: 'The network cannot be reached',
      busy: 'The network asks us to wait',
      refused: 'The network refuses us',
    }),
  }),
  decide: ({ input }) => ({
    set: { blind_since: Temporal.Instant.from(input.since), blind_why: input.why },
    facts: { since: input.since, why: input.why },
  }),
});

export const seeAgain = command(account, 'see-again', {
  label: 'Mark as seen again',
  about: 'Records that an account can be read again.',
  button: false,
  input: form({}),
  decide: ({ account: row, now }) => ({
    set: { blind_since: null, blind_why: null },
    facts: { since: row.blind_since?.toString() ?? null, until: now.toString() },
  }),
});
