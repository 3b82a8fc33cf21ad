import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { acknowledgement } from '../lifecycle.ts';

/** A person says that they have read the version in force. */
export const acknowledge = command(acknowledgement, 'make', {
  label: 'I have read the policy',
  about: 'Records that a person has read and acknowledges the version in force.',
  once: ['person', 'version_read'],
  input: form({
    method: ask.oneOf('How did you read it?', 'Choose how you read it', {
      page: 'On the policy page',
      paper: 'On paper',
      session: 'In a session with others',
    }),
  }),
  decide: ({ input, now, policy, standing }) => ({
    create: {
      person: standing.actor.kind === 'person' ? standing.actor.id : '',
      version_read: policy.id,
      method: input.method,
      at: now,
    },
    facts: { version: policy.id, method: input.method },
  }),
});
