import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { mayStay } from '../checked.ts';
import { refuseHeld } from '../held.ts';
import { refuseLocked } from '../lanes.ts';
import { enquiry } from '../lifecycle.ts';
import { givenOut, holder, reasonsToStay } from '../needs.ts';
import type { Enquiry } from '../words.ts';
import { answering } from './answer.ts';

export const reply = command(enquiry, 'reply', {
  label: 'Reply',
  about:
    'Answers the person on the network on which they wrote. The clock stops when the network has taken it.',
  stale: 'refuse',
  needs: { holder, givenOut, mayStay: reasonsToStay },
  input: form({ text: ask.text('Your reply', { empty: 'Write your reply', max: 10_000 }), mayStay }),
  can: (given) => refuseHeld(given) ?? refuseLocked(given.enquiry, given.policy),
  canAsks: ['holder'],
  decide: (given) => {
    const { text, mayStay: stays } = given.input;
    return {
      to: nextOfReply(given.enquiry),
      ...answering(given, { kind: 'reply', text, words: text, field: 'text', mayStay: stays }),
    };
  },
});

/** Where the next move is another's, a further word leaves it with them. */
export const nextOfReply = ({ state }: Readonly<Enquiry>) =>
  state === 'with-department' || state === 'waiting-on-them'
    ? ('same' as const)
    : ('being-answered' as const);
