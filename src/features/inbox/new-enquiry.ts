import type { NewRow } from '#kernel/command.ts';
import type { Policy } from '#policy/index.ts';
import { clockStart } from './clock-start.ts';
import { conversationOf } from './conversation.ts';
import { spottedAtReceipt } from './details.ts';
import { clocksFrom } from './due.ts';
import { calls } from './flagging.ts';
import { readBy } from './read-by.ts';
import { readMessage, type Paging } from './triage-reading.ts';
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

/** The new row, with both clocks as the policy in force and its calendar reckon them, and as triage reads it. */
export function newEnquiry(
  said: Said,
  now: Temporal.Instant,
  policy: Policy,
  paging: Paging,
): NewRow<Enquiry> {
  const start = clockStart({ theirs: said.at, ingested: now, firstRead: said.firstRead });
  const clocks = clocksFrom(policy, start.received_at);
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
    ...clocks,
    ingested_at: now,
    heard_at: start.received_at,
    ...spottedAtReceipt(said, now, policy),
    ...untouched,
    ...asTriaged(said, { now, policy, paging, from: start.received_at, limit: clocks.limit_at }),
  };
}

interface Triaging {
  readonly now: Temporal.Instant;
  readonly policy: Policy;
  readonly paging: Paging;
  readonly from: Temporal.Instant;
  readonly limit: Temporal.Instant;
}

/** How grave it is and what it is about, and by when a person reads it. Whoever typed it in has read it. */
function asTriaged({ text, pictures, remote }: Said, { from, limit, ...at }: Triaging) {
  const { severity: risk, columns } = readMessage({ text, pictures: pictures.length }, at);
  const typed = remote === null;
  return {
    ...columns,
    risk,
    paged_at: calls(columns.tier, at.paging) ? at.now : null,
    read_by: readBy(at.policy, { risk, tier: columns.tier, from, limit }),
    unread: !typed,
    first_read_at: typed ? at.now : null,
  };
}

/** What nobody has done yet. */
const untouched = {
  follows: null,
  apart: false,
  text_at_receipt: null,
  mark: null,
  marked_at: null,
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
  unlocked_at: null,
  unlock_note: null,
  sampled: false,
  sample_verdict: null,
  sample_note: null,
} as const;
