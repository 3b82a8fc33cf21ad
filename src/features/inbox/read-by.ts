import { dueTimes } from '#calendar/due.ts';
import type { Policy } from '#policy/index.ts';
import { closeOfWorkingDay, earlierOf } from './due.ts';
import { openHours } from './hours.ts';
import type { Tier } from './triage-words.ts';

export interface ToBeRead {
  readonly risk: number;
  readonly tier: Tier | null;
  /** From when it counts. */
  readonly from: Temporal.Instant;
  /** When the answer is due: nothing is read later than that. */
  readonly limit: Temporal.Instant;
}

/** By when a person reads something, whatever triage says of it. */
export function readBy(policy: Policy, { risk, tier, from, limit }: ToBeRead): Temporal.Instant {
  const soon = policy.value('inbox.read-within');
  const at = (): Temporal.Instant => {
    if (tier === 'page') return from.add({ minutes: soon.pagedMinutes });
    if (risk <= 1) return from.add({ minutes: soon.gravestMinutes });
    if (risk === 2) return counted(policy, from, soon.urgentMinutes);
    if (risk === 3) return counted(policy, from, soon.ordinaryMinutes);
    return soon.least === 'next-working-day' ? closeOfWorkingDay(policy, from, 1) : limit;
  };
  return earlierOf(at(), limit);
}

function counted(policy: Policy, from: Temporal.Instant, targetMinutes: number): Temporal.Instant {
  const { counts } = policy.value('inbox.read-within');
  const { beforeOpening } = policy.value('inbox.out-of-hours');
  const { hours } = openHours(policy);
  return dueTimes({
    received: from,
    targetMinutes,
    hours,
    counts,
    outOfHours: 'next-opening-clock',
    beforeOpening,
  }).aimAt;
}
