import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { toSeal } from '#kernel/sealed.ts';
import { over } from '../begun.ts';
import { sendLetter } from '../events.ts';
import { handOver } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';

/** What they asked is answered: the page that their link opens shows it, and a letter says that it is there. */
export const tellMore = command(handOver, 'tell-more', {
  label: 'Tell them more',
  about:
    'Answers what the department asked. They read it on their page; the letter only says that it is there.',
  stale: 'refuse',
  input: form({
    words: ask.text('What do you tell them?', { empty: 'Say what they need to know', max: 2000 }),
  }),
  decide: ({ id, 'hand-over': row, input }) => ({
    set: { more: toSeal(input.words) },
    send: row.addresses.list.length === 0 ? [] : [sendLetter({ handOver: id, why: 'told-more' })],
  }),
});

/** It is no longer theirs to do anything about. */
export const withdraw = command(handOver, 'withdraw', {
  label: 'Take it back',
  about:
    'Nothing is asked of them any more: their links open nothing, and what they were given is wiped here.',
  input: form({ why: ask.maybe('Why?', { max: 300 }) }),
  decide: ({ 'hand-over': row, now }) => ({
    set: over(now),
    facts: { kind: row.kind, received: row.received_at !== null },
  }),
});

/** Somebody of ours looks at what was handed over. That stands in the trail, since it may be about a person. */
export const lookAtCopy = command(handOver, 'look-at-copy', {
  label: 'Look at what was handed over',
  about: 'Shows what was handed over. That you looked is recorded.',
  button: false,
  input: form({}),
  can: ({ 'hand-over': row }) => (row.content === null ? refuse('hand-over.wiped') : undefined),
  canAsks: [],
  // A copy may be sent once somebody has looked at it.
  decide: ({ 'hand-over': row, now }) => (row.state === 'prepared' ? { set: { looked_at: now } } : {}),
});
