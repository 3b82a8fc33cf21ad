import type { Row } from '#kernel/lifecycle.ts';

/** Why a delivery was set aside, as people read it. Nothing of what it held. */
export const reasons = {
  unreadable: 'It cannot be read',
  'not-taken': 'What it holds cannot be taken in',
  'not-connected': 'Its account is not connected any more',
  fault: 'Our own program failed at it',
} as const;
export type SetAsideWhy = keyof typeof reasons;

/** What another system handed in, as it came, until it is read. */
export interface Delivery extends Row {
  state: 'kept' | 'read' | 'set-aside' | 'put-away';
  /** Which connector reads it, such as `relay`. */
  network: string;
  account: string;
  account_name: string;
  /** Digest of what the other system calls this delivery: the same never comes in twice. */
  delivery: string;
  /** The bytes as they came, in base64; null once they were read or put away, since they hold what somebody wrote. */
  body: string | null;
  /** Digest of the network's id of the message that it was about, and when that message came to stand so. */
  message: string | null;
  message_at: Temporal.Instant | null;
  why: SetAsideWhy | null;
  /** When its bytes are wiped, while it is set aside. */
  wipe_at: Temporal.Instant | null;
}

/** This room's table. No other room reads it. */
export interface DeliveryTables {
  deliveries: Delivery;
}
