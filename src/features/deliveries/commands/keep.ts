import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { delivery } from '../lifecycle.ts';

const text = (what: string, most: number) =>
  z.string({ error: `Give ${what}` }).max(most, `${what} is too long`);

/** What came in, signed, as it came. The same delivery a second time changes nothing. */
export const keepDelivery = command(delivery, 'keep', {
  label: 'Keep a delivery',
  about: 'Keeps what another system handed in, as it came, until it is read. Once, however often it comes.',
  once: ['account', 'delivery'],
  input: form({
    network: ask.given('Connector', text('the connector', 40)),
    account: ask.given('Account', z.uuid({ error: 'Give the id of the account' })),
    accountName: ask.given('Name of the account', text('the name', 200)),
    delivery: ask.given('Digest of the delivery’s id', text('the digest', 200)),
    body: ask.given('Its bytes, in base64', text('the bytes', 2_000_000)),
  }),
  decide: ({ input: { accountName, ...input } }) => ({
    create: {
      ...input,
      account_name: accountName,
      message: null,
      message_at: null,
      why: null,
      wipe_at: null,
    },
  }),
});
