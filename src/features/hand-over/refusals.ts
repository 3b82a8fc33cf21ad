import { refusals } from '#kernel/refusal.ts';

/** How this room says no. */
export const refuse = refusals({
  'hand-over.deleted': {
    sentence: 'The message was deleted, and the copy of it with it.',
    instead: 'What was done about it stands in the history.',
    status: 409,
    rule: 'details.deleted',
  },
  'hand-over.link-alone': {
    sentence: 'A link cannot be kept by itself.',
    instead: 'Make it from the page of what is handed over.',
    status: 409,
    rule: 'handover.link',
  },
  'hand-over.no-address': {
    sentence: 'No address is known to which a letter could go.',
    instead: 'Make a link and give it to them by hand, or put an address into the directory.',
    status: 409,
    rule: 'handover.link',
  },
  'hand-over.not-a-question': {
    sentence: 'This was not given to be answered.',
    instead: 'Say that you have it.',
    status: 409,
    rule: 'handover.to-department',
  },
  'hand-over.not-by-hand': {
    sentence:
      'Only they themselves can say that they have somebody’s details: with that the details are wiped here.',
    instead: 'Ask them to press the button on the page that the link opens.',
    status: 409,
    rule: 'handover.details',
  },
  'hand-over.no-enquiry': {
    sentence: 'There is no message here that this could be about.',
    instead: 'Open the message in the inbox, and begin from there.',
    status: 409,
    rule: 'handover.escalate',
  },
  'hand-over.look-first': {
    sentence: 'Nobody has looked yet at what would be sent.',
    instead: 'Look at the copy first. Then send it, or throw it away and prepare another.',
    status: 409,
    rule: 'handover.partners',
  },
  'hand-over.stale-partner': {
    sentence: 'Nobody has checked the entry of {partner} for more than {days} days.',
    instead: 'Check it on the page of partners, then prepare the copy again.',
    status: 409,
    rule: 'handover.partners',
  },
  'hand-over.wiped': {
    sentence: 'What was handed over is no longer here: it was wiped.',
    instead: 'What was done and when still stands in the record.',
    status: 409,
    rule: 'handover.details',
  },
});
