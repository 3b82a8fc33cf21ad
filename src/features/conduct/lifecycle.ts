import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role, system } from '#kernel/party.ts';
import type { Measure } from './words.ts';

/** Who answers the public may take measures. */
export const handlers = [role('communications'), role('duty-manager'), role('senior-manager')] as const;
/** Who decides what one person must not decide alone. */
export const deciders = [role('senior-manager'), role('director')] as const;
/** Who looks again for somebody who asks: one more than those who may have decided the first time. */
export const reviewers = [...deciders, role('information-governance')] as const;
export const readers = [...handlers, role('director'), role('information-governance')] as const;

const sender = [system('sender')] as const;
const toDo = ['waiting', 'by-hand'] as const;
const steps = 'conduct.in-steps';

/**
 * How a measure lives: taken under a house rule, carried out once, and taken back when its reason is gone. What the
 * network did is recorded from whatever state; only a wish may come too late.
 */
export const measure = lifecycle('measure', {
  table: table<Measure>('measures'),
  sight: { see: readers },
  home: (id) => `/conduct/${id}`,
  steps: [
    { from: 'nothing', by: 'hide', to: toDo, who: handlers, rule: steps },
    { from: 'nothing', by: 'hide-details', to: toDo, who: handlers, rule: 'conduct.details-hidden' },
    { from: 'nothing', by: 'warn', to: 'waiting', who: handlers, rule: 'conduct.warning' },
    { from: 'nothing', by: 'restrict', to: toDo, who: handlers, rule: steps },
    { from: 'nothing', by: 'report', to: toDo, who: handlers, rule: steps },
    { from: 'nothing', by: 'block', to: 'asked', who: handlers, rule: 'conduct.block' },
    {
      from: ['asked'],
      by: 'approve',
      to: toDo,
      who: deciders,
      rule: 'conduct.block',
      otherThan: ['block'],
    },
    {
      from: ['asked', 'waiting', 'by-hand', 'refused', 'unknown'],
      by: 'drop',
      to: ['dropped', 'in-force'],
      who: [...handlers, role('director')],
      rule: steps,
    },
    { from: ['waiting', 'doing'], by: 'begin', to: 'doing', who: sender, rule: steps },
    { from: ['doing'], by: 'hold', to: toDo, who: sender, rule: steps },
    { from: ['doing'], by: 'hand-on', to: 'handed-over', who: sender, rule: 'conduct.warning' },
    {
      from: ['waiting', 'doing', 'refused', 'unknown'],
      by: 'mark-done',
      to: ['in-force', 'done', 'ended'],
      who: sender,
      rule: steps,
    },
    { from: ['doing'], by: 'mark-refused', to: 'refused', who: sender, rule: steps },
    { from: ['doing'], by: 'mark-unknown', to: 'unknown', who: sender, rule: steps },
    { from: ['waiting', 'doing'], by: 'wake', to: 'same', who: [system('timer')], rule: steps },
    {
      from: ['doing', 'handed-over', 'refused'],
      by: 'record-warned',
      to: 'done',
      who: [system('reaction')],
      rule: 'conduct.warning',
    },
    {
      from: ['doing', 'handed-over', 'refused'],
      by: 'record-not-warned',
      to: 'dropped',
      who: [system('reaction')],
      rule: 'conduct.warning',
    },
    {
      from: ['by-hand', 'unknown'],
      by: 'confirm',
      to: ['in-force', 'done', 'ended'],
      who: handlers,
      rule: steps,
    },
    { from: ['refused', 'unknown'], by: 'retry', to: 'waiting', who: handlers, rule: steps },
    { from: ['in-force'], by: 'lift', to: toDo, who: handlers, rule: steps },
    {
      from: ['in-force'],
      by: 'renew',
      to: 'same',
      who: deciders,
      rule: 'conduct.block',
      otherThan: ['block'],
    },
    {
      from: ['in-force'],
      by: 'end-at-review',
      to: toDo,
      who: [system('timer')],
      rule: 'conduct.block',
    },
    { from: ['in-force'], by: 'ask-again', to: 'same', who: handlers, rule: 'conduct.review' },
    {
      from: ['in-force'],
      by: 'decide-again',
      to: ['same', ...toDo],
      who: reviewers,
      rule: 'conduct.review',
      otherThan: ['hide', 'hide-details', 'restrict', 'block', 'approve', 'renew'],
    },
    {
      from: ['in-force'],
      by: 'ask-to-remove',
      to: 'same',
      who: handlers,
      rule: 'conduct.details-hidden',
    },
  ],
});
