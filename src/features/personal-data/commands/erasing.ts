import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { backupsPastOn } from '../deadlines.ts';
import { detailsErased, erasureBegun, outsideSettled } from '../events.ts';
import { removal } from '../lifecycle.ts';
import { itsHolds } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { outsideAnswers } from '../words.ts';

/**
 * Sends for the deletion. Where nothing came of it (the program was stopped, a reply that repeats the details was on
 * its way) it is sent for again: deleting twice changes nothing.
 */
export const begin = command(removal, 'begin', {
  label: 'Begin to delete',
  about: 'Deletes the words, the pictures and the author of a message on its day.',
  button: false,
  needs: { holds: itsHolds },
  input: form({}),
  can: ({ removal: row, needs, now }) => {
    if (needs.holds.length > 0) return refuse('personal-data.on-hold');
    return row.from_at === null || Temporal.Instant.compare(row.from_at, now) > 0
      ? refuse('personal-data.not-yet')
      : undefined;
  },
  decide: ({ id, removal: row, now }) => ({
    set: { begun_at: now },
    event: erasureBegun({ removal: id, enquiry: row.enquiry }),
  }),
});

/** The proof: who, when, which kinds, how. Nothing of what it was, and nothing reckoned from it. */
export const recordErased = command(removal, 'record-erased', {
  label: 'Record that it is deleted',
  about: 'Keeps the proof that the details are deleted, and when the last backup with them is gone.',
  button: false,
  input: form({
    at: ask.moment('When it was deleted', 'Give the moment'),
  }),
  decide: ({ id, removal: row, input, policy }) => ({
    set: { erased_at: input.at, backups_past_on: backupsPastOn(policy, input.at) },
    event: detailsErased({ removal: id, enquiry: row.enquiry }),
    facts: {
      at: input.at.toString(),
      inTime: row.due_at === null ? null : Temporal.Instant.compare(input.at, row.due_at) <= 0,
      kinds: row.kinds.list.join(' '),
    },
  }),
});

/** No network lets a program delete what somebody else wrote: a person does what can be done there, and says so. */
export const settleOutside = command(removal, 'settle-outside', {
  label: 'Say what became of it on its network',
  about: 'Records what you did about the message where it was written. Its address is forgotten after that.',
  input: form({
    what: ask.oneOf('What became of it there?', 'Say what became of it there', outsideAnswers),
  }),
  can: ({ removal: row }) => (row.outside === null ? undefined : refuse('personal-data.settled')),
  decide: ({ id, removal: row, input, standing, now }) => ({
    set: {
      outside: input.what,
      outside_at: now,
      outside_by: standing.actor.kind === 'person' ? standing.actor.id : null,
    },
    event: outsideSettled({ removal: id, enquiry: row.enquiry }),
    facts: { what: input.what },
  }),
});
