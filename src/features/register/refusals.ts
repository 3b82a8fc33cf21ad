import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals({
  'register.all-entered': {
    sentence: 'Every account that the policy lists is in the register.',
    instead: 'Enter any other account by itself.',
    status: 409,
    rule: 'register.corporate-accounts',
  },
  'register.no-handle': {
    sentence: 'This account has no handle yet, so it cannot be connected.',
    instead: 'Enter its handle first, under “Change details”.',
    status: 409,
    rule: 'register.corporate-accounts',
  },
  'register.no-webhook': {
    sentence: 'This account is not connected through another system, so it has no secret to renew.',
    instead: 'Connect another system first.',
    status: 409,
  },
  'register.one-secret': {
    sentence: 'This account has one secret only, so there is no old one to end.',
    instead: 'Make a new secret first; the old one counts until you end it.',
    status: 409,
  },
});
