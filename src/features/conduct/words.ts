import type { Row } from '#kernel/lifecycle.ts';
import type { RuleValue } from '#policy/index.ts';

/** What may be done, as the policy names its steps. */
export type MeasureKind = RuleValue<'conduct.in-steps'>['steps'][number]['id'];

/** Kinds that last until somebody takes them back; the others are over once they are done. */
export const lasting: readonly MeasureKind[] = ['hide', 'restrict', 'block'];

/** Kinds against a person; the others are about what they wrote. */
export const againstPeople: readonly MeasureKind[] = ['restrict', 'block'];

/** What was, or is to be, done. */
export const underWay = ['waiting', 'doing', 'handed-over', 'by-hand'] as const;
/** A person must do, look or decide. */
export const wantsSomebody = ['asked', 'by-hand', 'refused', 'unknown'] as const;

/** Nothing more comes of it. */
export const over = ['done', 'ended', 'dropped'] as const;

export type MeasureState =
  | (typeof underWay)[number]
  | (typeof wantsSomebody)[number]
  | (typeof over)[number]
  | 'in-force';

export const endReasons = {
  lifted: 'It is no longer needed',
  mistake: 'It was a mistake',
  removed: 'They took it down themselves',
  review: 'Its time was over, and nobody renewed it',
  appeal: 'They asked for a review, and somebody else decided so',
} as const;
export type EndReason = keyof typeof endReasons;

export const reportReasons = {
  abuse: 'Abuse',
  spam: 'Spam',
  'false-content': 'False content',
  impersonation: 'Pretends to be somebody else',
  other: 'Something else',
} as const;

/** Something done about what the public writes, under a house rule and with its reason. */
export interface Measure extends Row {
  state: MeasureState;
  kind: MeasureKind;
  enquiry: string;
  network: string;
  account: string | null;
  /** The network's id of the message. */
  remote: string | null;
  /** The network's id of the person; null where it is not against them, and once it is over. */
  author: string | null;
  /** Nobody but a person can do it there. */
  by_hand: boolean;
  /** The policy's id of the house rule. */
  house_rule: string;
  /** It hides somebody's details. */
  details: boolean;
  why: string;
  /** The policy's reason for leaving milder steps out. */
  skipped: string | null;
  /** Where it reads like criticism: what goes beyond that. */
  beyond: string | null;
  /** The policy's id of the words of a warning. */
  template: string | null;
  report_of: 'post' | 'account' | null;
  report_as: keyof typeof reportReasons | null;
  /** Shows that somebody's copy of the words is what was judged; tells nothing of them to whoever has none. */
  words_digest: string | null;
  received_at: Temporal.Instant;
  asked_by: string;
  decided_by: string | null;
  review_on: Temporal.PlainDate | null;
  renewed: number;
  /** It is being taken back. */
  undoing: boolean;
  ends_why: EndReason | null;
  done_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  attempts: number;
  /** The sender's lease. */
  carrying_until: Temporal.Instant | null;
  not_before: Temporal.Instant | null;
  /** An earlier attempt may have done it: look before anything is done again. */
  in_doubt: boolean;
  /** Why it is held back, while it is; `looked` where a person looked and found that it was not done. */
  held_why: string | null;
  refused_why: string | null;
  /** The network's number of a report. */
  case_number: string | null;
  appealed_at: Temporal.Instant | null;
  appeal_due_at: Temporal.Instant | null;
  appeal_outcome: 'kept' | 'ended' | null;
  asked_to_remove_at: Temporal.Instant | null;
}

export interface ConductTables {
  measures: Measure;
}
