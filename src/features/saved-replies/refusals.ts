import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals({
  'saved-replies.stale-contact': {
    sentence: 'Nobody has checked the contact “{entry}” for too long.',
    instead: 'Look at it in the directory first; then agree this reply.',
    status: 409,
    rule: 'inbox.signpost',
  },
});
