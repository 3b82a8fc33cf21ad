import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, system } from '#kernel/party.ts';
import type { Account } from './words.ts';

/** Who looks after the register: the corporate team. Others read it. */
export const team = [role('communications'), role('senior-manager'), role('director')] as const;
const leads = [role('senior-manager'), role('director')] as const;
const collector = [system('collector')] as const;

export const account = lifecycle('account', {
  table: table<Account>('accounts'),
  sight: { see: [role('staff')] },
  home: (id) => `/accounts/${id}`,
  steps: [
    {
      from: 'nothing',
      by: 'enter',
      to: 'entered',
      who: [...team, system('setup')],
      rule: 'register.corporate-accounts',
    },
    {
      from: 'nothing',
      by: 'enter-listed',
      to: 'entered',
      who: [...team, system('setup')],
      rule: 'register.corporate-accounts',
    },
    {
      from: ['entered', 'connected', 'blind'],
      by: 'change',
      to: 'same',
      who: team,
      rule: 'register.owner-and-deputy',
    },
    { from: ['entered', 'connected', 'blind'], by: 'verify', to: 'same', who: team, rule: 'register.verify' },
    {
      from: ['entered', 'blind', 'connected'],
      by: 'connect',
      to: 'connected',
      who: [...leads, system('setup')],
      rule: 'register.corporate-team-only',
    },
    {
      from: ['entered', 'blind', 'connected'],
      by: 'connect-relay',
      to: 'connected',
      who: leads,
      rule: 'register.corporate-team-only',
    },
    {
      from: ['blind', 'connected'],
      by: 'renew-secret',
      to: 'same',
      who: leads,
      rule: 'register.corporate-team-only',
    },
    {
      from: ['blind', 'connected'],
      by: 'end-old-secret',
      to: 'same',
      who: leads,
      rule: 'register.corporate-team-only',
    },
    {
      from: ['connected', 'blind'],
      by: 'disconnect',
      to: 'entered',
      who: leads,
      rule: 'register.corporate-team-only',
    },
    {
      from: ['connected', 'blind'],
      by: 'record-poll',
      to: 'same',
      who: collector,
      rule: 'inbox.check',
      quiet: true,
    },
    {
      from: ['connected', 'blind'],
      by: 'keep-keys',
      to: 'same',
      who: [system('collector'), system('sender')],
      rule: 'register.corporate-team-only',
      quiet: true,
    },
    { from: ['connected'], by: 'go-blind', to: 'blind', who: collector, rule: 'inbox.watch-gap' },
    { from: ['blind'], by: 'see-again', to: 'connected', who: collector, rule: 'inbox.watch-gap' },
    {
      from: ['entered', 'connected', 'blind'],
      by: 'close',
      to: 'closed',
      who: leads,
      rule: 'register.corporate-accounts',
    },
  ],
});
