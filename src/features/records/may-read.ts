import type { Lifecycle } from '#kernel/lifecycle.ts';
import { role } from '#kernel/party.ts';
import { holds, sees, type Standing } from '#kernel/rights.ts';

/** Of what is kept secret not even its history is read. What is only hidden for a time is no secret. */
const isSecret = (of: Lifecycle): boolean =>
  of.sight.guarded !== undefined && of.sight.guarded.known !== true;

/** The auditor reads the history of everything, except where a kind of thing is kept from everybody but a few. */
export const readsEverything = (of: Lifecycle, standing: Standing): boolean =>
  !isSecret(of) && holds(role('auditor'), standing, undefined);

/** Are entries about this kind of thing listed for this person? Of what is guarded not even that it happened. */
export const mayList = (of: Lifecycle | undefined, standing: Standing): boolean =>
  of === undefined ||
  !isSecret(of) ||
  of.sight.guarded?.only.some((party) => holds(party, standing, undefined)) === true;

/** Could this person open every thing of this kind? Where it hangs on the thing, no link is shown in a list. */
export const mayOpen = (of: Lifecycle | undefined, standing: Standing): boolean =>
  of !== undefined && (readsEverything(of, standing) || sees(of.sight, standing, {}));

/** Does this person's own work take steps of this kind? Then they read their colleagues' names on it. */
export const worksOn = (of: Lifecycle | undefined, standing: Standing): boolean =>
  of !== undefined &&
  of.steps
    .flatMap((step) => step.who)
    .some((party) => party.party === 'role' && party.role !== 'staff' && holds(party, standing, undefined));
