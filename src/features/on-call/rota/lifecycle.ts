import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, self, system } from '#kernel/party.ts';
import type { HandoverNote, RotaCheck, RotaPattern, Shift, Swap, TestPage } from './words.ts';

/** Who plans the rota. */
export const planners = [role('senior-manager'), role('director')] as const;
/** Who may look at the rota. */
export const rotaReaders = [
  role('duty-manager'),
  ...planners,
  role('communications'),
  role('executive'),
  role('auditor'),
] as const;
/** Who reads what was handed over: it is for those who go on with it, not for those who check. */
export const noteReaders = [role('duty-manager'), ...planners, role('communications')] as const;

export const shift = lifecycle('shift', {
  table: table<Shift>('shifts'),
  sight: { see: rotaReaders },
  home: (id) => `/duty/shifts/${id}`,
  steps: [
    { from: 'nothing', by: 'plan', to: 'planned', who: planners, rule: 'on-call.rota' },
    {
      from: 'nothing',
      by: 'take-over',
      to: 'planned',
      who: [...planners, role('duty-manager')],
      rule: 'on-call.rota',
    },
    { from: ['planned'], by: 'change', to: 'same', who: planners, rule: 'on-call.rota' },
    { from: ['planned'], by: 'cancel', to: 'cancelled', who: planners, rule: 'on-call.rota' },
    {
      from: ['planned'],
      by: 'relieve',
      to: 'same',
      who: [...planners, self('deputy')],
      rule: 'on-call.rota',
    },
    { from: ['planned'], by: 'ask-swap', to: 'same', who: [self('person')], rule: 'on-call.swap' },
    {
      from: ['planned'],
      by: 'change-hands',
      to: 'same',
      who: [...planners, role('duty-manager')],
      rule: 'on-call.swap',
    },
  ],
});

export const rotaPattern = lifecycle('rota-pattern', {
  table: table<RotaPattern>('rota_patterns'),
  sight: { see: rotaReaders },
  home: () => '/duty',
  steps: [{ from: 'nothing', by: 'plan', to: 'planned', who: planners, rule: 'on-call.rota' }],
});

export const swap = lifecycle('swap', {
  table: table<Swap>('swaps'),
  sight: { see: rotaReaders },
  home: () => '/duty#swaps',
  steps: [
    { from: 'nothing', by: 'open', to: 'asked', who: [self('asked_by')], rule: 'on-call.swap' },
    { from: ['asked'], by: 'take', to: 'taken', who: [role('duty-manager')], rule: 'on-call.swap' },
    { from: ['asked'], by: 'settle', to: 'taken', who: planners, rule: 'on-call.swap' },
    { from: ['asked'], by: 'decline', to: 'declined', who: planners, rule: 'on-call.swap' },
    { from: ['asked'], by: 'take-back', to: 'taken-back', who: [self('asked_by')], rule: 'on-call.swap' },
    { from: ['asked'], by: 'lapse', to: 'lapsed', who: [system('timer')], rule: 'on-call.swap' },
  ],
});

export const handoverNote = lifecycle('handover-note', {
  table: table<HandoverNote>('handover_notes'),
  sight: { see: [...noteReaders, self('writer')] },
  home: (id) => `/duty/notes/${id}`,
  steps: [
    { from: 'nothing', by: 'call-for', to: 'owed', who: [system('timer')], rule: 'on-call.handover-note' },
    {
      from: ['owed'],
      by: 'write',
      to: 'written',
      who: [self('writer'), ...planners],
      rule: 'on-call.handover-note',
    },
    {
      from: ['written'],
      by: 'read',
      to: 'read',
      who: [role('duty-manager'), ...planners],
      rule: 'on-call.handover-note',
      otherThan: ['write'],
    },
  ],
});

const pagers = [system('reaction'), system('sender')] as const;

export const testPage = lifecycle('test-page', {
  table: table<TestPage>('test_pages'),
  sight: { see: rotaReaders },
  home: () => '/duty#test-pages',
  steps: [
    { from: 'nothing', by: 'call-for', to: 'due', who: [system('timer')], rule: 'on-call.test-page' },
    { from: ['due'], by: 'mark-sent', to: 'sent', who: pagers, rule: 'on-call.test-page' },
    {
      from: ['due', 'sent'],
      by: 'acknowledge',
      to: 'acknowledged',
      who: [self('person'), ...pagers],
      rule: 'on-call.test-page',
    },
    { from: ['due', 'sent'], by: 'mark-undelivered', to: 'failed', who: pagers, rule: 'on-call.test-page' },
    { from: ['due', 'sent'], by: 'run-out', to: 'failed', who: [system('timer')], rule: 'on-call.test-page' },
    { from: ['failed'], by: 'settle', to: 'settled', who: planners, rule: 'on-call.test-page' },
  ],
});

export const rotaCheck = lifecycle('rota-check', {
  table: table<RotaCheck>('rota_checks'),
  sight: { see: rotaReaders },
  home: () => '/duty',
  steps: [
    {
      from: 'nothing',
      by: 'make',
      to: ['full', 'short'],
      who: [system('timer')],
      rule: 'on-call.full-ahead',
    },
  ],
});
