import type { Row } from '#kernel/lifecycle.ts';

/** Who may be woken, by the rota or by their role; `team` is a room that several people read. */
export const wakeable = {
  duty: 'the manager on call',
  deputy: 'the deputy',
  director: 'the director',
  team: 'the team',
  'senior-manager': 'the senior managers',
} as const;
export type Who = keyof typeof wakeable;
export const isWho = (word: string): word is Who => word in wakeable;

export type Channel = 'text' | 'email' | 'team';

/** How a page ends. `closed`: the enquiry came to its end elsewhere. */
export const decisions = {
  replied: 'Replied',
  hidden: 'Hidden',
  called: 'Called somebody',
  wait: 'Waits until the morning',
  closed: 'Closed in the inbox',
} as const;
export type Decided = keyof typeof decisions;

/** Somebody is woken about an enquiry, until one says that they have it, and decides. */
export interface Page extends Row {
  state: 'ringing' | 'acknowledged' | 'decided';
  enquiry: string;
  in_hours: boolean;
  severity: number;
  /** The policy's id of what it seems to be about. */
  lead: string;
  network: string;
  received_at: Temporal.Instant;
  /** The last step taken, and the moment from which the steps are reckoned. */
  rung: number;
  ladder_from: Temporal.Instant;
  next_at: Temporal.Instant | null;
  /** Nobody stood in the rota when it began. */
  hole: boolean;
  fault_at: Temporal.Instant | null;
  paged_at: Temporal.Instant | null;
  acknowledged_by: string | null;
  acknowledged_at: Temporal.Instant | null;
  decision: Decided | null;
  decided_by: string | null;
  decided_at: Temporal.Instant | null;
  for_nothing: boolean | null;
  judged_by: string | null;
}

/** What somebody decided about a page, with the reason in their own words. */
export interface PageDecision extends Row {
  state: 'made';
  page: string;
  verb: Decided | 'escalated';
  person: string | null;
  reason: string;
  /** Whom they called, or whom they woke. */
  detail: string | null;
}

/** What a message is about: a row of that kind. */
export const abouts = {
  page: 'Somebody is woken',
  digest: 'What can wait, together',
  danger: 'Somebody was in danger',
  'test-page': 'The test of the week',
  contact: 'A test of a number or address',
} as const;
export type About = keyof typeof abouts;

/** One message to one person, or to the team's room. Taken is not delivered, and delivered is not acknowledged. */
export interface PageMessage extends Row {
  state: 'waiting' | 'sending' | 'taken' | 'delivered' | 'failed';
  about: About;
  subject: string;
  rung: number;
  who: Who;
  /** Null for the team's room. */
  person: string | null;
  channel: Channel;
  round: number;
  attempts: number;
  sending_until: Temporal.Instant | null;
  not_before: Temporal.Instant | null;
  remote: string | null;
  accepted_at: Temporal.Instant | null;
  delivered_at: Temporal.Instant | null;
  failed_at: Temporal.Instant | null;
  why: string | null;
  look_at: Temporal.Instant | null;
}

/** To be looked at first, but nobody is woken for it. */
export interface NightItem extends Row {
  state: 'noted';
  enquiry: string;
  in_hours: boolean;
  severity: number;
  lead: string;
  network: string;
  received_at: Temporal.Instant;
}

export interface NightDigest extends Row {
  state: 'sent';
  slot: Temporal.Instant;
  items: number;
  person: string | null;
}

export const calledWhom = {
  '999': '999',
  'site-security': 'The control room or security of a site',
  police: 'The police, not as an emergency',
  'another-body': 'Another body',
  nobody: 'Nobody: it was not needed',
} as const;

export interface Danger extends Row {
  state: 'told';
  enquiry: string | null;
  reported_by: string;
  called: keyof typeof calledWhom;
  reference: string | null;
  note: string;
  told: boolean;
}

export interface DutyContact extends Row {
  state: 'given' | 'confirmed';
  person: string;
  sealed_phone: string | null;
  sealed_email: string | null;
  confirmed_at: Temporal.Instant | null;
}

/** The tables of paging. No other room reads them. */
export interface PagingTables {
  pages: Page;
  page_decisions: PageDecision;
  page_messages: PageMessage;
  night_items: NightItem;
  night_digests: NightDigest;
  dangers: Danger;
  duty_contacts: DutyContact;
}
