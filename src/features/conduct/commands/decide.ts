import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { inWorkingDays } from '#features/inbox/index.ts';
import { measure } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';
import { takingBack, toBeDone } from '../settling.ts';
import type { Measure } from '../words.ts';
import { reviewDay } from './take.ts';

const todayIn = (now: Temporal.Instant, zone: string) => now.toZonedDateTimeISO(zone).toPlainDate();
const byPerson = (standing: { readonly actor: { readonly kind: string; readonly id?: string } }) =>
  standing.actor.kind === 'person' ? (standing.actor.id ?? null) : null;

/** The second person says yes to a block. */
export const approve = command(measure, 'approve', {
  label: 'Approve the block',
  about: 'Blocks the person, until the day of review.',
  input: form({}),
  can: ({ measure: row, now, policy }) => {
    const day = row.review_on;
    if (day === null || Temporal.PlainDate.compare(day, todayIn(now, policy.zone)) > 0) return undefined;
    return refuse('conduct.review-passed', { day: day.toString() });
  },
  decide: ({ id, measure: row, standing }) => ({
    ...toBeDone(id, row),
    set: { decided_by: byPerson(standing) },
    facts: { kind: row.kind, enquiry: row.enquiry },
  }),
});

/** It is not done after all; where it was to be taken back, it stays as it was. */
export const drop = command(measure, 'drop', {
  label: 'Drop',
  about: 'Leaves it undone. What was to be taken back stays as it is.',
  input: form({}),
  decide: ({ measure: row }) => ({
    to: row.undoing ? ('in-force' as const) : ('dropped' as const),
    set: row.undoing
      ? { undoing: false, ends_why: null, held_why: null, refused_why: null }
      : { author: null },
    facts: { kind: row.kind, enquiry: row.enquiry },
  }),
});

export const lift = command(measure, 'lift', {
  label: 'Take it back',
  about: 'Ends the measure on the network: what was hidden is shown again, who was blocked may come back.',
  input: form({
    why: ask.oneOf('Why?', 'Say why it ends', {
      lifted: 'It is no longer needed',
      mistake: 'It was a mistake',
      removed: 'They took it down themselves',
    }),
  }),
  decide: ({ id, measure: row, input }) => takingBack(id, row, input.why),
});

const mustBeBlock = ({ measure: row }: { readonly measure: Readonly<Measure> }) =>
  row.kind === 'block' ? undefined : refuse('conduct.not-a-block');

/** Somebody else than who asked for it finds that it is still needed. */
export const renew = command(measure, 'renew', {
  label: 'Renew the block',
  about: 'Keeps the block until another day of review.',
  input: form({
    reviewOn: ask.maybeDate('When is it reviewed again?', {
      hint: 'Left empty: as late as the policy allows',
    }),
  }),
  can: mustBeBlock,
  decide: ({ measure: row, input, now, policy }) => {
    const review_on = reviewDay(input.reviewOn, todayIn(now, policy.zone), policy);
    return {
      set: { review_on, renewed: row.renewed + 1 },
      facts: { kind: row.kind, enquiry: row.enquiry, reviewOn: review_on.toString() },
    };
  },
});

/** Its day has come and nobody has renewed it. */
export const endAtReview = command(measure, 'end-at-review', {
  label: 'End at review',
  about: 'Takes a block back on its day of review, because nobody renewed it.',
  button: false,
  input: form({}),
  can: mustBeBlock,
  decide: ({ id, measure: row }) => takingBack(id, row, 'review'),
});

export const askAgain = command(measure, 'ask-again', {
  label: 'Record that they ask for a review',
  about: 'The person asked us to look at this again. Somebody who had no hand in it decides.',
  input: form({}),
  can: ({ measure: row }) => (isUnderReview(row) ? refuse('conduct.under-review') : undefined),
  decide: ({ measure: row, now, policy }) => {
    const due = inWorkingDays(policy, now, policy.value('conduct.review').workingDays);
    return {
      set: { appealed_at: now, appeal_due_at: due, appeal_outcome: null },
      facts: { kind: row.kind, enquiry: row.enquiry, due: due.toString() },
    };
  },
});

const isUnderReview = (row: Readonly<Measure>): boolean =>
  row.appealed_at !== null && row.appeal_outcome === null;

export const decideAgain = command(measure, 'decide-again', {
  label: 'Decide the review',
  about: 'Decides whether a measure stays, for somebody who asked for a review.',
  input: form({
    outcome: ask.oneOf('What do you decide?', 'Say what you decide', {
      kept: 'It stays',
      ended: 'It ends',
    }),
  }),
  can: ({ measure: row }) => (isUnderReview(row) ? undefined : refuse('conduct.no-review-asked')),
  decide: ({ id, measure: row, input }) => {
    const facts = { kind: row.kind, enquiry: row.enquiry, outcome: input.outcome };
    if (input.outcome === 'kept')
      return { to: 'same' as const, set: { appeal_outcome: input.outcome }, facts };
    const back = takingBack(id, row, 'appeal');
    return { ...back, set: { ...back.set, appeal_outcome: input.outcome }, facts };
  },
});

/** Hiding is not deleting: only whoever wrote it can take it down, so they are asked, where nobody else reads it. */
export const askToRemove = command(measure, 'ask-to-remove', {
  label: 'I have asked them in private',
  about: 'Records that the person was asked in private to take the details down themselves.',
  input: form({}),
  can: ({ measure: row }) => (row.details ? undefined : refuse('conduct.not-of-details')),
  decide: ({ measure: row, now }) => ({
    set: { asked_to_remove_at: now },
    facts: { kind: row.kind, enquiry: row.enquiry },
  }),
});
