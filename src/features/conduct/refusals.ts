import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals({
  'conduct.not-public': {
    sentence: 'Only we can see this message, so there is nothing to hide.',
    instead: 'Warn the person, or take another step.',
    status: 409,
    rule: 'conduct.in-steps',
  },
  'conduct.no-network': {
    sentence: 'This did not come over a network, so nothing can be done there.',
    instead: 'Deal with it as your organisation deals with such a letter or call.',
    status: 409,
    rule: 'conduct.in-steps',
  },
  'conduct.nobody-known': {
    sentence: 'The network does not say who wrote this.',
    instead: 'Hide it, or report it to the network.',
    status: 409,
    rule: 'conduct.in-steps',
  },
  'conduct.not-a-block': {
    sentence: 'Only a block has a day of review.',
    instead: 'Take this measure back when it is no longer needed.',
    status: 409,
    rule: 'conduct.block',
  },
  'conduct.review-passed': {
    sentence: 'Its day of review, {day}, is not to come any more.',
    instead: 'Drop it, and ask for a new block if it is still needed.',
    status: 409,
    rule: 'conduct.block',
  },
  'conduct.under-review': {
    sentence: 'A review was asked for already, and waits for a decision.',
    instead: 'Somebody who did not take the measure decides.',
    status: 409,
    rule: 'conduct.review',
  },
  'conduct.no-review-asked': {
    sentence: 'Nobody has asked for a review of this.',
    instead: 'Record first that the person asked for one.',
    status: 409,
    rule: 'conduct.review',
  },
  'conduct.not-of-details': {
    sentence: 'This does not hide somebody’s details.',
    instead: 'Warn the person, if something is to be said.',
    status: 409,
    rule: 'conduct.details-hidden',
  },
  'conduct.being-done': {
    sentence: 'Somebody is carrying this out at the moment.',
    instead: 'Wait a little, and look again.',
    status: 409,
  },
  'conduct.not-yet': {
    sentence: 'The network asked us to wait.',
    instead: 'It goes on by itself.',
    status: 409,
  },
  'conduct.overtaken': {
    sentence: 'Another attempt has taken this over.',
    instead: 'What that one finds is recorded.',
    status: 409,
  },
});
