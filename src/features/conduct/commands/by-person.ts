import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { carryOut } from '../events.ts';
import { measure } from '../lifecycle.ts';
import { settled } from '../settling.ts';

/** A person did it on the network, or looked and found that it is so. */
export const confirm = command(measure, 'confirm', {
  label: 'It is done',
  about: 'Says that it is so on the network now: done by you, or found done.',
  input: form({
    caseNumber: ask.maybe('The network’s number of the report, if it gave one', { max: 200 }),
  }),
  decide: ({ id, measure: row, input, now }) => {
    const done = settled(id, row, now);
    return {
      ...done,
      set: {
        ...done.set,
        ...(row.kind === 'report' ? { case_number: input.caseNumber ?? null, author: null } : {}),
      },
    };
  },
});

/** What can be looked for is looked for again all the same; of the rest the word of whoever looked is all there is. */
const cannotBeLookedFor = ['report', 'warn'];

/** A person has looked: it was not done, and is tried once more. */
export const retry = command(measure, 'retry', {
  label: 'Try again',
  about: 'Tries it again, because it was not done. Look on the network first.',
  input: form({}),
  decide: ({ id, measure: row }) => ({
    set: {
      not_before: null,
      refused_why: null,
      held_why: 'looked',
      in_doubt: row.in_doubt && !cannotBeLookedFor.includes(row.kind),
    },
    send: [carryOut({ measure: id })],
    facts: { kind: row.kind, enquiry: row.enquiry },
  }),
});
