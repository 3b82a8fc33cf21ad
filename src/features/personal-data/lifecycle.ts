import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, system } from '#kernel/party.ts';
import { handlers, readers } from '#features/inbox/index.ts';
import type { Hold, Removal } from './words.ts';

export const leads = [role('information-governance')] as const;
/** Who stops a deletion, and lets it go on. */
export const holders = [role('governance'), role('information-governance')] as const;
const deciders = [...handlers, ...leads] as const;
/** Nothing of what the public wrote is in these rows, so whoever oversees may see them. */
export const overseers = [...readers, role('governance'), role('auditor')] as const;
const reacts = [system('reaction')] as const;
const timer = [system('timer')] as const;

/** From the moment somebody’s details are noticed in a message until the proof that they are gone. */
export const removal = lifecycle('removal', {
  table: table<Removal>('removals'),
  sight: { see: overseers },
  home: (id) => `/personal-data/${id}`,
  steps: [
    { from: 'nothing', by: 'notice', to: 'noticed', who: reacts, rule: 'details.noticed' },
    {
      from: ['noticed', 'dismissed'],
      by: 'notice-again',
      to: 'noticed',
      who: reacts,
      rule: 'details.noticed',
    },
    {
      from: ['passed-on', 'due', 'held'],
      by: 'notice-again',
      to: 'same',
      who: reacts,
      rule: 'details.noticed',
    },
    { from: ['noticed'], by: 'pass-on', to: 'passed-on', who: deciders, rule: 'details.passed-on' },
    { from: ['passed-on'], by: 'pass-on', to: 'passed-on', who: deciders, rule: 'details.passed-on' },
    {
      from: ['passed-on', 'due', 'held'],
      by: 'record-hand-over',
      to: 'same',
      who: reacts,
      rule: 'details.passed-on',
    },
    { from: ['noticed'], by: 'delete-now', to: 'due', who: deciders, rule: 'details.not-needed' },
    { from: ['noticed'], by: 'dismiss', to: 'dismissed', who: deciders, rule: 'details.noticed' },
    { from: ['passed-on'], by: 'remind', to: 'same', who: timer, rule: 'details.unconfirmed' },
    { from: ['passed-on'], by: 'tell', to: 'same', who: timer, rule: 'details.unconfirmed' },
    { from: ['passed-on'], by: 'confirm', to: 'due', who: reacts, rule: 'details.passed-on' },
    { from: ['held'], by: 'confirm', to: 'same', who: reacts, rule: 'details.passed-on' },
    {
      from: ['passed-on'],
      by: 'confirm-by-hand',
      to: 'due',
      who: [role('senior-manager'), ...leads],
      rule: 'details.passed-on',
    },
    { from: ['passed-on'], by: 'delete-unconfirmed', to: 'due', who: leads, rule: 'details.unconfirmed' },
    { from: ['due'], by: 'begin', to: 'erasing', who: timer, rule: 'details.deleted' },
    { from: ['erasing'], by: 'begin', to: 'same', who: timer, rule: 'details.deleted' },
    {
      from: ['due', 'erasing', 'held'],
      by: 'record-erased',
      to: 'erased',
      who: reacts,
      rule: 'details.deleted',
    },
    { from: ['erased'], by: 'settle-outside', to: 'same', who: deciders, rule: 'details.deleted' },
    {
      from: ['noticed', 'passed-on', 'due', 'erasing', 'dismissed'],
      by: 'hold',
      to: 'held',
      who: holders,
      rule: 'details.held',
    },
    { from: ['held'], by: 'hold', to: 'same', who: holders, rule: 'details.held' },
    {
      from: ['held'],
      by: 'resume',
      to: ['noticed', 'passed-on', 'due', 'dismissed'],
      who: holders,
      rule: 'details.held',
    },
    { from: ['erased'], by: 'pick', to: 'same', who: timer, rule: 'details.spot-check' },
    { from: ['erased'], by: 'check', to: 'same', who: leads, rule: 'details.spot-check' },
  ],
});

/** What keeps it, for which case, and until when somebody looks again. */
export const hold = lifecycle('hold', {
  table: table<Hold>('holds'),
  sight: { see: [...holders, role('auditor')] },
  home: (id) => `/personal-data/holds/${id}`,
  steps: [
    { from: 'nothing', by: 'place', to: 'placed', who: holders, rule: 'details.held' },
    { from: ['placed'], by: 'put-in-place', to: 'in-place', who: reacts, rule: 'details.held' },
    { from: ['placed'], by: 'come-too-late', to: 'too-late', who: reacts, rule: 'details.held' },
    { from: ['placed', 'in-place'], by: 'review', to: 'same', who: holders, rule: 'details.held' },
    {
      from: ['placed', 'in-place'],
      by: 'lift',
      to: 'lifted',
      who: [role('governance')],
      rule: 'details.held',
    },
  ],
});
