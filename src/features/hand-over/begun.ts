import type { NewRow } from '#kernel/command.ts';
import { toDigest, toSeal } from '#kernel/sealed.ts';
import type { Policy } from '#policy/index.ts';
import { openMinutesOn } from './open-time.ts';
import type { HandOver } from './words.ts';

type Begins = Pick<HandOver, 'kind' | 'enquiry' | 'receiver' | 'reason'> & {
  readonly content: string;
  readonly addresses: readonly string[];
  readonly acknowledgeMinutes: number;
} & Partial<
    Pick<
      HandOver,
      'department' | 'partner' | 'passed_on_at' | 'basis' | 'due_at' | 'ends_at' | 'remind_at' | 'handed_by'
    >
  > & {
    readonly kinds?: readonly string[];
  };

/** Something as it is handed over: sealed, with a letter on its way, and nobody has said yet that they have it. */
export const begun = (given: Begins, now: Temporal.Instant, policy: Policy): NewRow<HandOver> => ({
  kind: given.kind,
  enquiry: given.enquiry,
  department: given.department ?? null,
  partner: given.partner ?? null,
  receiver: given.receiver,
  addresses: { list: given.addresses },
  asked: 0,
  kinds_of_details: { list: given.kinds ?? [] },
  reason: given.reason,
  basis: given.basis ?? null,
  content: toSeal(given.content),
  content_digest: toDigest(given.content),
  more: null,
  passed_on_at: given.passed_on_at ?? null,
  wiped_at: null,
  due_at: given.due_at ?? null,
  ends_at: given.ends_at ?? null,
  acknowledge_by: openMinutesOn(policy, now, given.acknowledgeMinutes),
  remind_at: given.remind_at ?? null,
  reminders: 0,
  links_from: now,
  letter: given.addresses.length === 0 ? 'by-hand' : 'to-send',
  letter_at: null,
  looked_at: null,
  opened_at: null,
  received_at: null,
  answered_at: null,
  answered_on: null,
  answered_how: null,
  asked_back: null,
  returned_why: null,
  ended_at: null,
  handed_by: given.handed_by ?? null,
});

/** What was given is gone from here; its digest stays. */
export const wiped = (now: Temporal.Instant) => ({ content: null, more: null, wiped_at: now });

/** Nobody is written to any more, and no link opens anything. */
export const over = (now: Temporal.Instant) => ({
  ...wiped(now),
  acknowledge_by: null,
  remind_at: null,
  ended_at: now,
});
