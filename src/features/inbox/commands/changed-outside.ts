import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { dayOf, spotIn } from '../details.ts';
import { nobodyHolds } from '../held.ts';
import { flagged, triageFacts } from '../flagging.ts';
import { enquiry } from '../lifecycle.ts';
import { followers } from '../needs.ts';
import { readAgain } from '../read-again.ts';
import { paging } from '../triage-needs.ts';
import { spottedEvents } from '../spotted-events.ts';
import { reckon } from './reckon.ts';

/** Its author changed it. The due time stays; people see that it is no longer what came in. */
export const change = command(enquiry, 'change', {
  label: 'Take in a change',
  about: 'Takes in what the author changed, and reads it again. The due time stays.',
  button: false,
  input: form({
    text: ask.given('New text', z.string({ error: 'Give the text' }).max(20_000, 'The text is too long')),
  }),
  needs: { paging },
  decide: ({ id, enquiry: row, input, needs, now, policy }) => {
    // What was deleted here does not come back because its author changed a word.
    if (input.text === row.text || row.erased_at !== null) return { set: {} };
    const first = row.text_at_receipt ?? row.text;
    const details = spotIn({ text: input.text, first, pictures: row.pictures.list }, dayOf(now, policy));
    const again = readAgain(row, input.text, { now, policy, paging: needs.paging });
    return {
      set: {
        text: input.text,
        changed_after_receipt: true,
        text_at_receipt: first,
        unread: true,
        details,
        ...again.set,
      },
      event: [
        ...spottedEvents(id, { ...row, details }),
        ...(again.raised ? flagged(id, { ...row, ...again.set }, needs.paging, policy) : []),
      ],
      facts: { ...triageFacts({ ...row, ...again.set }), before: row.risk },
    };
  },
});

/** Its author deleted it: neither met nor missed. What had been joined to it stands by itself again. */
export const withdraw = command(enquiry, 'withdraw', {
  label: 'Its author has deleted it',
  about: 'Ends this because its author deleted it. It counts neither as met nor as missed.',
  needs: { followers },
  input: form({}),
  decide: ({ enquiry: row, needs, now }) => {
    const over = row.state === 'answered' || row.state === 'closed' || row.first_reply_at !== null;
    if (over) return { to: 'same' as const, set: { withdrawn_at: now } };
    return {
      to: 'withdrawn' as const,
      set: { withdrawn_at: now, follows: null, ...nobodyHolds },
      also: needs.followers.map((one) => act(reckon, one, {})),
    };
  },
});
