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
