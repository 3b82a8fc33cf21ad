import type { PersonalKind } from '#text/index.ts';
import { kindInWords, personalKinds } from '#text/index.ts';
import type { Row } from '#kernel/lifecycle.ts';

/** States in which somebody or the program still has something to do. */
export const openStates = ['noticed', 'passed-on', 'due', 'erasing', 'held'] as const;
export type RemovalState = (typeof openStates)[number] | 'erased' | 'dismissed';

/** States that a hold can interrupt, and to which lifting it leads back. */
export const heldFrom = ['noticed', 'passed-on', 'due', 'erasing', 'dismissed'] as const;
export type HeldFrom = (typeof heldFrom)[number];

/** What became of the message on its own network, where we cannot delete what somebody else wrote. */
export const outsideAnswers = {
  'deleted-there': 'I deleted it there',
  gone: 'It is gone there already',
  asked: 'We may not delete it there: I asked its author to',
  'not-there': 'It never stood on a network, and the paper or recording is destroyed',
  cannot: 'Nobody of ours can delete it there, and its author cannot be asked',
} as const;
export type Outside = keyof typeof outsideAnswers;

/** What is done about somebody’s details in one message: the record that stays when the message’s words are gone. */
export interface Removal extends Row {
  state: RemovalState;
  enquiry: string;
  network: string;
  visibility: 'public' | 'private';
  /** Kinds of personal data, and `picture`. Never the data. */
  kinds: { list: readonly string[] };
  noticed_at: Temporal.Instant;

  department: string | null;
  /** Who in the department gets it, by name. */
  receiver: string | null;
  /** Where their letter goes, which holds a link and nothing else; null where somebody gives them the link. */
  address: string | null;
  /** The hand-over by which they get them. */
  hand_over: string | null;
  /** The policy’s id of the reason for passing it on. */
  why: string | null;
  passed_on_at: Temporal.Instant | null;
  passed_on_by: string | null;
  /** When the team is reminded that nobody confirmed, and when information governance is told. */
  remind_at: Temporal.Instant | null;
  reminded_at: Temporal.Instant | null;
  tell_at: Temporal.Instant | null;
  told_at: Temporal.Instant | null;
  confirmed_at: Temporal.Instant | null;
  confirmed_by: 'receiver' | 'by-hand' | null;
  confirmed_how: string | null;
  /** The policy’s id of the reason for which nobody needs it. */
  not_needed: string | null;
  /** Why information governance has it deleted without a receipt. */
  unconfirmed_why: string | null;

  /** The program deletes it from this moment on; by `due_at` it must be gone. */
  from_at: Temporal.Instant | null;
  due_at: Temporal.Instant | null;
  begun_at: Temporal.Instant | null;
  erased_at: Temporal.Instant | null;
  /** The first day on which no backup holds it any longer. */
  backups_past_on: Temporal.PlainDate | null;
  /** How many deletions of a week are looked at again, by the policy under which it began. */
  weekly: number;
  outside: Outside | null;
  outside_at: Temporal.Instant | null;
  outside_by: string | null;

  held_before: HeldFrom | null;
  held_at: Temporal.Instant | null;

  picked_at: Temporal.Instant | null;
  checked_at: Temporal.Instant | null;
  checked_by: string | null;
  verdict: 'nothing-left' | 'something-left' | null;
}

/** Why something may not be deleted now: for a case, with somebody who answers for it and a day to look again. */
export interface Hold extends Row {
  state: 'placed' | 'in-place' | 'too-late' | 'lifted';
  removal: string;
  enquiry: string;
  /** The policy’s id of what kind of matter it is. */
  matter: string;
  /** How the case is called: a reference, never a person’s name. */
  name: string;
  owner: string;
  review_on: Temporal.PlainDate;
  placed_by: string;
  placed_at: Temporal.Instant;
  in_place_at: Temporal.Instant | null;
  lifted_at: Temporal.Instant | null;
  lifted_why: string | null;
}

/** This room’s tables. No other room reads them. */
export interface PersonalDataTables {
  removals: Removal;
  holds: Hold;
}

const isKind = (kind: string): kind is PersonalKind => personalKinds.some((known) => known === kind);

/** `NHS number, phone number and a picture`, for people. */
export function kindsInWords(kinds: readonly string[]): string {
  const words = kinds.map((kind) =>
    kind === 'picture' ? 'a picture of somebody or of a document' : isKind(kind) ? kindInWords(kind) : kind,
  );
  if (words.length < 2) return words[0] ?? 'details';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
