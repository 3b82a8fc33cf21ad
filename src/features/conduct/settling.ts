import {
  authorBlocked,
  authorRestricted,
  authorWarned,
  carryOut,
  measureEnded,
  messageHidden,
  reportedToNetwork,
} from './events.ts';
import { lasting, type EndReason, type Measure } from './words.ts';

/** Where it goes first, and who is woken: the sender, or a person. */
export const toBeDone = (id: string, { by_hand }: Pick<Measure, 'by_hand'>) =>
  by_hand
    ? { to: 'by-hand' as const, send: [] }
    : { to: 'waiting' as const, send: [carryOut({ measure: id })] };

/** It is so on the network, or it is so no longer: what follows, and who is told. */
export function settled(id: string, row: Readonly<Measure>, now: Temporal.Instant) {
  const to = row.undoing
    ? ('ended' as const)
    : lasting.includes(row.kind)
      ? ('in-force' as const)
      : ('done' as const);
  return {
    to,
    set: {
      carrying_until: null,
      not_before: null,
      in_doubt: false,
      held_why: null,
      refused_why: null,
      ...(row.undoing ? { ended_at: now, undoing: false, author: null } : { done_at: now }),
    },
    event: told(id, row, now),
    facts: { kind: row.kind, enquiry: row.enquiry, at: now.toString() },
  };
}

function told(id: string, row: Readonly<Measure>, now: Temporal.Instant) {
  const ids = { measure: id, enquiry: row.enquiry, at: now.toString() };
  if (row.undoing) return measureEnded({ ...ids, kind: row.kind, why: row.ends_why ?? 'lifted' });
  switch (row.kind) {
    case 'hide':
      return messageHidden({ ...ids, details: row.details });
    case 'warn':
      return authorWarned(ids);
    case 'restrict':
      return authorRestricted(ids);
    case 'block':
      return authorBlocked(ids);
    case 'report':
      return reportedToNetwork(ids);
  }
}

/** Takes back what lasts. */
export function takingBack(id: string, row: Readonly<Measure>, why: EndReason) {
  return {
    ...toBeDone(id, row),
    set: { undoing: true, ends_why: why, attempts: 0, in_doubt: false, held_why: null, refused_why: null },
    facts: { kind: row.kind, enquiry: row.enquiry, why },
  };
}
