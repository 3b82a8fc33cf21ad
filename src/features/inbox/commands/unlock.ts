import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { isLocked } from '../lanes.ts';
import { enquiry } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';

/** Governance alone says that a legal matter or a complaint may be answered in own words. */
export const unlock = command(enquiry, 'unlock', {
  label: 'Let it be answered',
  about: 'Says that whoever answers the public may answer this in words of their own.',
  input: form({
    note: ask.text('What may be said, and what not?', {
      empty: 'Say what may be said',
      max: 2000,
      hint: 'Whoever answers reads this beside the message.',
    }),
  }),
  can: ({ enquiry: row, policy }) => (isLocked(row, policy) ? undefined : refuse('inbox.not-locked')),
  decide: ({ input, now }) => ({ set: { unlocked_at: now, unlock_note: input.note } }),
});
