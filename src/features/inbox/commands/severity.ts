import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { earlierOf } from '../due.ts';
import { enquiry } from '../lifecycle.ts';
import { readBy } from '../read-by.ts';
import { refuse } from '../refusals.ts';
import { lowerReasons } from '../triage-needs.ts';
import { severities } from '../triage-words.ts';

const level = (of: 1 | 2 | 3 | 4) => ({ [`level-${of}`]: `${of}: ${severities[of]}` });
const chosen = (text: string): number => Number(text.replace('level-', ''));

/** What looks graver than it was taken for goes up in every list. */
export const raise = command(enquiry, 'raise', {
  label: 'Raise the severity',
  about:
    'Says that this is graver than it was taken for. The list is worked through by severity, then by age.',
  input: form({
    level: ask.oneOf('How grave is it?', 'Choose how grave it is', { ...level(1), ...level(2), ...level(3) }),
  }),
  can: ({ enquiry: row }) => (row.risk <= 1 ? refuse('inbox.gravest') : undefined),
  decide: ({ enquiry: row, input, now, policy }) => {
    const risk = chosen(input.level);
    if (risk >= row.risk) {
      throw new InputRefused([
        {
          field: 'level',
          message: `Choose something graver than “${row.risk}: ${severities[row.risk as 1 | 2 | 3 | 4]}”. To lower it, lower it and say why`,
        },
      ]);
    }
    const by = readBy(policy, { risk, tier: row.tier, from: now, limit: row.limit_at });
    return {
      set: { risk, read_by: row.read_by ? earlierOf(row.read_by, by) : by },
      facts: { before: row.risk, severity: risk },
    };
  },
});

/** Only a person lowers, and says why. Triage never does. */
export const lower = command(enquiry, 'lower', {
  label: 'Lower the severity',
  about: 'Says that this is less grave than it was taken for, and why. No program can do it.',
  stale: 'refuse',
  needs: { reasons: lowerReasons },
  input: form({
    level: ask.oneOf('How grave is it?', 'Choose how grave it is', { ...level(2), ...level(3), ...level(4) }),
    reason: ask.choice('Why is it less grave?', 'Choose why it is less grave', 'reasons'),
  }),
  can: ({ enquiry: row }) => (row.risk >= 4 ? refuse('inbox.least-grave') : undefined),
  canAsks: [],
  decide: ({ enquiry: row, input, needs }) => {
    const risk = chosen(input.level);
    if (risk <= row.risk) {
      throw new InputRefused([
        {
          field: 'level',
          message: `Choose something less grave than “${row.risk}: ${severities[row.risk as 1 | 2 | 3 | 4]}”`,
        },
      ]);
    }
    return {
      set: { risk },
      facts: { before: row.risk, severity: risk, reason: needs.reasons.get(input.reason).id },
    };
  },
});
