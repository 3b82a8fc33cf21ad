import type { Policy } from '#policy/index.ts';
import type { Refused } from '#kernel/refusal.ts';
import type { Standing } from '#kernel/rights.ts';
import type { Holder } from './needs.ts';
import { refuse } from './refusals.ts';

/** `14:30`, in the policy's zone. */
export const clockTime = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** A refusal while somebody else's lease runs: two people never answer the same person at once. */
export function refuseHeld(given: {
  readonly needs: { readonly holder: Holder | undefined };
  readonly policy: Policy;
}): Refused | undefined {
  const { holder } = given.needs;
  return (
    holder && refuse('inbox.held', { who: holder.name, until: clockTime(holder.until, given.policy.zone) })
  );
}

/** The columns of a lease that begins now. A system holds none. */
export function leaseFrom(
  standing: Standing,
  now: Temporal.Instant,
  policy: Policy,
): { claimed_by?: string; claimed_until?: Temporal.Instant } {
  if (standing.actor.kind !== 'person') return {};
  const { leaseMinutes } = policy.value('inbox.claim');
  return { claimed_by: standing.actor.id, claimed_until: now.add({ minutes: leaseMinutes }) };
}

export const nobodyHolds = { claimed_by: null, claimed_until: null } as const;
