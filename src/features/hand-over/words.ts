import type { Row } from '#kernel/lifecycle.ts';
import type { Digest, Sealed } from '#kernel/sealed.ts';

/** A department answers the enquirer; details that somebody needs; a copy for a partner. */
export type HandOverKind = 'question' | 'details' | 'share';

/** States in which somebody outside still has the next move. */
export const openStates = ['open', 'received', 'asking'] as const;

export type HandOverState =
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

export interface HandOverTables {
  hand_overs: HandOver;
  hand_over_links: HandOverLink;
}
