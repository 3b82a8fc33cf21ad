import type { Counter } from './length.ts';
import written from './network-limits.json' with { type: 'json' };

export interface NetworkLimits {
  readonly counter: Counter;
  /** How much text a post holds, as `counter` counts. */
  readonly most: number;
  /** As UTF-8, where the network limits that too. */
  readonly bytes?: number;
  /** Characters of a picture's description; null where the network holds none. */
  readonly alt: number | null;
  readonly basis: string;
  readonly source: string;
}

const networks = new Map(Object.entries(written.networks as Record<string, NetworkLimits>));

/** @param network its id as in the register, such as `x`. @returns undefined for one that we know nothing of. */
export const limitsOf = (network: string): NetworkLimits | undefined => networks.get(network.toLowerCase());

export const networksKnown: readonly string[] = [...networks.keys()];
