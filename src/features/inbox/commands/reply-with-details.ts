import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { refuseHeld } from '../held.ts';
import { refuseLocked } from '../lanes.ts';
import { enquiry } from '../lifecycle.ts';
import { givenOut, holder, reasonsForDetails } from '../needs.ts';
import { answering } from './answer.ts';
import { nextOfReply } from './reply.ts';

/** The one way past the check for somebody's details. Whatever else stops a reply stops this one too. */
export const replyWithDetails = command(enquiry, 'reply-with-details', {
  label: 'Reply with personal details',
  about:
    'Answers with details that the check stops, for a reason that is kept. The details themselves are not kept in the trail.',
  stale: 'refuse',
  needs: { holder, givenOut, reasons: reasonsForDetails },
  input: form({
    text: ask.text('The reply', { empty: 'Write the reply', max: 10_000 }),
    why: ask.choice('Why may these details go out?', 'Choose why these details may go out', 'reasons'),
  }),
  can: (given) => refuseHeld(given) ?? refuseLocked(given.enquiry, given.policy),
  canAsks: ['holder'],
  decide: (given) => {
    const { text, why } = given.input;
    return {
      to: nextOfReply(given.enquiry),
      ...answering(given, { kind: 'reply', text, words: text, field: 'text', details: why }),
    };
  },
});
