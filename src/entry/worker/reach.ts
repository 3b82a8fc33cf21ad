import type { Call, Network } from '#networks/network.ts';

/** How the worker gets at a network: its connector by kind, and an account's call with the secret opened for it. */
export interface Reach {
  /** @throws for a kind that this program has no connector for. */
  readonly network: (kind: string) => Network;
  /** The connector of one account. */
  readonly networkOf: (account: string) => Promise<Network>;
  /** @throws NetworkFault `keys` where the account is not connected. */
  readonly call: (account: string) => Promise<Call>;
}
