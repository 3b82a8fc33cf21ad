import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { removal } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';

/** A few deletions of each week, picked so that nobody can choose them. */
export const pick = command(removal, 'pick', {
  label: 'Pick for the spot check',
  about: 'Picks a deletion to be looked at again.',
  button: false,
  input: form({}),
  decide: ({ removal: row, now }) => ({ set: { picked_at: row.picked_at ?? now } }),
});

export const check = command(removal, 'check', {
  label: 'Say what you found',
  about: 'Records that you looked whether anything of the details is left.',
  input: form({
    found: ask.oneOf('Is anything left?', 'Say whether anything is left', {
      'nothing-left': 'Nothing is left',
      'something-left': 'Something is left',
    }),
  }),
  can: ({ removal: row }) => (row.picked_at === null ? refuse('personal-data.not-picked') : undefined),
  decide: ({ input, standing, now }) => ({
    set: {
      checked_at: now,
      checked_by: standing.actor.kind === 'person' ? standing.actor.id : null,
      verdict: input.found,
    },
    facts: { found: input.found },
  }),
});
