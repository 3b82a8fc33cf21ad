import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { nobodyHolds } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { followers } from '../needs.ts';
import { reckon } from './reckon.ts';

/** Its author changed it. The due time stays; people see that it is no longer what came in. */
export const change = command(enquiry, 'change', {
  label: 'Take in a change',
  about: 'Takes in what the author changed. The due time stays.',
  button: false,
  input: form({
    text: ask.given('New text', z.string({ error: 'Give the text' }).max(20_000, 'The text is too long')),
  }),
  decide: ({ enquiry: row, input }) => ({
    set:
      input.text === row.text
        ? {}
        : { text: input.text, changed_after_receipt: true, text_at_receipt: row.text_at_receipt ?? row.text },
  }),
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
