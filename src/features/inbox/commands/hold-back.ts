import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { heldBack, holdTooLate } from '../events.ts';
import { nobodyHolds } from '../held.ts';
import { enquiry } from '../lifecycle.ts';

const hold = ask.given('Hold', z.uuid({ error: 'Give the id of the hold' }));

/**
 * Keeps it for a hold and hides it from everybody but information governance. The lock of this row decides between
 * a hold and a deletion that come at once: whichever is first, the other one hears of it.
 */
export const holdBack = command(enquiry, 'hold-back', {
  label: 'Hold back',
  about: 'Keeps this for a hold, out of everybody’s sight, and lets nothing delete it.',
  button: false,
  input: form({ hold }),
  decide: ({ id, enquiry: row, input }) =>
    row.erased_at === null
      ? {
          set: {
            holds: { list: [...new Set([...row.holds.list, input.hold])] },
            held: true,
            revealed: { list: [] },
            ...nobodyHolds,
          },
          event: heldBack({ enquiry: id, hold: input.hold }),
          facts: { hold: input.hold },
        }
      : { event: holdTooLate({ enquiry: id, hold: input.hold }), facts: { hold: input.hold } },
});

/** Where another hold stands, it stays hidden. */
export const letBack = command(enquiry, 'let-back', {
  label: 'Let back',
  about: 'Ends one hold. Where no other stands, the team sees this again.',
  button: false,
  input: form({ hold }),
  decide: ({ enquiry: row, input }) => {
    const list = row.holds.list.filter((one) => one !== input.hold);
    return { set: { holds: { list }, held: list.length > 0 }, facts: { hold: input.hold } };
  },
});
