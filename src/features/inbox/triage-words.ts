import type { Row } from '#kernel/lifecycle.ts';

/** How soon somebody looks, by triage. A person reads all three. */
export const tiers = { page: 'Call somebody', 'look-first': 'Look first', rest: 'In its turn' } as const;
export type Tier = keyof typeof tiers;

/** How grave it is. 1 comes before everything else. A program only raises it. */
export const severities = {
  1: 'Act at once',
  2: 'Urgent',
  3: 'Ordinary',
  4: 'Can wait',
} as const;
export type Severity = 1 | 2 | 3 | 4;

/** Where somebody who dealt with a message says that triage was wrong. */
export const marks = {
  'should-have-paged': 'It should have called somebody',
  'need-not-have-paged': 'It need not have called anybody',
} as const;
export type Mark = keyof typeof marks;

/** Why triage could make nothing of a message, or not of all of it. */
export const notUnderstoodWords = {
  language: 'It is in a language that triage cannot read',
  picture: 'It has a picture that triage cannot see',
  'few-words': 'It has too few words to go by',
  length: 'It is longer than what triage reads',
} as const;

/** A label of a message, with the words that caused it: their places in its text, and never the words themselves. */
export interface LabelSeen {
  /** The policy's id. */
  readonly id: string;
  /** How far above what makes it this label, under the model of that day; null where a person chose it. */
  readonly score: number | null;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly by: 'triage' | 'person';
}

/** The labels in the order in which they lead. `length` is that of the text in which the places lie. */
export interface Labels {
  readonly list: readonly LabelSeen[];
  readonly length: number;
}

/** What triage keeps of a message. Null throughout: it has not been read by triage. */
export interface Triaged {
  tier: Tier | null;
  labels: Labels;
  /** How far above what pages by itself; null where nothing could be scored. */
  page_score: number | null;
  pages_anyway: boolean;
  /** Scores of one model do not compare with those of another. */
  triage_model: string | null;
  not_understood: string | null;
  triaged_at: Temporal.Instant | null;
  /** When it called somebody; null where it did not, and while triage only records. */
  paged_at: Temporal.Instant | null;
}

/** Whether a person has read it, and what they said of triage. */
export interface ReadState {
  /** Something in it or with it that nobody has read. */
  unread: boolean;
  read_by: Temporal.Instant | null;
  /** Kept once. Never who. */
  first_read_at: Temporal.Instant | null;
  mark: Mark | null;
  marked_at: Temporal.Instant | null;
}

/** Whether triage calls somebody, and how sure it must be; the latest row is in force. */
export interface TriageSetting extends Row {
  state: 'paging' | 'shadow';
  margin: number;
}
