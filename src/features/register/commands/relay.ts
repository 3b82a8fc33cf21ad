import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { account } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';

const secret = ask.secret('Secret', {
  empty: 'Give the secret',
  hint: 'whsec_ and at least 24 random bytes in base64; the page of the account makes one',
});

/**
 * Connects an account that another system looks after: it hands in what the public writes, signed with this secret.
 * The page that asks makes the secret and shows it once.
 */
export const connectRelay = command(account, 'connect-relay', {
  label: 'Connect another system',
  about:
    'Connects an account through another system, which hands in messages by signed webhook. The secret is encrypted at once.',
  button: false,
  input: form({
    address: ask.maybe('Address to which our replies are handed', {
      hint: 'Such as https://desk.example.org/signpost. Without one, a person gives our replies in the other system',
      max: 500,
    }),
    key: secret,
  }),
  can: ({ account: row }) => (row.handle === null ? refuse('register.no-handle') : undefined),
  decide: ({ input }) => ({
    set: {
      connector: 'relay',
      address: input.address ?? '',
      sealed_keys: input.key,
      sealed_keys_before: null,
      cursor: null,
      blind_since: null,
      blind_why: null,
    },
    facts: { connector: 'relay' },
  }),
});

/** A new secret: the one before counts as well until somebody ends it, so that nothing is lost meanwhile. */
export const renewSecret = command(account, 'renew-secret', {
  label: 'Make a new secret',
  about:
    'Gives an account that another system looks after a new secret. The one before counts until it is ended.',
  button: false,
  input: form({ key: secret }),
  can: ({ account: row }) => (row.connector === 'relay' ? undefined : refuse('register.no-webhook')),
  decide: ({ account: row, input }) => ({
    set: { sealed_keys: input.key, sealed_keys_before: row.sealed_keys },
  }),
});

export const endOldSecret = command(account, 'end-old-secret', {
  label: 'End the old secret',
  about: 'From now on only the new secret of an account counts.',
  button: false,
  input: form({}),
  can: ({ account: row }) => (row.sealed_keys_before === null ? refuse('register.one-secret') : undefined),
  decide: () => ({ set: { sealed_keys_before: null } }),
});
