import { lifecycle, table } from '#kernel/lifecycle.ts';
import { system } from '#kernel/party.ts';
import { handlers, overseers, readers, writers } from './lifecycle.ts';
import type { Look, Note, Reply } from './words.ts';

const sender = [system('sender')] as const;

/**
 * How a reply lives until the network has taken it. What the outside tells us it did is always recorded,
 * from whatever state: only a wish may come too late, never a fact.
 */
export const reply = lifecycle('reply', {
  table: table<Reply>('replies'),
  sight: { see: readers },
  home: (id) => `/inbox/replies/${id}`,
  steps: [
    {
      from: 'nothing',
      by: 'write',
      to: ['waiting', 'by-hand', 'to-agree'],
      who: writers,
      rule: 'inbox.answer',
    },
    {
      from: ['to-agree'],
      by: 'agree',
      to: ['waiting', 'by-hand'],
      who: handlers,
      rule: 'inbox.second-person',
      otherThan: ['write'],
    },
    {
      from: ['to-agree'],
      by: 'send-back',
      to: 'dropped',
      who: handlers,
      rule: 'inbox.second-person',
      otherThan: ['write'],
    },
    {
      from: 'nothing',
      by: 'answer-automatically',
      to: 'waiting',
      who: [system('reaction')],
      rule: 'inbox.auto-reply-never-stops-clock',
    },
    {
      from: 'nothing',
      by: 'write-warning',
      to: ['waiting', 'by-hand'],
      who: sender,
      rule: 'conduct.warning',
    },
    { from: ['waiting', 'sending'], by: 'begin', to: 'sending', who: sender, rule: 'inbox.answer' },
    { from: ['sending'], by: 'hold', to: ['waiting', 'by-hand'], who: sender, rule: 'inbox.answer' },
    {
      from: ['waiting', 'sending', 'refused', 'unknown', 'dropped'],
      by: 'mark-sent',
      to: 'sent',
      who: sender,
      rule: 'inbox.first-human-reply-stops-clock',
    },
    { from: ['sending'], by: 'mark-refused', to: 'refused', who: sender, rule: 'inbox.answer' },
    { from: ['sending'], by: 'mark-unknown', to: 'unknown', who: sender, rule: 'inbox.answer' },
    { from: ['waiting', 'sending'], by: 'wake', to: 'same', who: [system('timer')], rule: 'inbox.answer' },
    { from: ['refused', 'unknown'], by: 'retry', to: 'waiting', who: handlers, rule: 'inbox.answer' },
    {
      from: ['to-agree', 'waiting', 'refused', 'unknown', 'by-hand'],
      by: 'drop',
      to: 'dropped',
      who: handlers,
      rule: 'inbox.answer',
    },
    {
      from: ['by-hand', 'sent', 'refused', 'unknown', 'dropped'],
      by: 'take-out',
      to: 'same',
      who: [system('reaction')],
      rule: 'details.deleted',
    },
    {
      from: ['by-hand', 'unknown'],
      by: 'confirm',
      to: 'sent',
      who: handlers,
      rule: 'inbox.first-human-reply-stops-clock',
    },
  ],
});

export const note = lifecycle('enquiry-note', {
  table: table<Note>('enquiry_notes'),
  sight: { see: readers },
  home: () => '/inbox',
  steps: [
    { from: 'nothing', by: 'write', to: 'kept', who: handlers, rule: 'inbox.answer' },
    {
      from: ['kept'],
      by: 'take-out',
      to: 'same',
      who: [system('reaction')],
      rule: 'details.deleted',
    },
  ],
});

/** Minutes in which somebody looked. Quiet: nobody decided anything, and it never says who. */
export const look = lifecycle('look', {
  table: table<Look>('looks'),
  sight: { see: overseers },
  home: () => '/inbox/day',
  steps: [
    {
      from: 'nothing',
      by: 'record',
      to: 'seen',
      who: [system('watch'), system('collector')],
      rule: 'inbox.watch-gap',
      quiet: true,
    },
  ],
});
