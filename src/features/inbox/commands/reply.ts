import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { refuseHeld } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { holder } from '../needs.ts';
import { answering } from './answer.ts';

export const reply = command(enquiry, 'reply', {
  label: 'Reply',
  about:
    'Answers the person on the network on which they wrote. The clock stops when the network has taken it.',
  stale: 'refuse',
  needs: { holder },
  input: form({ text: ask.text('Your reply', { empty: 'Write your reply', max: 10_000 }) }),
  can: refuseHeld,
  canAsks: ['holder'],
  decide: (given) => {
    const { state } = given.enquiry;
    const othersMove = state === 'with-department' || state === 'waiting-on-them';
    return {
      to: othersMove ? ('same' as const) : ('being-answered' as const),
      ...answering(given, { kind: 'reply', text: given.input.text, field: 'text' }),
    };
  },
});
