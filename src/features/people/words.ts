import type { Row } from '#kernel/lifecycle.ts';

/** Somebody whom the policy covers. */
export interface Person extends Row {
  state: 'active' | 'left';
  name: string;
  /** Lower case; how they sign in, never how they are recognised by another system. */
  email: string;
  /** One of the kinds that the policy covers. */
  kind: string;
  team: string | null;
  /** Last day of the contract: access ends when that day ends. */
  ends_on: Temporal.PlainDate | null;
  /** Who answers for an outsider. */
  sponsor: string | null;
  /** Set by the person who says that somebody is leaving; the access review counts from it. */
  leaver_flagged_at: Temporal.Instant | null;
  /** A leaver's last moment with access, by the policy's working days; null for whoever is not leaving. */
  access_ends_at: Temporal.Instant | null;
  left_at: Temporal.Instant | null;
}

export interface Team extends Row {
  state: 'active' | 'closed';
  name: string;
}

/** A role given to a person, everywhere or at one place, from a moment and perhaps until one. */
export interface GivenRole extends Row {
  state: 'given' | 'ended';
  person: string;
  role: string;
  /** `everywhere`, or the id of a place. */
  at: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant | null;
  given_by: string | null;
  ended_at: Temporal.Instant | null;
}

/** Which sign-in of another system is which person: keyed by issuer and subject, never by e-mail. */
export interface Identity extends Row {
  state: 'linked' | 'unlinked';
  person: string;
  issuer: string;
  subject: string;
}

/** The director goes through who has access to the organisation's accounts: each holder is kept or removed. */
export interface AccessReview extends Row {
  state: 'due' | 'confirmed';
  /** The last day on which it is in time. */
  due_on: Temporal.PlainDate;
  confirmed_on: Temporal.PlainDate | null;
  confirmed_by: string | null;
  /** When the next one opens, and its last day; known once this one is confirmed. */
  next_opens_on: Temporal.PlainDate | null;
  next_due_on: Temporal.PlainDate | null;
}

/** One role of one person in one review: kept, or removed. */
export interface AccessCheck extends Row {
  state: 'open' | 'kept' | 'removed';
  review: string;
  person: string;
  /** The grant that is kept or ended. */
  given_role: string;
  /** What it was when the review opened. */
  role: string;
  at: string;
  decided_by: string | null;
  decided_at: Temporal.Instant | null;
}

export interface Department extends Row {
  state: 'active' | 'closed';
  name: string;
  /** What the public may be told. */
  public_contact: string;
  /** Where what is passed on is sent; never shown outside. */
  internal_contact: string;
  hours: string;
  /** Takes enquiries and answers people itself. */
  answers: boolean;
  checked_on: Temporal.PlainDate;
}

/** One line of the signpost directory: a topic and the right door for it. */
export interface SignpostEntry extends Row {
  state: 'active' | 'closed';
  topic: string;
  /** Words by which it is suggested. */
  words: string;
  department: string | null;
  contact: string;
  url: string | null;
  hours: string;
  checked_on: Temporal.PlainDate;
}

/** One person has read and acknowledged one version of the policy. */
export interface Acknowledgement extends Row {
  state: 'acknowledged';
  person: string;
  version_read: string;
  method: 'page' | 'paper' | 'session';
  at: Temporal.Instant;
}

/** This room's tables. No other room reads them. */
export interface PeopleTables {
  people: Person;
  teams: Team;
  grants: GivenRole;
  identities: Identity;
  access_reviews: AccessReview;
  access_checks: AccessCheck;
  departments: Department;
  signposts: SignpostEntry;
  acknowledgements: Acknowledgement;
}
