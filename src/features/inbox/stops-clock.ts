import type { EnquiryState, ReplyKind } from './words.ts';

/** Only what a person says to the person stops the clock: no automatic reply, no note, no assignment, no hiding. */
export const stopsClock = (kind: ReplyKind): boolean => kind !== 'automatic';

/**
 * Where an enquiry goes once the network has taken a reply.
 * While a department or the person has the next move, a further word of ours does not take it from them.
 */
export function afterSending(
  kind: ReplyKind,
  state: EnquiryState,
  /** False where the department has given it back before the person was told that it would answer. */
  withDepartment = true,
): 'same' | 'answered' | 'with-department' | 'waiting-on-them' {
  if (kind === 'automatic' || state === 'closed') return 'same';
  if (kind === 'pass-on-notice') return withDepartment ? 'with-department' : 'same';
  if (kind === 'question') return 'waiting-on-them';
  return state === 'with-department' || state === 'waiting-on-them' ? 'same' : 'answered';
}
