import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { nightDigest } from '../paging/lifecycle.ts';
import { countAt, digestSlot, itemsSince } from '../paging/digest.ts';
import { refuse } from '../paging/refusals.ts';
import { messagesTo } from '../paging/step.ts';
import { thereNow } from '../paging/there.ts';

/** One message about everything that can wait a little, at the policy's times, while we are closed. */
export const sendDigest = command(nightDigest, 'send', {
  label: 'Send the digest',
  about: 'Tells the manager on call, in one message, how many items should be looked at first.',
  button: false,
  once: ['slot'],
  needs: { items: itemsSince, there: thereNow },
  input: form({}),
  can: ({ needs, now, policy }) =>
    countAt(needs.items, digestSlot(policy, now, needs.items.after)) > 0
      ? undefined
      : refuse('on-call.no-digest-due'),
  decide: ({ id, needs, now, policy }) => {
    const slot = digestSlot(policy, now, needs.items.after);
    if (!slot) throw refuse('on-call.no-digest-due');
    const items = countAt(needs.items, slot);
    const who = needs.there.duty.length > 0 ? 'duty' : 'deputy';
    const people = needs.there[who];
    return {
      create: { slot, items, person: people[0] ?? null },
      also: messagesTo({ about: 'digest', subject: id, rung: 0 }, who, people, policy),
      facts: { items, who },
    };
  },
});
