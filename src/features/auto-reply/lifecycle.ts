import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, system } from '#kernel/party.ts';
import type { AutomaticReply, PastedText } from './words.ts';

/** Who looks after what is said by itself. */
export const keepers = [role('communications'), role('senior-manager')] as const;
export const readers = [...keepers, role('duty-manager'), role('director'), role('auditor')] as const;

export const automaticReply = lifecycle('automatic-reply', {
  table: table<AutomaticReply>('automatic_replies'),
  sight: { see: [role('communications'), role('senior-manager'), role('duty-manager'), role('director')] },
  home: () => '/automatic-reply',
  steps: [{ from: 'nothing', by: 'begin', to: 'begun', who: [system('reaction')], rule: 'auto-reply.send' }],
});

export const pastedText = lifecycle('pasted-text', {
  table: table<PastedText>('pasted_texts'),
  sight: { see: readers },
  home: () => '/automatic-reply',
  steps: [
    { from: 'nothing', by: 'record', to: 'pasted', who: keepers, rule: 'auto-reply.pasted' },
    { from: ['pasted'], by: 'check', to: 'same', who: keepers, rule: 'auto-reply.pasted' },
  ],
});
