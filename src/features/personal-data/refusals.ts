import { refusals } from '#kernel/refusal.ts';

/** How this room says no. */
export const refuse = refusals({
  'personal-data.not-yet': {
    sentence: 'It is not to be deleted yet.',
    instead: 'The program deletes it by itself on its day.',
    status: 409,
    rule: 'details.deleted',
  },
  'personal-data.on-hold': {
    sentence: 'A hold stands on it, so nothing deletes it.',
    instead: 'The governance team lifts the hold once the case no longer needs it.',
    status: 409,
    rule: 'details.held',
  },
  'personal-data.settled': {
    sentence: 'Somebody has dealt with it on its network already.',
    instead: 'Look at who did, and when, beside it.',
    status: 409,
    rule: 'details.deleted',
  },
  'personal-data.not-picked': {
    sentence: 'It is not among those that are looked at again.',
    instead: 'Look at the list of this week’s spot check.',
    status: 409,
    rule: 'details.spot-check',
  },
});
