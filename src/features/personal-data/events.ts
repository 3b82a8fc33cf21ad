import { event } from '#kernel/event.ts';

type About = { removal: string; enquiry: string };

/** A named receiver is to get them. Who, and why, stands in the row; `before` is the hand-over that this one takes over from. */
export const detailsPassedOn = event<About & { department: string; before: string | null }>(
  'personal-data.passed-on',
);
/** Nobody has confirmed that they have them: the team is reminded, or information governance is told. */
export const detailsUnconfirmed = event<About & { stage: 'reminded' | 'told' }>('personal-data.unconfirmed');
/** They are nobody’s. */
export const detailsDismissed = event<About>('personal-data.dismissed');
/** The message’s words are to be deleted now. */
export const erasureBegun = event<About>('personal-data.erasure-begun');
/** Everything that we had of them is deleted; the proof stays. */
export const detailsErased = event<About>('personal-data.erased');
/** Somebody has dealt with the message on its own network. */
export const outsideSettled = event<About>('personal-data.outside-settled');
export const holdPlaced = event<{ hold: string; enquiry: string }>('personal-data.hold-placed');
export const holdLifted = event<{ hold: string; enquiry: string }>('personal-data.hold-lifted');
