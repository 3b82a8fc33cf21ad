/** How a write is made so that a lost answer does not become a second post. */
import { isFault, NetworkFault, refused } from './fault.ts';
import { beyond, type Limits } from './limits.ts';
import type { Outgoing } from './network.ts';

/**
 * Makes the write; when its outcome is unknown, looks for what it should have made.
 * @param look finds it by our key. @throws the `unknown` fault where looking did not settle it.
 */
export async function sendOnce<Result>(
  write: () => Promise<Result>,
  look: () => Promise<Result | undefined>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isFault(error, 'unknown')) throw error;
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    throw error;
  }
}

/** @throws `refused` with the first thing that the network would refuse as well. */
export function mustFit(limits: Limits, outgoing: Outgoing): void {
  const [first] = beyond(limits, outgoing);
  if (first) throw refused(first.message, first.field);
}

/** @throws `unknown`, for a write whose answer never came. */
export const lostAnswer = (code?: string): NetworkFault =>
  new NetworkFault(
    'unknown',
    'We sent it, and the network did not say whether it took it. Look on the network before sending again.',
    {
      ...(code && { code }),
    },
  );
