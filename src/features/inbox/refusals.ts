import { refusals } from '#kernel/refusal.ts';

/** How this room says no. */
export const refuse = refusals({
  'inbox.held': {
    sentence: '{who} is working on this until {until}.',
    instead: 'Wait until then, or ask them to release it.',
    status: 409,
    rule: 'inbox.claim',
  },
  'inbox.locked': {
    sentence: 'This is a legal matter or a complaint, so nothing may be said about it in words of your own.',
    instead:
      'Use a saved reply that says nothing of the matter, signpost to who deals with it, or ask governance to let it be answered.',
    status: 409,
    rule: 'inbox.locked',
  },
  'inbox.not-locked': {
    sentence: 'This is not locked: whoever answers the public may answer it.',
    instead: 'Nothing needs doing.',
    status: 409,
    rule: 'inbox.locked',
  },
  'inbox.nothing-masked': {
    sentence: 'Nothing is masked here that you do not see already.',
    instead: 'Read the message as it stands.',
    status: 409,
    rule: 'details.masked',
  },
  'inbox.no-pictures': {
    sentence: 'It has no pictures.',
    instead: 'Read the message as it stands.',
    status: 409,
    rule: 'details.noticed',
  },
  'inbox.kept-by-hold': {
    sentence: 'It is kept for a hold, so nothing may delete it.',
    instead: 'The governance team lifts the hold once it is no longer needed.',
    status: 409,
    rule: 'details.held',
  },
  'inbox.reply-quotes': {
    sentence: 'A reply that repeats these details is still on its way.',
    instead: 'It is deleted as soon as that reply has gone out or was dropped.',
    status: 409,
    rule: 'details.deleted',
  },
  'inbox.stale-signpost': {
    sentence: 'Nobody has checked “{entry}” for more than {days} days.',
    instead: 'Check that it is still right, tick that you did, and send it again.',
    status: 409,
    rule: 'inbox.signpost',
  },
  'inbox.nobody-there': {
    sentence: '{department} does not answer enquiries.',
    instead: 'Choose a department that does, or signpost the person to it instead.',
    status: 409,
    rule: 'inbox.pass-on',
  },
  'inbox.no-question': {
    sentence: 'We have not asked them anything yet, so we cannot be waiting for their answer.',
    instead: 'Ask them your question first. Once it has been sent, this waits for them by itself.',
    status: 409,
    rule: 'inbox.waiting-on-them',
  },
  'inbox.no-reply-on-record': {
    sentence: 'It cannot be closed as {reason}: no such reply of ours is on record.',
    instead: 'Reply first, or choose the reason that is true.',
    status: 409,
    rule: 'inbox.close-with-reason',
  },
  'inbox.every-law-clock': {
    sentence: 'Every clock of the law that this may start has been started.',
    instead: 'Look beside the message when each of them ends.',
    status: 409,
    rule: 'inbox.clocks-of-law',
  },
  'inbox.no-law-clock': {
    sentence: 'No clock of the law runs for this.',
    instead: 'Start one first, where they ask for something that the law gives a time limit.',
    status: 409,
    rule: 'inbox.clocks-of-law',
  },
  'inbox.reply-alone': {
    sentence: 'A reply cannot be kept by itself.',
    instead: 'Reply, signpost, ask or pass on from the enquiry: the reply is kept with it.',
    status: 409,
    rule: 'inbox.answer',
  },
  'inbox.being-sent': {
    sentence: 'This reply is being sent at this moment.',
    instead: 'Wait until the network has answered.',
    status: 409,
  },
  'inbox.not-yet': {
    sentence: 'The network asked us to wait before this is sent.',
    instead: 'It goes by itself as soon as the network lets us.',
    status: 409,
  },
  'inbox.overtaken': {
    sentence: 'Another attempt to send this reply has begun.',
    instead: 'Leave it to that attempt.',
    status: 409,
  },
  'inbox.gravest': {
    sentence: 'Nothing is graver than this already is.',
    instead: 'Deal with it, or lower it and say why.',
    status: 409,
    rule: 'inbox.triage',
  },
  'inbox.least-grave': {
    sentence: 'Nothing is less grave than this already is.',
    instead: 'Leave it as it is, or raise it.',
    status: 409,
    rule: 'inbox.lower-severity',
  },
  'inbox.it-did-call': {
    sentence: 'Triage did say that somebody must be called for this.',
    instead: 'If that was needless, say so.',
    status: 409,
    rule: 'inbox.triage-marks',
  },
  'inbox.it-did-not-call': {
    sentence: 'Triage did not say that anybody must be called for this.',
    instead: 'If it should have, say so.',
    status: 409,
    rule: 'inbox.triage-marks',
  },
  'inbox.no-mark': {
    sentence: 'Nobody has said anything of triage about this message.',
    instead: 'Say where it was wrong, if it was.',
    status: 409,
    rule: 'inbox.triage-marks',
  },
});
