import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { pageCurve } from '#triage/index.ts';
import { stepKey, stepWords } from '../page-steps.ts';
import { triageSetting } from '../triage-lifecycle.ts';
import { paging } from '../triage-needs.ts';

const modes = {
  paging: 'It calls whoever is on call',
  shadow: 'It only records whom it would have called for',
} as const;

const steps = Object.fromEntries(pageCurve.steps.map((step) => [stepKey(step.margin), stepWords(step)]));

/** How often people are called is decided by those who answer for them, and never by the program. */
export const choosePaging = command(triageSetting, 'choose', {
  label: 'Choose when triage calls somebody',
  about:
    'Says whether triage calls somebody or only records it, and how sure it must be. Plain words of danger call at any setting.',
  needs: { paging },
  input: form({
    mode: ask.oneOf('What does triage do?', 'Choose what triage does', modes),
    step: ask.oneOf('How sure must it be?', 'Choose how sure it must be', steps, {
      hint: 'Measured on invented texts that it was not taught; your own messages will be otherwise',
    }),
  }),
  // What is in force stands in the form, so that one of the two can be changed alone.
  begins: ({ needs }) => ({ mode: needs.paging.mode, step: beginningStep(needs.paging.margin) }),
  decide: ({ input }) => {
    const margin = pageCurve.steps.find((step) => stepKey(step.margin) === input.step)?.margin ?? 0;
    return { to: input.mode, create: { margin }, facts: { mode: input.mode, margin } };
  },
});

/** Nothing, where the policy begins at a threshold that is none of the steps. */
const beginningStep = (margin: number): string | null => {
  const key = stepKey(margin);
  return key in steps ? key : null;
};
