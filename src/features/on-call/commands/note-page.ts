import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { page } from '../paging/lifecycle.ts';

/** No channel took the last step: shown in red until one does. Done together with what tells it, never by itself. */
export const noteFault = command(page, 'note-fault', {
  label: 'Note that nobody could be reached',
  about: 'Notes that every channel failed for the last step, so that it is shown in red.',
  alone: false,
  input: form({}),
  decide: ({ page: row, now }) => ({ set: { fault_at: row.fault_at ?? now }, facts: { step: row.rung } }),
});

/** A channel took a message of this page: the fault, if there was one, is over. */
export const noteTaken = command(page, 'note-taken', {
  label: 'Note that it went out',
  about: 'Notes when a channel first took a message of this page.',
  alone: false,
  input: form({}),
  decide: ({ page: row, now }) => ({ set: { paged_at: row.paged_at ?? now, fault_at: null } }),
});
