import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { answeringDepartments } from '#features/people/index.ts';
import { chaseFrom, deletionFrom } from '../deadlines.ts';
import { detailsPassedOn } from '../events.ts';
import { removal } from '../lifecycle.ts';
import { passOnReasons } from '../needs.ts';

/** Says who gets the details and why. What they are goes by a link that works once, and stands in no notice. */
export const passOnDetails = command(removal, 'pass-on', {
  label: 'Pass the details on',
  about: 'Gives the details to a named person of a department, by a link that works once. They confirm.',
  stale: 'refuse',
  needs: { departments: answeringDepartments, reasons: passOnReasons },
  input: form({
    department: ask.choice('Which department needs them?', 'Choose a department', 'departments'),
    receiver: ask.line('Who there gets them, by name?', {
      empty: 'Name the person who gets them',
      hint: 'A colleague. Never the person who wrote, and nothing of what they wrote',
      max: 100,
    }),
    address: ask.maybe('Their e-mail address at work', {
      hint: 'They are sent a link and nothing else. Leave it out to give them the link yourself',
      max: 200,
    }),
    why: ask.choice('Why does the department need them?', 'Choose why they need them', 'reasons'),
  }),
  decide: ({ id, removal: row, input, standing, now, policy }) => ({
    set: {
      department: input.department,
      receiver: input.receiver,
      address: input.address ?? null,
      hand_over: null,
      why: input.why,
      passed_on_at: now,
      passed_on_by: standing.actor.kind === 'person' ? standing.actor.id : null,
      ...chaseFrom(policy, now),
    },
    event: detailsPassedOn({
      removal: id,
      enquiry: row.enquiry,
      department: input.department,
      before: row.hand_over,
    }),
    facts: { department: input.department, why: input.why, kinds: row.kinds.list.join(' ') },
  }),
});

/** By which hand-over they get them. */
export const recordHandOver = command(removal, 'record-hand-over', {
  label: 'Record the hand-over',
  about: 'Records by which hand-over the details go.',
  button: false,
  input: form({ handOver: ask.given('Hand-over', z.uuid({ error: 'Give the hand-over' })) }),
  decide: ({ input }) => ({ set: { hand_over: input.handOver }, facts: { handOver: input.handOver } }),
});

/** The receiver has them. Only now can they be deleted here. */
export const confirm = command(removal, 'confirm', {
  label: 'Record that they have it',
  about: 'Records that the receiver confirmed. The details are deleted here after that.',
  button: false,
  input: form({}),
  decide: ({ removal: row, now, policy }) => ({
    set: {
      confirmed_at: row.confirmed_at ?? now,
      confirmed_by: 'receiver' as const,
      // While it is held it only becomes due: the day is reckoned when the hold is lifted.
      ...(row.state === 'held' ? { held_before: 'due' as const } : deletionFrom(policy, now)),
    },
  }),
});

/** The receiver said so in another way. Not for whoever only answers the public: deletion hangs on it. */
export const confirmByHand = command(removal, 'confirm-by-hand', {
  label: 'Record that they have it',
  about: 'Records that the receiver told us in another way that they have the details.',
  input: form({
    how: ask.line('How do you know?', { empty: 'Say how you know', hint: 'Such as: they rang', max: 200 }),
  }),
  decide: ({ input, now, policy }) => ({
    set: {
      confirmed_at: now,
      confirmed_by: 'by-hand' as const,
      confirmed_how: input.how,
      ...deletionFrom(policy, now),
    },
  }),
});
