import type { Lifecycle } from '#kernel/lifecycle.ts';
import { role } from '#kernel/party.ts';
import { holds, sees, type Standing } from '#kernel/rights.ts';

/** The auditor reads the history of everything, except where a kind of thing is kept from everybody but a few. */
export const readsEverything = (of: Lifecycle, standing: Standing): boolean =>
  of.sight.guarded === undefined && holds(role('auditor'), standing, undefined);

/** Are entries about this kind of thing listed for this person? Of what is guarded not even that it happened. */
export const mayList = (of: Lifecycle | undefined, standing: Standing): boolean =>
  of?.sight.guarded === undefined || of.sight.guarded.only.some((party) => holds(party, standing, undefined));

/** Could this person open every thing of this kind? Where it hangs on the thing, no link is shown in a list. */
export const mayOpen = (of: Lifecycle | undefined, standing: Standing): boolean =>
  of !== undefined && (readsEverything(of, standing) || sees(of.sight, standing, {}));

/** Does this person's own work take steps of this kind? Then they read their colleagues' names on it. */
export const worksOn = (of: Lifecycle | undefined, standing: Standing): boolean =>
  of !== undefined &&
  of.steps
    .flatMap((step) => step.who)
    .some((party) => party.party === 'role' && party.role !== 'staff' && holds(party, standing, undefined));
