import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, self } from '#kernel/party.ts';
import type { TrailCheck, TrailExport } from './words.ts';

/** Who may search the audit trail. It holds no words that people wrote. */
export const searchers = [
  role('auditor'),
  role('governance'),
  role('senior-manager'),
  role('director'),
  role('executive'),
  role('committee'),
  role('administrator'),
] as const;

/** Who may carry the whole trail away. */
export const takers = [role('auditor'), role('governance')] as const;

/** Who may have the chain checked. */
export const checkers = [...takers, role('senior-manager'), role('administrator')] as const;

/** A copy of the trail leaves once somebody has said so: that they did is an entry of its own. */
export const trailExport = lifecycle('trail-export', {
  table: table<TrailExport>('trail_exports'),
  sight: { see: [self('taken_by'), role('auditor')] },
  home: (id) => `/records/exports/${id}`,
  steps: [{ from: 'nothing', by: 'take', to: 'taken', who: takers, rule: 'records.verify' }],
});

export const trailCheck = lifecycle('trail-check', {
  table: table<TrailCheck>('trail_checks'),
  sight: { see: searchers },
  home: () => '/records',
  steps: [{ from: 'nothing', by: 'make', to: ['whole', 'broken'], who: checkers, rule: 'records.verify' }],
});
