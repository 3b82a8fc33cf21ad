import type { AnyCommand } from '#kernel/command.ts';
import type { Lifecycle, Step } from '#kernel/lifecycle.ts';
import type { Party } from '#kernel/party.ts';
import type { Askers } from '#kernel/question.ts';
import type { Role } from '#kernel/roles.ts';

/**
 * What the declarations say about somebody, read from the tables alone. The kernel is not asked on purpose: a
 * mistake in how it judges must show as a difference between this and what the doors answer.
 */
export interface Holding {
  /** False for the public. */
  readonly signedIn: boolean;
  /** Held everywhere. */
  readonly roles: readonly Role[];
  /** Held at the very place that the row names. */
  readonly rolesAtPlace: readonly Role[];
  /** The row names this person wherever its lifecycle looks for one. */
  readonly named: boolean;
  /** The row is a confidential one. */
  readonly guarded?: boolean;
}

/** What somebody is told, in the order in which it is asked. */
export type Verdict = 'sign in' | 'not seen' | 'not now' | 'not yours' | 'allowed';

export function holdsParty(party: Party, holding: Holding): boolean {
  switch (party.party) {
    case 'role':
      return holding.roles.includes(party.role);
    case 'roleAt':
      return holding.rolesAtPlace.includes(party.role);
    case 'self':
      return holding.named;
    case 'system':
      return false;
  }
}

const holdsAny = (parties: readonly Party[], holding: Holding): boolean =>
  parties.some((party) => holdsParty(party, holding));

export const maySee = ({ sight }: Lifecycle, holding: Holding): boolean =>
  holding.signedIn &&
  holdsAny(sight.see, holding) &&
  (holding.guarded !== true || holdsAny(sight.guarded?.only ?? [], holding));

export const mayAskThis = (askers: Askers, holding: Holding): boolean =>
  askers === 'public' || (holding.signedIn && holdsAny(askers, holding));

export const stepsOf = (command: AnyCommand): Step[] =>
  command.lifecycle.steps.filter((step) => step.by === command.verb);

/** Some person may ask for it; what only the program does, or only another act brings, has no address of its own. */
export const isForSomebody = (command: AnyCommand): boolean =>
  command.alone && stepsOf(command).some((step) => step.who.some((party) => party.party !== 'system'));

/** @param state the state of the row; undefined for a command that makes its row. */
export function verdictOn(command: AnyCommand, state: string | undefined, holding: Holding): Verdict {
  if (!holding.signedIn) return 'sign in';
  if (!command.alone) return 'not seen';
  if (state !== undefined && !maySee(command.lifecycle, holding)) return 'not seen';
  const step = stepsOf(command).find(({ from }) =>
    from === 'nothing' ? state === undefined : state !== undefined && from.includes(state),
  );
  if (!step) return 'not now';
  return holdsAny(step.who, holding) ? 'allowed' : 'not yours';
}
