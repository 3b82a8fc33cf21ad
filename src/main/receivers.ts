import type { House } from '#kernel/house.ts';
import { isId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { connectedAccount } from '#features/register/index.ts';
import { isFault } from '#networks/fault.ts';
import type { WebhookOptions } from '#entry/webhooks/index.ts';
import type { Reach } from '#entry/worker/index.ts';
import { secretOf } from './reach.ts';

/** Which connected account takes deliveries at an address, and what proves them. */
export const receiversOf =
  (
    house: House,
    reach: Pick<Reach, 'network'>,
    open: (sealed: string) => string,
  ): WebhookOptions['receiver'] =>
  async (network, account) => {
    const row = isId(account) ? await connectedAccount(readerOf(house.store.read()), account) : undefined;
    if (!row || row.connector !== network) return undefined;
    const { webhook } = reach.network(row.connector);
    if (!webhook.present) return undefined;
    try {
      return { name: row.name, webhook, secret: secretOf(row, open) };
    } catch (error) {
      // Keys that cannot be opened here prove nothing: the account says so where it is read.
      if (isFault(error)) return undefined;
      throw error;
    }
  };
