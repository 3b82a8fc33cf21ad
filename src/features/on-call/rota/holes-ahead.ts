import { need, type Reader } from '#kernel/need.ts';
import type { Policy } from '#policy/index.ts';
import { daysAhead, holesIn, isBefore, type Hole, type Stretch } from './cover.ts';
import { hoursOf } from './hours.ts';
import { coverOf, dutyPeopleAt, turnsWithin } from './needs.ts';

export interface HolesAhead {
  readonly within: Stretch;
  readonly holes: readonly Hole[];
  /** A hole that begins before this moment is warned of each day. */
  readonly warnUntil: Temporal.Instant;
}

/** The holes of the days that must be full, as the rota and its people stand now. */
export async function holesAheadOf(read: Reader, now: Temporal.Instant, policy: Policy): Promise<HolesAhead> {
  const { days, warnWithinDays } = policy.value('on-call.full-ahead');
  const within = daysAhead(now, days, policy.zone);
  const [turns, people] = await Promise.all([
    turnsWithin(read, within),
    dutyPeopleAt(read, { now, zone: policy.zone }),
  ]);
  return {
    within,
    holes: holesIn(hoursOf(policy), within, coverOf(turns, people)),
    warnUntil: daysAhead(now, warnWithinDays, policy.zone).to,
  };
}

export const holesAhead = need((read, { now, policy }) => holesAheadOf(read, now, policy));

/** Near enough to be warned of. */
export const isNear = (hole: Stretch, { warnUntil }: Pick<HolesAhead, 'warnUntil'>): boolean =>
  isBefore(hole.from, warnUntil);
