import { refusals } from '#kernel/refusal.ts';

/** How paging says no. */
export const refuse = refusals({
  'on-call.not-due': {
    sentence: 'The next person is not woken yet.',
    instead: 'Wait: it happens by itself at its time.',
    status: 409,
    rule: 'paging.escalation',
  },
  'on-call.being-sent': {
    sentence: 'This message is being sent at this moment.',
    instead: 'Wait until the channel has answered.',
    status: 409,
  },
  'on-call.no-longer-wanted': {
    sentence: 'Somebody has it already, so nobody else is woken.',
    instead: 'Look at the page to see who.',
    status: 409,
    rule: 'paging.acknowledge',
  },
  'on-call.overtaken': {
    sentence: 'Another attempt to send this has begun.',
    instead: 'Leave it to that attempt.',
    status: 409,
  },
  'on-call.no-digest-due': {
    sentence: 'No digest is due.',
    instead: 'Look at the list of the night itself.',
    status: 409,
    rule: 'paging.digest',
  },
  'on-call.no-one-above': {
    sentence: 'Nobody further up can be woken for this.',
    instead: 'Ring somebody: the numbers are on your own list of contacts.',
    status: 409,
    rule: 'paging.escalation',
  },
  'on-call.no-way-given': {
    sentence: 'Neither a number nor an address was given.',
    instead: 'Give one of them, better both.',
    status: 409,
    rule: 'paging.contact',
  },
});
