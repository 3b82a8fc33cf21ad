import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role } from '#kernel/party.ts';
import type { SavedReply } from './words.ts';

export const writers = [
  role('communications'),
  role('senior-manager'),
  role('information-governance'),
] as const;
const agreeing = [role('communications'), role('senior-manager'), role('director')] as const;
export const readers = [...writers, role('duty-manager'), role('director'), role('governance')] as const;

/** Words for a kind of message: somebody proposes them, somebody else agrees, and both look again in time. */
export const savedReply = lifecycle('saved-reply', {
  table: table<SavedReply>('saved_replies'),
  sight: { see: readers },
  home: (id) => `/saved-replies/${id}`,
  steps: [
    { from: 'nothing', by: 'propose', to: 'proposed', who: writers, rule: 'saved-replies.content' },
    {
      from: ['proposed', 'agreed'],
      by: 'change',
      to: 'proposed',
      who: writers,
      rule: 'saved-replies.content',
    },
    {
      from: ['proposed'],
      by: 'agree',
      to: 'agreed',
      who: agreeing,
      rule: 'saved-replies.agreed',
      otherThan: ['propose', 'change'],
    },
    { from: ['agreed'], by: 'look-again', to: 'same', who: agreeing, rule: 'saved-replies.agreed' },
    {
      from: ['proposed', 'agreed'],
      by: 'withdraw',
      to: 'withdrawn',
      who: agreeing,
      rule: 'saved-replies.agreed',
    },
  ],
});
