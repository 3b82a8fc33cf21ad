import type { Row } from '#kernel/lifecycle.ts';
import type { Digest, Sealed } from '#kernel/sealed.ts';

/** A department answers the enquirer; details that somebody needs; a copy for a partner. */
export type HandOverKind = 'question' | 'details' | 'share';

/** States in which somebody outside still has the next move. */
export const openStates = ['open', 'received', 'asking'] as const;

export type HandOverState =
  | 'prepared'
  | (typeof openStates)[number]
  | 'taken'
  | 'answered'
  | 'returned'
  | 'expired'
  | 'withdrawn';

/** What became of the last letter about it. `by-hand`: no letter can go, so a person gives them the link. */
export type LetterState = 'to-send' | 'sent' | 'refused' | 'by-hand';

/** Something given to somebody outside the program: what, to whom, by when, and what they did with it. */
export interface HandOver extends Row {
  state: HandOverState;
  kind: HandOverKind;
  enquiry: string;
  department: string | null;
  partner: string | null;
  /** Who receives it: a department, a partner, or a person there. */
  receiver: string;
  /** Where letters go, first the one that is asked first. */
  addresses: { list: readonly string[] };
  /** Which of the addresses is asked now, from nought. */
  asked: number;
  kinds_of_details: { list: readonly string[] };
  reason: string;
  /** The policy's id of the lawful basis; null where none was asked for. */
  basis: string | null;
  /** What they are given, as JSON and sealed; null once it was wiped. */
  content: Sealed | null;
  /** Tells the same content again after it was wiped. */
  content_digest: Digest;
  /** What we told them when they asked. */
  more: Sealed | null;
  /** When the enquiry was passed on, for what follows from that: the same is never asked twice. */
  passed_on_at: Temporal.Instant | null;
  wiped_at: Temporal.Instant | null;
  due_at: Temporal.Instant | null;
  /** What nobody took by then is wiped; null where it waits until it is answered. */
  ends_at: Temporal.Instant | null;
  /** By when they should have said that they have it; null once they have, or nobody is left to ask. */
  acknowledge_by: Temporal.Instant | null;
  remind_at: Temporal.Instant | null;
  reminders: number;
  /** Links that were made before this open nothing. */
  links_from: Temporal.Instant;
  letter: LetterState;
  letter_at: Temporal.Instant | null;
  /** When somebody of ours looked at a copy that is about to be sent. */
  looked_at: Temporal.Instant | null;
  opened_at: Temporal.Instant | null;
  received_at: Temporal.Instant | null;
  answered_at: Temporal.Instant | null;
  answered_on: Temporal.PlainDate | null;
  answered_how: string | null;
  /** What they want to know of us before they answer. */
  asked_back: string | null;
  returned_why: string | null;
  ended_at: Temporal.Instant | null;
  /** Who handed it over; null where the program did. */
  handed_by: string | null;
}

/** One way in, sent in one letter or given by hand. The token itself is kept nowhere. */
export interface HandOverLink extends Row {
  state: 'made' | 'opened';
  hand_over: string;
  /** SHA-256 of the token, hexadecimal. */
  token_digest: string;
  ends_at: Temporal.Instant;
  opened_at: Temporal.Instant | null;
}

/** What a receiver is shown, as it is sealed: parts with a heading each. */
export interface Content {
  readonly parts: readonly { readonly heading: string; readonly words: string }[];
}

/** A worry that was brought to somebody inside: who has it now, since when, and the words as they were. */
export interface Escalation extends Row {
  state: 'raised' | 'taken' | 'settled';
  enquiry: string;
  /** The policy's ids. */
  category: string;
  severity: string;
  why: string;
  /** People in the order in which they are asked. */
  queue: { list: readonly string[] };
  asked: number;
  /** Who is asked now, and who was asked first: both see it and may take it. */
  asked_now: string;
  first_asked: string;
  due_at: Temporal.Instant;
  /** By when somebody should have said that they have it; null once they have, or nobody is left to ask. */
  acknowledge_by: Temporal.Instant | null;
  taken_at: Temporal.Instant | null;
  taken_by: string | null;
  settled_at: Temporal.Instant | null;
  outcome: string | null;
  /** The message as it stood when it was escalated. */
  evidence: Sealed;
  evidence_digest: Digest;
  raised_by: string | null;
}

/** Somebody outside whom a worry may concern, with what they may be sent. Kept as the directory is. */
export interface Partner extends Row {
  state: 'active' | 'closed';
  name: string;
  /** The policy's id. */
  kind: string;
  /** What people call or write to. */
  contact: string;
  /** E-mail addresses for letters, in the order in which they are asked. */
  letters_to: string;
  may_receive: { list: readonly string[] };
  checked_on: Temporal.PlainDate;
}

export interface HandOverTables {
  escalations: Escalation;
  partners: Partner;
  hand_overs: HandOver;
  hand_over_links: HandOverLink;
}
