import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { mayStay } from '../checked.ts';
import { refuseHeld } from '../held.ts';
import { refuseLocked } from '../lanes.ts';
import { enquiry } from '../lifecycle.ts';
import { givenOut, holder, reasonsToStay, sentKinds } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { answering } from './answer.ts';

/** Only a question that the network has taken pauses anything: until then the first clock runs. */
export const askBack = command(enquiry, 'ask-back', {
  label: 'Ask a question back',
  about: 'Asks the person something. Once it is sent we wait for them; their answer starts the next clock.',
  stale: 'refuse',
  needs: { holder, givenOut, mayStay: reasonsToStay },
  input: form({ text: ask.text('Your question', { empty: 'Write your question', max: 10_000 }), mayStay }),
  can: (given) => refuseHeld(given) ?? refuseLocked(given.enquiry, given.policy),
  canAsks: ['holder'],
  decide: (given) => {
    const { text, mayStay: stays } = given.input;
    return answering(given, { kind: 'question', text, words: text, field: 'text', mayStay: stays });
  },
});

/** Where our question is on record and the next move is theirs again. Before the first reply nothing pauses. */
export const waitOnThem = command(enquiry, 'wait-on-them', {
  label: 'Wait for their answer',
  about: 'Says that our question is out and the next move is theirs.',
  needs: { sent: sentKinds },
  input: form({}),
  can: ({ needs, enquiry: row }) =>
    row.first_reply_at === null || !needs.sent.has('question') ? refuse('inbox.no-question') : undefined,
  decide: ({ now }) => ({ set: { waiting_since: now } }),
});
