import type { Who } from './words.ts';

/** One step of the policy: whom to wake, and how many minutes after the first. */
export interface Rung {
  readonly afterMinutes: number;
  readonly who: Who;
}

/** Who is there to be woken, by id. A room has no ids: `room` says that it can be reached. */
export type There = Readonly<Record<Exclude<Who, 'team'>, readonly string[]>>;

/** A step that is taken now. */
export interface Step {
  readonly rung: number;
  readonly who: Who;
  /** Empty for the team's room. */
  readonly people: readonly string[];
  /** The moment from which the steps are reckoned: earlier than before where steps were left out. */
  readonly ladderFrom: Temporal.Instant;
  /** When the next one is due, whoever will be there for it then; undefined where this is the last. */
  readonly nextAt: Temporal.Instant | undefined;
  /** Nobody was there for the step whose turn it was, so this one is taken in its place. */
  readonly leftOut: boolean;
}

const isThere = ({ who }: Rung, there: There): boolean => who === 'team' || there[who].length > 0;

/**
 * The next step. Where nobody is there for it, the one after it is taken at once, and what follows comes as much
 * earlier: a hole in the rota costs nobody ten minutes.
 * @param taken the last step that was taken; -1 for none yet. @param at when this step is due or, where it is late, now.
 * @returns undefined where no step is left.
 */
export function nextStep(
  rungs: readonly Rung[],
  there: There,
  { taken, ladderFrom, at }: { taken: number; ladderFrom: Temporal.Instant; at: Temporal.Instant },
): Step | undefined {
  const wanted = taken + 1;
  const rung = rungs.findIndex((one, index) => index >= wanted && isThere(one, there));
  const found = rungs[rung];
  if (!found) return undefined;
  const from = rung === wanted ? ladderFrom : at.subtract({ minutes: found.afterMinutes });
  const following = rungs[rung + 1];
  return {
    rung,
    who: found.who,
    people: found.who === 'team' ? [] : there[found.who],
    ladderFrom: from,
    nextAt: following && from.add({ minutes: following.afterMinutes }),
    leftOut: rung !== wanted,
  };
}
