import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, system } from '#kernel/party.ts';
import { handlers, readers } from '#features/inbox/index.ts';
import type { HandOver, HandOverLink } from './words.ts';

export { handlers, readers };

const receiver = [system('receiver')] as const;
const program = [system('reaction'), system('setup')] as const;
const keepers = [...handlers, role('information-governance')] as const;
const open = ['open', 'received', 'asking'] as const;
const ended = ['taken', 'answered', 'returned', 'expired', 'withdrawn'] as const;

/** What is given to somebody outside the program, from the letter to their answer. */
export const handOver = lifecycle('hand-over', {
  table: table<HandOver>('hand_overs'),
  sight: { see: readers },
  home: (id) => `/hand-overs/${id}`,
  steps: [
    { from: 'nothing', by: 'ask-department', to: 'open', who: program, rule: 'handover.to-department' },
    { from: 'nothing', by: 'pass-details', to: 'open', who: program, rule: 'handover.details' },
    { from: 'nothing', by: 'prepare-share', to: 'prepared', who: handlers, rule: 'handover.partners' },
    { from: ['prepared'], by: 'send-share', to: 'open', who: handlers, rule: 'handover.partners' },
    { from: ['asking'], by: 'tell-more', to: 'received', who: handlers, rule: 'handover.to-department' },
    { from: open, by: 'make-link', to: 'same', who: [system('sender'), ...handlers], rule: 'handover.link' },
    { from: open, by: 'write-again', to: 'same', who: handlers, rule: 'handover.link' },
    { from: open, by: 'mark-letter', to: 'same', who: [system('sender')], rule: 'handover.link' },
    { from: open, by: 'look-in', to: 'same', who: receiver, rule: 'handover.receipt' },
    {
      from: ['open'],
      by: 'receive',
      to: ['received', 'taken'],
      who: [...receiver, ...handlers],
      rule: 'handover.receipt',
    },
    { from: open, by: 'answer', to: 'answered', who: receiver, rule: 'handover.to-department' },
    {
      from: ['open', 'received'],
      by: 'ask-more',
      to: 'asking',
      who: receiver,
      rule: 'handover.to-department',
    },
    { from: open, by: 'give-back', to: 'returned', who: receiver, rule: 'handover.to-department' },
    { from: open, by: 'remind', to: 'same', who: [system('timer')], rule: 'handover.to-department' },
    { from: ['open'], by: 'ask-next', to: 'same', who: [system('timer')], rule: 'handover.receipt' },
    { from: open, by: 'expire', to: 'expired', who: [system('timer')], rule: 'handover.details' },
    {
      from: ['prepared', ...open],
      by: 'withdraw',
      to: 'withdrawn',
      who: [...keepers, system('reaction')],
      rule: 'handover.receipt',
    },
    {
      from: ['prepared', ...open, ...ended],
      by: 'wipe',
      to: 'same',
      who: [system('reaction')],
      rule: 'handover.receipt',
    },
    { from: open, by: 'end-links', to: 'same', who: keepers, rule: 'handover.link' },
    {
      from: ['prepared', ...open, ...ended],
      by: 'look-at-copy',
      to: 'same',
      who: readers,
      rule: 'handover.receipt',
    },
  ],
});

/** The links that were sent or given for it. */
export const link = lifecycle('hand-over-link', {
  table: table<HandOverLink>('hand_over_links'),
  sight: { see: readers },
  home: () => '/hand-overs',
  steps: [
    {
      from: 'nothing',
      by: 'keep',
      to: 'made',
      who: [system('sender'), ...handlers],
      rule: 'handover.link',
    },
    { from: ['made'], by: 'open', to: 'opened', who: receiver, rule: 'handover.link' },
  ],
});
