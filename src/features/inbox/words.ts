import type { HolidaySets } from '#calendar/holidays.ts';
import type { StatutoryClockName } from '#calendar/statutory-clocks.ts';
import type { Row } from '#kernel/lifecycle.ts';
import type { ReadState, Triaged, TriageSetting } from './triage-words.ts';
import type { DetailsColumns } from './details.ts';

/** Every state in which somebody still has something to do. */
export const openStates = ['waiting', 'being-answered', 'with-department', 'waiting-on-them'] as const;

export type EnquiryState = (typeof openStates)[number] | 'joined' | 'answered' | 'closed' | 'withdrawn';

/** What kind of thing the public said, with the words in which people read it. */
export const kinds = {
  'direct-message': 'Direct message',
  comment: 'Comment',
  reply: 'Reply',
  mention: 'Mention',
  tag: 'Tag',
  review: 'Review',
  'listening-find': 'Found by listening',
  flag: 'Flagged as urgent',
} as const;
export type EnquiryKind = keyof typeof kinds;

/** Ways to reach us that are no network: captured by hand, and answered in the same way by a person. */
export const otherChannels = {
  telephone: 'By telephone',
  letter: 'By letter',
  email: 'By e-mail',
  'in-person': 'In person',
  elsewhere: 'Elsewhere',
} as const;
export const isOtherChannel = (place: string): place is keyof typeof otherChannels => place in otherChannels;

/**
 * Whose time the clock starts by: the network's own, or ours, and then why:
 * it gave none, it gave one that had not come yet, or the message is from long before we first read the account.
 */
export type TimeBasis = 'network' | 'absent' | 'ahead' | 'before-first-read';

export interface Picture {
  readonly alt: string;
  readonly url: string;
}

/** A clock of the law that a message started. Its days are kept as they were reckoned when it was started. */
export interface LawClock {
  /** The policy's id of what was asked for. */
  readonly id: string;
  readonly clock: StatutoryClockName;
  /** The day to work to and the last day, as ISO 8601 dates. */
  readonly aimOn: string;
  readonly dueOn: string;
  /** The last moment, as an ISO 8601 instant. */
  readonly dueAt: string;
  /** Whose bank holidays were counted; null where every day counts. Not told of what began before it was kept. */
  readonly holidays?: keyof HolidaySets | null;
  /** False where the count runs past the years whose bank holidays are known. */
  readonly holidaysKnown: boolean;
  /** When somebody recorded that it is done; null while it runs. */
  readonly endedAt: string | null;
}

/** A message of the public with its two clocks. */
export interface Enquiry extends Row, Triaged, ReadState, DetailsColumns {
  state: EnquiryState;
  network: string;
  /** Our account; null where it was captured by hand without one. */
  account: string | null;
  account_name: string;
  /** The network's own id; null for what was captured by hand. */
  remote: string | null;
  remote_root: string | null;
  /** The same for every message of one person in one thread. */
  conversation: string;
  /** The earlier enquiry with which this one is answered, while it is `joined`. */
  follows: string | null;
  /** A person said that this is a question of its own. */
  apart: boolean;
  kind: EnquiryKind;
  author_id: string;
  author_handle: string;
  author_name: string;
  text: string;
  /** What it said first, once its author has changed it. */
  text_at_receipt: string | null;
  pictures: { list: readonly Picture[] };
  permalink: string | null;
  visibility: 'public' | 'private';
  /** Replies to it are posted by a person, because no program can. */
  by_hand: boolean;
  /** What the network allows in a reply; null where it gives no limit. */
  reply_max: number | null;
  /** After this the network lets us answer no more; null where it sets no end. */
  window_closes_at: Temporal.Instant | null;
  /** How grave it is, 1 to 4: 1 comes before everything else. */
  risk: number;
  received_at: Temporal.Instant;
  ingested_at: Temporal.Instant;
  time_basis: TimeBasis;
  changed_after_receipt: boolean;
  /** Messages that this one stands for, and when the last of them came. */
  messages: number;
  heard_at: Temporal.Instant;
  /** When the clock that runs now began: at receipt, or when it was opened again after a reply. */
  clock_from: Temporal.Instant;
  aim_at: Temporal.Instant;
  limit_at: Temporal.Instant;
  in_hours: boolean;
  calendar_version: string;
  claimed_by: string | null;
  claimed_until: Temporal.Instant | null;
  first_claimed_at: Temporal.Instant | null;
  department: string | null;
  summary: string | null;
  /** How the department may reach the person; only ever with their consent. */
  contact: string | null;
  due_department_at: Temporal.Instant | null;
  department_answered_at: Temporal.Instant | null;
  /** First reply by a human being that the network took, its working minutes, and whether it was inside the limit. */
  first_reply_at: Temporal.Instant | null;
  reply_minutes: number | null;
  inside: boolean | null;
  waiting_since: Temporal.Instant | null;
  /** A reply that did not go out and needs a person's eye, and how often that happened. */
  trouble: 'refused' | 'unknown' | null;
  troubles: number;
  close_reason: string | null;
  no_reply_why: string | null;
  close_note: string | null;
  closed_at: Temporal.Instant | null;
  withdrawn_at: Temporal.Instant | null;
  law_clocks: { list: readonly LawClock[] };
  /** The last moment of the first clock of the law that still runs. */
  law_due_at: Temporal.Instant | null;
  /** When governance let it be answered, and what it said about that. */
  unlocked_at: Temporal.Instant | null;
  unlock_note: string | null;
  sampled: boolean;
  sample_verdict: 'right' | 'should-have-been-answered' | null;
  sample_note: string | null;
}

/** What a reply is for. `automatic` is none of a person's, and `warning` no answer: neither stops a clock. */
export type ReplyKind = 'reply' | 'signpost' | 'pass-on-notice' | 'question' | 'automatic' | 'warning';

export type ReplyState =
  | 'to-agree'
  | 'waiting'
  | 'by-hand'
  | 'sending'
  | 'sent'
  | 'refused'
  | 'unknown'
  | 'dropped';

/** What we say, with a life of its own until the network has taken it. Its id is the record key on the network. */
export interface Reply extends Row {
  state: ReplyState;
  enquiry: string;
  kind: ReplyKind;
  text: string;
  author: string | null;
  /** Directory entry and its version, for a signpost. */
  signpost: string | null;
  signpost_version: number | null;
  attempts: number;
  /** The sender's lease; once it is over another may take the reply up, and looks for it first. */
  sending_until: Temporal.Instant | null;
  not_before: Temporal.Instant | null;
  remote: string | null;
  permalink: string | null;
  sent_at: Temporal.Instant | null;
  posted_by_hand: boolean;
  /** Why it is held back, while it is. */
  held_why: string | null;
  /** Whoever agreed to it, where the policy asks for a second person. */
  agreed_by: string | null;
  /** The network's reason, as it gave it; or a colleague's who sent it back. */
  refused_why: string | null;
}

/** A note between colleagues. Never seen outside, and stops no clock. */
export interface Note extends Row {
  state: 'kept';
  enquiry: string;
  author: string;
  text: string;
}

/** One minute in which a person had the inbox open or an account was read. It never says which person. */
export interface Look extends Row {
  state: 'seen';
  /** `inbox`, or the account that was read. */
  place: string;
  kind: 'person' | 'poll';
  minute: Temporal.Instant;
}

/** This room's tables. No other room reads them. */
export interface InboxTables {
  enquiries: Enquiry;
  replies: Reply;
  enquiry_notes: Note;
  looks: Look;
  triage_settings: TriageSetting;
}
