import { effect, event } from '#kernel/event.ts';

export const personAdded = event<{ person: string }>('people.person-added');
export const personLeft = event<{ person: string }>('people.person-left');
export const leaverFlagged = event<{ person: string }>('people.leaver-flagged');
export const rolesChanged = event<{ person: string; role: string }>('people.roles-changed');

/** End every session of this person: what they may do has changed. */
export const endSessions = effect<{ person: string }>('people.end-sessions');
