/** Bluesky's errors, as one of the few that the product knows. */
import { XRPCError } from '@atproto/api';
import { isFault, NetworkFault, refused } from '../fault.ts';
import { badKeys, faultFromStatus, faultWithoutAnswer, outOfReach, type Doing } from '../http-faults.ts';
import type { Call } from '../network.ts';
import { OutboundFault } from '../outbound.ts';
import { lostAnswer } from '../send-once.ts';

const KEYS = new Set([
  'AuthMissing',
  'AuthenticationRequired',
  'ExpiredToken',
  'InvalidToken',
  'AccountTakedown',
  'AccountDeactivated',
  'AuthFactorTokenRequired',
]);

/** Does the work, and throws `NetworkFault` for whatever the network makes of it. */
export async function guarded<Result>(
  call: Call,
  doing: Doing,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asFault(error, call, doing);
  }
}

/** True for a complaint of that name: `RecordNotFound`. */
export const complains = (error: unknown, ...names: readonly string[]): boolean =>
  isFault(error, 'refused') && names.includes(error.code ?? '');

function asFault(error: unknown, call: Call, doing: Doing): unknown {
  if (error instanceof NetworkFault) return error;
  if (error instanceof OutboundFault) return faultWithoutAnswer(error, doing);
  if (!(error instanceof XRPCError)) return error;
  // What the fetch underneath threw comes wrapped.
  if (error.cause instanceof NetworkFault || error.cause instanceof OutboundFault)
    return asFault(error.cause, call, doing);
  if (KEYS.has(error.error)) return badKeys(error.error);
  const status: number = error.status;
  const headers = { get: (name: string) => error.headers?.[name] ?? null };
  const fault = faultFromStatus(status, headers, call.now, doing);
  if (fault) return fault;
  // Below 400 stand the client's own numbers: no answer, or one that cannot be read.
  if (status < 400) return doing === 'write' ? lostAnswer('unreadable') : outOfReach('unreadable');
  return refused(`Bluesky will not do this: ${plain(error.message)}`, fieldOf(error), error.error);
}

/** Bluesky's sentences may hold what was sent; only the beginning is passed on. */
const plain = (message: string): string => {
  const line = message.replaceAll(/\s+/g, ' ').slice(0, 160).trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
};

function fieldOf(error: XRPCError): string | undefined {
  const status: number = error.status;
  if (status === 413 || /blob|image|mime/i.test(error.message)) return 'pictures';
  return /\/text\b|grapheme/i.test(error.message) ? 'text' : undefined;
}
