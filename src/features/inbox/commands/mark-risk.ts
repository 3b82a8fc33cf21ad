import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { enquiry } from '../lifecycle.ts';
import { risks } from '../words.ts';

const levels = Object.fromEntries(Object.entries(risks).map(([level, words]) => [`level-${level}`, words]));

/** What looks dangerous goes to the top of every list. */
export const markRisk = command(enquiry, 'mark-risk', {
  label: 'Set the risk',
  about: 'Says how risky this looks. The list is worked through by risk, then by age.',
  input: form({ level: ask.oneOf('How risky does it look?', 'Choose how risky it looks', levels) }),
  decide: ({ enquiry: row, input }) => {
    const risk = Number(input.level.replace('level-', ''));
    return { set: { risk }, facts: { before: row.risk, risk } };
  },
});
