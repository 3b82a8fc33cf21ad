import { currentSignposts } from '#features/people/index.ts';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import type { Choices } from '#kernel/need.ts';
import type { Policy } from '#policy/index.ts';
import { savedReply } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';
import type { SavedReply } from '../words.ts';

const needs = { entries: currentSignposts };

const dueAgain = (now: Temporal.Instant, policy: Policy): Temporal.PlainDate =>
  now
    .toZonedDateTimeISO(policy.zone)
    .toPlainDate()
    .add({ days: policy.value('saved-replies.agreed').reviewDays });

/** Nobody agrees words whose contact nobody has checked. */
function staleContact(
  { signpost }: Readonly<SavedReply>,
  entries: Choices<{ readonly id: string; readonly name: string; readonly stale: boolean }>,
) {
  if (signpost === null) return undefined;
  const entry = entries.has(signpost) ? entries.get(signpost) : undefined;
  return entry && !entry.stale
    ? undefined
    : refuse('saved-replies.stale-contact', { entry: entry?.name ?? 'that was taken out of the directory' });
}

export const agree = command(savedReply, 'agree', {
  label: 'Agree the words',
  about: 'Lets everybody who answers the public use them, until somebody looks again.',
  stale: 'refuse',
  needs,
  input: form({}),
  can: ({ 'saved-reply': row, needs: { entries } }) => staleContact(row, entries),
  decide: ({ now, policy, standing }) => ({
    set: {
      agreed_by: standing.actor.kind === 'person' ? standing.actor.id : null,
      review_due_on: dueAgain(now, policy),
    },
  }),
});

export const lookAgain = command(savedReply, 'look-again', {
  label: 'Say that it is still right',
  about: 'Lets it be used for as long again.',
  needs,
  input: form({ right: ask.tick('I have read it, and every number and address in it is still right') }),
  can: ({ 'saved-reply': row, needs: { entries } }) => staleContact(row, entries),
  decide: ({ now, policy, input }) => ({ set: input.right ? { review_due_on: dueAgain(now, policy) } : {} }),
});

export const withdraw = command(savedReply, 'withdraw', {
  label: 'Take it out of use',
  about: 'Nobody can use it any more. What was answered with it stays as it was.',
  input: form({}),
  decide: () => ({}),
});
