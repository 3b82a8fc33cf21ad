import { effect, event } from '#kernel/event.ts';

type Done = { measure: string; enquiry: string; at: string };

/** Others do not see it any more. `details`: because it showed somebody’s. `at` is an ISO 8601 instant, here and below. */
export const messageHidden = event<Done & { details: boolean }>('conduct.hidden');
export const authorWarned = event<Done>('conduct.warned');
export const authorRestricted = event<Done>('conduct.restricted');
export const authorBlocked = event<Done>('conduct.blocked');
export const reportedToNetwork = event<Done>('conduct.reported');
/** A measure that lasted is over. */
export const measureEnded = event<Done & { kind: string; why: string }>('conduct.ended');

/** Do this on the network, or take it back. The row holds everything; the sender looks after any doubt. */
export const carryOut = effect<{ measure: string }>('conduct.carry-out');
