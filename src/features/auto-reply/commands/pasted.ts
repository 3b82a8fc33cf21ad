import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { pastedText } from '../lifecycle.ts';
import { accountsByHand } from '../needs.ts';
import { standingText } from '../text.ts';
import type { Policy } from '#policy/index.ts';
import type { Standing } from '#kernel/rights.ts';

/** What stands on the network from today on, and when somebody looks again. */
function pasted(policy: Policy, now: Temporal.Instant, { actor }: Standing) {
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const { days } = policy.value('auto-reply.pasted');
  return {
    text: standingText(policy),
    pasted_by: actor.kind === 'person' ? actor.id : null,
    checked_on: today,
    check_due_on: today.add({ days }),
  };
}

export const recordPasted = command(pastedText, 'record', {
  label: 'Say that it was pasted',
  about: 'Records that the automatic reply of today was put into a network by hand.',
  once: ['account'],
  needs: { accounts: accountsByHand },
  input: form({
    account: ask.choice('Into which account did you paste it?', 'Choose an account', 'accounts'),
    seen: ask.tick('I sent a message from another account and got this text back'),
  }),
  decide: ({ input, now, policy, standing }) => ({
    create: { account: input.account, ...pasted(policy, now, standing) },
    facts: { account: input.account },
  }),
});

export const checkPasted = command(pastedText, 'check', {
  label: 'Say that it still stands',
  about: 'Records that the network sends the text of today, after somebody looked or pasted it anew.',
  input: form({ seen: ask.tick('I sent a message from another account and got the text of today back') }),
  decide: ({ now, policy, standing }) => ({ set: pasted(policy, now, standing) }),
});
