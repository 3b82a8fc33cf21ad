import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals({
  'people.not-yourself': {
    sentence: 'Nobody gives a role to themselves.',
    instead: 'Ask another administrator or the director of communications.',
    status: 403,
    rule: 'people.roles',
  },
  'people.director-gives': {
    sentence:
      'Only the director of communications gives the role “{role}”, because it may publish or speak for the organisation.',
    instead: 'Ask the director of communications.',
    status: 403,
    rule: 'register.corporate-team-only',
  },
  'people.has-left': {
    sentence: '{name} has left, so no role can be given.',
    instead: 'Bring them back first, if they have returned.',
    status: 409,
    rule: 'register.leavers',
  },
  'people.leaving-already': {
    sentence: '{name} is leaving already: their access ends by itself.',
    instead: 'Record that they left, where it must end at once.',
    status: 409,
    rule: 'register.leavers',
  },
  'people.not-leaving': {
    sentence: 'Nobody has said that {name} is leaving.',
    instead: 'There is nothing to take back.',
    status: 409,
    rule: 'register.leavers',
  },
  'people.review-open': {
    sentence: 'A review of access is open.',
    instead: 'Decide about each role in it, and confirm it.',
    status: 409,
    rule: 'register.access-review',
  },
  'people.no-review': {
    sentence: 'No review of access is open.',
    instead: 'Ask the director of communications to begin one.',
    status: 409,
    rule: 'register.access-review',
  },
  'people.undecided': {
    sentence: 'Roles without a decision: {count}.',
    instead: 'Keep or remove each of them first.',
    status: 409,
    rule: 'register.access-review',
  },
  'people.not-own-access': {
    sentence: 'Nobody decides about their own access.',
    instead: 'The director decides about everybody else, and an executive director about the director.',
    status: 403,
    rule: 'register.access-review',
  },
  'people.director-decides': {
    sentence: 'The director of communications decides about this access.',
    instead: 'Ask the director of communications. An executive director decides about the director’s own.',
    status: 403,
    rule: 'register.access-review',
  },
  'people.nothing-to-decide': {
    sentence: 'There is nothing to decide here any more: the role has ended, or the review is over.',
    instead: 'Look at the review as it stands now.',
    status: 409,
    rule: 'register.access-review',
  },
  'people.not-removed': {
    sentence: 'No open review has removed this role.',
    instead: 'Remove it in the review of access, or take the role back.',
    status: 409,
    rule: 'register.access-review',
  },
  'people.has-it': {
    sentence: '{name} has this role already.',
    instead: 'Take it back first to give it with other dates.',
    status: 409,
    rule: 'people.roles',
  },
  'people.own-password': {
    sentence: 'Nobody makes a sign-in code for themselves.',
    instead: 'Change your password on the page of your account, or ask another administrator.',
    status: 403,
    rule: 'people.sign-in',
  },
  'people.code-over': {
    sentence: 'This sign-in code is too old.',
    instead: 'Ask an administrator for a new one.',
    status: 409,
    rule: 'people.sign-in',
  },
});
