import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, system } from '#kernel/party.ts';
import type { Delivery } from './words.ts';

/** Who sees that something could not be read, and where it came from. What it says, nobody sees here. */
export const seers = [
  role('communications'),
  role('senior-manager'),
  role('director'),
  role('administrator'),
] as const;
const menders = [role('communications'), role('senior-manager'), role('administrator')] as const;
const collector = [system('collector')] as const;
const rule = 'deliveries.take-in';

/** How what another system hands in lives, from its signature to its reading. */
export const delivery = lifecycle('delivery', {
  table: table<Delivery>('deliveries'),
  sight: { see: seers },
  home: () => '/deliveries',
  steps: [
    // Presence marks only: what a delivery brought has an entry of its own in the trail.
    { from: 'nothing', by: 'keep', to: 'kept', who: collector, rule, quiet: true },
    { from: ['kept'], by: 'record-read', to: 'read', who: collector, rule, quiet: true },
    { from: ['kept'], by: 'set-aside', to: 'set-aside', who: collector, rule },
    { from: ['set-aside'], by: 'try-again', to: 'kept', who: menders, rule },
    { from: ['set-aside'], by: 'put-away', to: 'put-away', who: menders, rule },
    { from: ['set-aside'], by: 'wipe', to: 'put-away', who: [system('timer')], rule },
  ],
});
