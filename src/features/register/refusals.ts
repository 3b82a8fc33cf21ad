import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals({
  'register.no-handle': {
    sentence: 'This account has no handle yet, so it cannot be connected.',
    instead: 'Enter its handle first, under “Change details”.',
    status: 409,
    rule: 'register.corporate-accounts',
  },
});
