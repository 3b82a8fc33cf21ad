import type { NewRow } from '#kernel/command.ts';
import type { Policy } from '#policy/index.ts';
import { clockStart } from './clock-start.ts';
import { conversationOf } from './conversation.ts';
import { spottedAtReceipt } from './details.ts';
import { clocksFrom } from './due.ts';
import type { Enquiry, EnquiryKind, Picture } from './words.ts';

/** What somebody said, however it reached us. */
export interface Said {
  readonly network: string;
  readonly account: string | null;
  readonly accountName: string;
  readonly remote: string | null;
  readonly root: string | null;
  readonly kind: EnquiryKind;
  readonly author: { readonly id: string; readonly handle: string; readonly name: string };
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly permalink: string | null;
  readonly visibility: 'public' | 'private';
  readonly byHand: boolean;
  readonly replyMax: number | null;
  readonly windowCloses: Temporal.Instant | undefined;
  /** When they said it, by the network's word. */
  readonly at: Temporal.Instant | undefined;
  readonly firstRead: Temporal.Instant | undefined;
}

/** The new row, with both clocks as the policy in force and its calendar reckon them. */
export function newEnquiry(said: Said, now: Temporal.Instant, policy: Policy): NewRow<Enquiry> {
  const start = clockStart({ theirs: said.at, ingested: now, firstRead: said.firstRead });
  return {
    network: said.network,
    account: said.account,
    account_name: said.accountName,
    remote: said.remote,
    remote_root: said.root,
    conversation: conversationOf({ ...said, remoteRoot: said.root, author: said.author.id }),
    kind: said.kind,
    author_id: said.author.id,
    author_handle: said.author.handle,
    author_name: said.author.name,
    text: said.text,
    pictures: { list: said.pictures },
    permalink: said.permalink,
    visibility: said.visibility,
    by_hand: said.byHand,
    reply_max: said.replyMax,
    window_closes_at: said.windowCloses ?? null,
    ...start,
    ...clocksFrom(policy, start.received_at),
    ingested_at: now,
    heard_at: start.received_at,
    ...spottedAtReceipt(said, now, policy),
    ...untouched,
  };
}

/** What nobody has done yet. */
const untouched = {
  follows: null,
  apart: false,
  text_at_receipt: null,
  risk: 4,
  changed_after_receipt: false,
  messages: 1,
  claimed_by: null,
  claimed_until: null,
  first_claimed_at: null,
  department: null,
  summary: null,
  contact: null,
  due_department_at: null,
  department_answered_at: null,
  first_reply_at: null,
  reply_minutes: null,
  inside: null,
  waiting_since: null,
  trouble: null,
  troubles: 0,
  close_reason: null,
  no_reply_why: null,
  close_note: null,
  closed_at: null,
  withdrawn_at: null,
  law_clocks: { list: [] },
  law_due_at: null,
  sampled: false,
  sample_verdict: null,
  sample_note: null,
} as const;
