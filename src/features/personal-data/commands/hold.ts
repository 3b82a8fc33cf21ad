import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import type { Policy } from '#policy/index.ts';
import { activePeople } from '#features/people/index.ts';
import { chaseFrom, deletionFrom } from '../deadlines.ts';
import { holdLifted, holdPlaced } from '../events.ts';
import { hold, removal } from '../lifecycle.ts';
import { heldRemoval, HOLDING, matters, otherHolds } from '../needs.ts';
import { heldFrom } from '../words.ts';

const uuid = (what: string) => z.uuid({ error: `Give the id of ${what}` });
const reviewOn = ask.date('When is it looked at again?', 'Give the day on which it is looked at again');

/** @throws InputRefused for a day that has passed, or lies further off than the policy lets a hold go unseen. */
function refuseWrongDay(day: Temporal.PlainDate, now: Temporal.Instant, policy: Policy): void {
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const { reviewDays } = policy.value('details.held');
  const wrong = (message: string) => new InputRefused([{ field: 'reviewOn', message }]);
  if (Temporal.PlainDate.compare(day, today) <= 0) throw wrong('Give a day that is still to come');
  if (Temporal.PlainDate.compare(day, today.add({ days: reviewDays })) > 0)
    throw wrong(`A hold is looked at again within ${reviewDays} days. Give an earlier day`);
}

/** The hold itself. Done together with the step of what it stops, never by itself. */
export const placeHold = command(hold, 'place', {
  label: 'Place a hold',
  about: 'Keeps what is needed for a case.',
  alone: false,
  needs: { people: activePeople, matters },
  input: form({
    removal: ask.given('What is held', uuid('what is held')),
    enquiry: ask.given('Enquiry', uuid('the enquiry')),
    matter: ask.choice('What is it needed for?', 'Choose what it is needed for', 'matters'),
    name: ask.line('Name of the case', { max: 100 }),
    owner: ask.choice('Who answers for the hold?', 'Choose who answers for it', 'people'),
    reviewOn,
  }),
  decide: ({ id, input, standing, now }) => ({
    create: {
      removal: input.removal,
      enquiry: input.enquiry,
      matter: input.matter,
      name: input.name,
      owner: input.owner,
      review_on: input.reviewOn,
      placed_by: standing.actor.kind === 'person' ? standing.actor.id : '',
      placed_at: now,
      in_place_at: null,
      lifted_at: null,
      lifted_why: null,
    },
    event: holdPlaced({ hold: id, enquiry: input.enquiry }),
    facts: { removal: input.removal, matter: input.matter, review: input.reviewOn.toString() },
  }),
});

/**
 * Stops the deletion and takes the message out of everybody's sight. A deletion that has begun stops too, as long as
 * the words are still there: the row of the message decides who was first.
 */
export const holdIt = command(removal, 'hold', {
  label: 'Place a hold',
  closes: HOLDING,
  stale: 'any',
  about: 'Stops the deletion for a case, and hides the message from everybody but information governance.',
  needs: { people: activePeople, matters },
  input: form({
    matter: ask.choice('What is it needed for?', 'Choose what it is needed for', 'matters'),
    name: ask.line('Name of the case', {
      empty: 'Give the case’s name',
      hint: 'A reference, such as FOI 2026/114. Never the name of the person who wrote',
      max: 100,
    }),
    owner: ask.choice('Who answers for the hold?', 'Choose who answers for it', 'people'),
    reviewOn,
  }),
  decide: ({ id, removal: row, input, now, policy }) => {
    refuseWrongDay(input.reviewOn, now, policy);
    const before = heldFrom.find((state) => state === row.state);
    return {
      set: {
        held_before: row.state === 'held' ? row.held_before : (before ?? null),
        held_at: row.held_at ?? now,
      },
      also: [
        act(placeHold, 'new', {
          ...input,
          reviewOn: input.reviewOn.toString(),
          removal: id,
          enquiry: row.enquiry,
        }),
      ],
      facts: { matter: input.matter },
    };
  },
});

/** Goes on where the hold had stopped it. Its clock starts anew. */
export const resume = command(removal, 'resume', {
  label: 'Go on',
  about: 'Goes on with what the hold had stopped, with a new clock.',
  alone: false,
  input: form({}),
  decide: ({ removal: row, now, policy }) => {
    const set = { held_before: null, held_at: null };
    if (row.held_before === 'due' || row.held_before === 'erasing')
      return { to: 'due' as const, set: { ...set, ...deletionFrom(policy, now), begun_at: null } };
    if (row.held_before === 'passed-on')
      return { to: 'passed-on' as const, set: { ...set, ...chaseFrom(policy, now) } };
    return { to: row.held_before ?? ('noticed' as const), set };
  },
});

export const liftHold = command(hold, 'lift', {
  label: 'Lift the hold',
  closes: HOLDING,
  about:
    'Ends the hold. Where no other hold stands, the team sees the message again and its clock starts anew.',
  needs: { others: otherHolds, held: heldRemoval },
  input: form({ why: ask.text('Why is it no longer needed?', { empty: 'Say why', max: 500 }) }),
  decide: ({ id, hold: row, input, needs, now }) => ({
    set: { lifted_at: now, lifted_why: input.why },
    also:
      needs.others.length === 0 && needs.held?.state === 'held' ? [act(resume, { id: row.removal }, {})] : [],
    event: holdLifted({ hold: id, enquiry: row.enquiry }),
    facts: { removal: row.removal, others: needs.others.length },
  }),
});

export const reviewHold = command(hold, 'review', {
  label: 'Keep it, and look again later',
  about: 'Says that the hold is still needed, and when it is looked at again.',
  input: form({ reviewOn }),
  decide: ({ input, now, policy }) => {
    refuseWrongDay(input.reviewOn, now, policy);
    return { set: { review_on: input.reviewOn }, facts: { review: input.reviewOn.toString() } };
  },
});

export const putInPlace = command(hold, 'put-in-place', {
  label: 'Record that it holds',
  about: 'Records that the message is kept and hidden.',
  button: false,
  input: form({}),
  decide: ({ now }) => ({ set: { in_place_at: now } }),
});

export const comeTooLate = command(hold, 'come-too-late', {
  label: 'Record that it came too late',
  about: 'Records that the message’s words had been deleted before the hold could keep them.',
  button: false,
  input: form({}),
  decide: () => ({ set: {} }),
});
