import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { flagged, triageFacts } from '../flagging.ts';
import { enquiry } from '../lifecycle.ts';
import { readAgain } from '../read-again.ts';
import { paging } from '../triage-needs.ts';

/** What came in before there was triage, or when it failed, is read as soon as it can be. */
export const triageAgain = command(enquiry, 'triage', {
  label: 'Sort it',
  about: 'Reads a message that triage has not read yet, and raises it where it is grave.',
  button: false,
  needs: { paging },
  input: form({}),
  decide: ({ id, enquiry: row, needs, now, policy }) => {
    if (row.tier !== null) return { set: {} };
    const { set, raised } = readAgain(row, row.text, { now, policy, paging: needs.paging });
    const after = { ...row, ...set };
    return {
      set,
      event: raised ? flagged(id, after, needs.paging, policy) : [],
      facts: { ...triageFacts(after), before: row.risk },
    };
  },
});
