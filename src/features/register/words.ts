import type { Row } from '#kernel/lifecycle.ts';

/** A named profile on a network: ours, or one that we know of. Never a person's private account, unless they entered it. */
export interface Account extends Row {
  state: 'entered' | 'connected' | 'blind' | 'closed';
  network: string;
  /** As the network writes it, without `@`; null until the organisation has entered it. */
  handle: string | null;
  name: string;
  kind: AccountKind;
  purpose: string;
  audience: string;
  owner: string | null;
  deputy: string | null;
  custody_note: string;
  recovery_contact: string;
  second_factor: 'on' | 'off' | 'not-known';
  verified_how: string | null;
  verified_by: string | null;
  verified_on: Temporal.PlainDate | null;
  check_due_on: Temporal.PlainDate | null;
  /** Which connector reads it; `manual` where a person does. */
  connector: string;
  /** Where its server is, as an origin. */
  address: string | null;
  /** The network's secrets, sealed. Leaves this room only to the worker. */
  sealed_keys: string | null;
  /** The secret before, sealed, while both count: another system is being given the new one. */
  sealed_keys_before: string | null;
  cursor: string | null;
  polled_at: Temporal.Instant | null;
  first_read_at: Temporal.Instant | null;
  blind_since: Temporal.Instant | null;
  blind_why: string | null;
  closed_why: string | null;
}

/** An account that was just entered: never checked, never connected. */
export const notConnected = {
  verified_how: null,
  verified_by: null,
  verified_on: null,
  check_due_on: null,
  connector: 'manual',
  address: null,
  sealed_keys: null,
  sealed_keys_before: null,
  cursor: null,
  polled_at: null,
  first_read_at: null,
  blind_since: null,
  blind_why: null,
  closed_why: null,
} as const;

export const accountKinds = {
  corporate: 'Corporate',
  departmental: 'Departmental',
  professional: 'Professional, entered by its owner',
  unauthorised: 'Not approved',
  impersonating: 'Pretends to be us',
} as const;
export type AccountKind = keyof typeof accountKinds;

/** Kinds that speak for the organisation. */
export const officialKinds = ['corporate', 'departmental'] as const;

export interface RegisterTables {
  accounts: Account;
}
