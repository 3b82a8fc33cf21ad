import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { chain } from '../chain.ts';
import { trailCheck } from '../lifecycle.ts';
import { personIn } from './person-in.ts';

export const makeCheck = command(trailCheck, 'make', {
  label: 'Check the chain now',
  about: 'Checks every entry of the audit trail against the one before it, and keeps what was found.',
  needs: { chain },
  input: form({}),
  decide({ needs, standing }) {
    const { entries, head, firstBad } = needs.chain;
    const state = firstBad === null ? ('whole' as const) : ('broken' as const);
    return {
      to: state,
      create: { made_by: personIn(standing), entries, head, first_bad: firstBad },
      facts: { entries, head, firstBad },
    };
  },
});
