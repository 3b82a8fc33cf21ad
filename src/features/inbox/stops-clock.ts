import type { EnquiryState, ReplyKind } from './words.ts';

/** Only an answer of a person stops the clock: no automatic reply, no warning, no note, no assignment, no hiding. */
export const stopsClock = (kind: ReplyKind): boolean => kind !== 'automatic' && kind !== 'warning';

/**
 * Where an enquiry goes once the network has taken a reply.
 * While a department or the person has the next move, a further word of ours does not take it from them.
 */
export function afterSending(
  kind: ReplyKind,
  state: EnquiryState,
): 'same' | 'answered' | 'with-department' | 'waiting-on-them' {
  if (!stopsClock(kind) || state === 'closed') return 'same';
  if (kind === 'pass-on-notice') return 'with-department';
  if (kind === 'question') return 'waiting-on-them';
  return state === 'with-department' || state === 'waiting-on-them' ? 'same' : 'answered';
}
