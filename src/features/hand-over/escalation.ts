import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, self, system } from '#kernel/party.ts';
import { handlers, readers } from '#features/inbox/index.ts';
import type { Escalation, Partner } from './words.ts';

const theirs = [self('asked_now'), self('first_asked')] as const;
const rule = 'handover.escalate' as const;

/** A worry that is brought to somebody inside. Whoever is asked sees it, though the inbox may be closed to them. */
export const escalation = lifecycle('escalation', {
  table: table<Escalation>('escalations'),
  sight: { see: [...readers, ...theirs] },
  home: (id) => `/escalations/${id}`,
  steps: [
    { from: 'nothing', by: 'raise', to: 'raised', who: [...handlers, system('reaction')], rule },
    { from: ['raised'], by: 'take', to: 'taken', who: theirs, rule },
    { from: ['raised'], by: 'ask-next', to: 'same', who: [system('timer')], rule },
    { from: ['raised', 'taken'], by: 'hand-on', to: 'raised', who: theirs, rule },
    { from: ['taken'], by: 'settle', to: 'settled', who: [...theirs, role('director')], rule },
    {
      from: ['raised', 'taken', 'settled'],
      by: 'wipe',
      to: 'same',
      who: [system('reaction')],
      rule: 'details.deleted',
    },
    {
      from: ['raised', 'taken', 'settled'],
      by: 'look-at-evidence',
      to: 'same',
      who: [...readers, ...theirs],
      rule,
    },
  ],
});

const keepers = [role('communications'), role('senior-manager'), role('director'), system('setup')] as const;

/** Whom a worry may concern outside. */
export const partner = lifecycle('partner', {
  table: table<Partner>('partners'),
  sight: { see: readers },
  home: () => '/partners',
  steps: [
    { from: 'nothing', by: 'add', to: 'active', who: keepers, rule: 'handover.partners' },
    { from: ['active'], by: 'change', to: 'same', who: keepers, rule: 'handover.partners' },
    { from: ['active'], by: 'confirm', to: 'same', who: keepers, rule: 'handover.partners' },
    { from: ['active'], by: 'close', to: 'closed', who: keepers, rule: 'handover.partners' },
  ],
});
