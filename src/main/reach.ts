import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { connectedAccount, keepKeys, type ConnectedAccount } from '#features/register/index.ts';
import { blueskyNetwork } from '#networks/bluesky/index.ts';
import { NetworkFault } from '#networks/fault.ts';
import type { Call, Network, Secret } from '#networks/network.ts';
import { openOutbound } from '#networks/outbound.ts';
import { practiceNetwork } from '#networks/practice.ts';
import { relayNetwork } from '#networks/relay/index.ts';
import type { Reach } from '#entry/worker/index.ts';

/**
 * The worker's way to the networks: connectors by kind, and the secret of an account opened for one call.
 * @param allowed origins on this machine or in the organisation's own net that may be called.
 */
export function openReach(house: House, open: (sealed: string) => string, allowed: readonly string[]): Reach {
  const fetch = openOutbound({ allowed });
  const networks = new Map<string, Network>(
    [blueskyNetwork({ fetch }), practiceNetwork(fetch), relayNetwork(fetch)].map((one) => [one.kind, one]),
  );
  const network = (kind: string): Network => {
    const found = networks.get(kind);
    if (!found) throw new Error(`There is no connector for ${kind}`);
    return found;
  };
  const account = async (id: string): Promise<ConnectedAccount> => {
    const found = await connectedAccount(readerOf(house.store.read()), id);
    if (!found) throw new NetworkFault('keys', 'This account is not connected. Connect it in the register.');
    return found;
  };
  return {
    network,
    networkOf: async (id) => network((await account(id)).connector),
    async call(id): Promise<Call> {
      const row = await account(id);
      return {
        account: { id: row.id, handle: row.handle ?? '', address: row.address ?? '' },
        secret: secretOf(row, open),
        now: house.clock.now(),
        async keepSecret(secret) {
          await perform(house, keepKeys, {
            actor: systemActor('collector'),
            id,
            input: { key: JSON.stringify(secret) },
            door: 'worker',
          });
        },
      };
    },
  };
}

/** The account's secret; with the one before it, while both count. */
export const secretOf = (row: ConnectedAccount, open: (sealed: string) => string): Secret => ({
  ...secretFrom(opened(open, row.sealed_keys ?? '')),
  ...(row.sealed_keys_before === null ? {} : { before: opened(open, row.sealed_keys_before) }),
});

/** Keys that cannot be opened here, after a restore say, are keys that do not work: the account goes blind and says so. */
function opened(open: (sealed: string) => string, sealed: string): string {
  try {
    return open(sealed);
  } catch (cause) {
    throw new NetworkFault(
      'keys',
      'The keys of this account cannot be opened here: keys.json is another one. Put the right one back, or connect the account again.',
      { cause },
    );
  }
}

/** A key that a person typed is the network's `password`; one that the network renewed is kept whole. */
function secretFrom(text: string): Secret {
  if (!text.startsWith('{')) return { password: text };
  const read: unknown = JSON.parse(text);
  return Object.fromEntries(Object.entries(Object(read)).map(([name, value]) => [name, String(value)]));
}
