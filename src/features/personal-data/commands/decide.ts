import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { deletionFrom } from '../deadlines.ts';
import { detailsDismissed } from '../events.ts';
import { removal } from '../lifecycle.ts';
import { notNeededReasons } from '../needs.ts';
import { refuse } from '../refusals.ts';

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

/** In public it is hidden first; then its author is asked, where nobody else reads along. */
export const askToRemove = command(removal, 'ask-to-remove', {
  label: 'Record that we asked them to remove it',
  about: 'Records that you asked the author, in a private message, to remove what everybody can read.',
  input: form({}),
  can: ({ removal: row }) => (row.visibility === 'public' ? undefined : refuse('personal-data.not-public')),
  decide: ({ removal: row, now }) => ({ set: { asked_at: row.asked_at ?? now } }),
});

export const recordHidden = command(removal, 'record-hidden', {
  label: 'Record that it is hidden',
  about: 'Records that what everybody could read was taken out of sight.',
  button: false,
  input: form({}),
  decide: ({ removal: row, now }) => {
    const minutes = Math.floor((now.epochMilliseconds - row.noticed_at.epochMilliseconds) / 60_000);
    return row.hidden_at === null ? { set: { hidden_at: now }, facts: { minutes } } : { set: {} };
  },
});
