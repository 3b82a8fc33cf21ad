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
});
