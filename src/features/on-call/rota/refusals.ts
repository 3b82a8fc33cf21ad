import { refusals } from '#kernel/refusal.ts';

/** How the rota says no. */
export const refuse = refusals({
  'on-call.taken-already': {
    sentence: '{name} is on call from {from} to {to}: two shifts cannot share that time.',
    instead: 'Choose other times, or change that shift first.',
    status: 409,
    rule: 'on-call.rota',
  },
  'on-call.over': {
    sentence: 'This shift is over.',
    instead: 'Plan a new one. What was, stays as it was.',
    status: 409,
    rule: 'on-call.rota',
  },
  'on-call.under-way': {
    sentence: 'This shift has begun.',
    instead: 'Relieve the person, or let it end earlier or later.',
    status: 409,
    rule: 'on-call.rota',
  },
  'on-call.not-begun': {
    sentence: 'This shift has not begun.',
    instead: 'Change it, or ask for a swap.',
    status: 409,
    rule: 'on-call.rota',
  },
  'on-call.too-many-nights': {
    sentence: '{name} would be on call {nights} nights running; {most} are allowed.',
    instead: 'Put somebody else on, or leave a night between.',
    status: 409,
    rule: 'on-call.rest',
  },
  'on-call.swap-asked': {
    sentence: 'A swap of this shift has been asked for already.',
    instead: 'Take that one back first, or wait until somebody takes it.',
    status: 409,
    rule: 'on-call.swap',
  },
  'on-call.swap-of-other': {
    sentence: 'This shift was offered to {name} alone.',
    instead: 'Ask the person who offered it, or the senior communications manager.',
    status: 409,
    rule: 'on-call.swap',
  },
  'on-call.swap-own': {
    sentence: 'You asked for this swap yourself.',
    instead: 'Take it back, if you keep the shift after all.',
    status: 409,
    rule: 'on-call.swap',
  },
  'on-call.swap-overtaken': {
    sentence: 'The rota has changed since this swap was asked for.',
    instead: 'Look at the rota, and ask anew where it is still needed.',
    status: 409,
    rule: 'on-call.swap',
  },
  'on-call.nothing-due': {
    sentence: 'Nothing of the kind is due now.',
    instead: 'It comes by itself when it is due.',
    status: 409,
  },
  'on-call.not-for-you': {
    sentence: 'This note is for {name}, who follows.',
    instead: 'You may read it; whoever follows says that they have.',
    status: 409,
    rule: 'on-call.handover-note',
  },
});
