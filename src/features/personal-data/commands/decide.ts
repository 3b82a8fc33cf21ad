import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { deletionFrom } from '../deadlines.ts';
import { detailsDismissed } from '../events.ts';
import { removal } from '../lifecycle.ts';
import { notNeededReasons } from '../needs.ts';

/** Nobody needs them, so nobody gets them. */
export const deleteNow = command(removal, 'delete-now', {
  label: 'Delete without passing on',
  about: 'Deletes the message’s words, pictures and author here within minutes. This cannot be undone.',
  stale: 'refuse',
  needs: { reasons: notNeededReasons },
  input: form({ why: ask.choice('Why does nobody need them?', 'Choose why nobody needs them', 'reasons') }),
  decide: ({ removal: row, input, now, policy }) => ({
    set: { not_needed: input.why, from_at: now, due_at: deletionFrom(policy, now).due_at },
    facts: { why: input.why, kinds: row.kinds.list.join(' ') },
  }),
});

/** No receipt ever came. Only information governance says that they go all the same. */
export const deleteUnconfirmed = command(removal, 'delete-unconfirmed', {
  label: 'Delete without a receipt',
  about: 'Deletes the details although nobody confirmed that they have them. This cannot be undone.',
  stale: 'refuse',
  input: form({
    why: ask.text('Why may they be deleted without a receipt?', { empty: 'Say why', max: 500 }),
  }),
  decide: ({ input, now, policy }) => ({
    set: { unconfirmed_why: input.why, ...deletionFrom(policy, now) },
  }),
});

/** The detectors were wrong, or they are details that may be read by everybody. */
export const dismiss = command(removal, 'dismiss', {
  label: 'These are nobody’s details',
  about: 'Says that the message holds nobody’s personal details. It is shown as it is again.',
  stale: 'refuse',
  input: form({}),
  decide: ({ id, removal: row }) => ({
    event: detailsDismissed({ removal: id, enquiry: row.enquiry }),
    facts: { kinds: row.kinds.list.join(' ') },
  }),
});
