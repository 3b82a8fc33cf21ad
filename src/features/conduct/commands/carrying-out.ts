import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { carryOut } from '../events.ts';
import { measure } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';
import { settled } from '../settling.ts';
import type { Measure } from '../words.ts';

/** How long one attempt may take before another may take the measure up. Longer than any network call is allowed. */
const LEASE = Temporal.Duration.from({ minutes: 2 });

const isAfter = (one: Temporal.Instant | null, other: Temporal.Instant): boolean =>
  one !== null && Temporal.Instant.compare(one, other) > 0;

const attempt = ask.whole('Attempt', { min: 1, max: 1_000_000 });
const instantText = z.string({ error: 'Give the moment' }).max(40, 'Give the moment');

/** Only the attempt that runs now may say what became of it; an older one that wakes up late may not. */
function refuseOvertaken(row: Readonly<Measure>, said: number): void {
  if (said !== row.attempts) throw refuse('conduct.overtaken');
}

/** Takes the measure up. One whose lease ran out may have been done: from then on the sender looks first. */
export const begin = command(measure, 'begin', {
  label: 'Begin',
  about: 'Takes a measure up to carry it out, with a lease.',
  button: false,
  input: form({}),
  can: ({ measure: row, now }) => {
    if (row.state === 'doing' && isAfter(row.carrying_until, now)) return refuse('conduct.being-done');
    if (isAfter(row.not_before, now)) return refuse('conduct.not-yet');
    return undefined;
  },
  decide: ({ measure: row, now }) => ({
    set: {
      attempts: row.attempts + 1,
      carrying_until: now.add(LEASE),
      not_before: null,
      in_doubt: row.in_doubt || row.state === 'doing',
    },
    facts: { attempt: row.attempts + 1 },
  }),
});

const holdReasons = {
  'by-hand': 'Only a person can do it there',
  busy: 'The network asked us to wait',
  away: 'The network cannot be reached',
  keys: 'The account’s keys no longer work',
  unknown: 'The answer was lost; we look again',
} as const;

/** It was not done this time: it is tried later by itself, or a person does it where no program can. */
export const hold = command(measure, 'hold', {
  label: 'Hold',
  about:
    'Holds a measure back until the network takes it, or leaves it to a person where no program can do it.',
  button: false,
  input: form({
    attempt,
    why: ask.oneOf('Why', 'Say why', holdReasons),
    until: ask.given('Not before', instantText.optional()),
    because: ask.maybe('What the connector says of it', { max: 1000 }),
  }),
  decide: ({ id, measure: row, input }) => {
    refuseOvertaken(row, input.attempt);
    const facts = { attempt: row.attempts, why: input.why };
    const over = { carrying_until: null, held_why: input.why };
    if (input.why === 'by-hand')
      return {
        to: 'by-hand' as const,
        set: { ...over, by_hand: true, refused_why: input.because ?? null },
        facts,
      };
    const until = input.until === undefined ? undefined : Temporal.Instant.from(input.until);
    return {
      to: 'waiting' as const,
      set: { ...over, not_before: until ?? null, in_doubt: row.in_doubt || input.why === 'unknown' },
      send: [carryOut({ measure: id }, until)],
      facts,
    };
  },
});

/** The inbox has the warning, and sends it like every reply. */
export const handOn = command(measure, 'hand-on', {
  label: 'Hand on',
  about: 'Records that the inbox has the warning to send.',
  button: false,
  input: form({ attempt }),
  decide: ({ measure: row, input }) => {
    refuseOvertaken(row, input.attempt);
    return { set: { carrying_until: null }, facts: { attempt: row.attempts } };
  },
});

/** A fact of the outside: recorded whichever attempt brings it. */
export const markDone = command(measure, 'mark-done', {
  label: 'Record as done',
  about: 'Records that it is so on the network.',
  button: false,
  input: form({
    caseNumber: ask.maybe('The network’s number', { max: 200 }),
  }),
  decide: ({ id, measure: row, input, now }) => {
    const done = settled(id, row, now);
    return {
      ...done,
      set: {
        ...done.set,
        ...(row.kind === 'report' ? { case_number: input.caseNumber ?? null, author: null } : {}),
      },
    };
  },
});

export const markRefused = command(measure, 'mark-refused', {
  label: 'Record as refused',
  about: 'Records that the network would not do it, and why.',
  button: false,
  input: form({ attempt, reason: ask.line('The network’s reason', { max: 1000 }) }),
  decide: ({ measure: row, input }) => {
    refuseOvertaken(row, input.attempt);
    return {
      set: { carrying_until: null, refused_why: input.reason },
      facts: { enquiry: row.enquiry, kind: row.kind, attempt: row.attempts },
    };
  },
});

/** Nobody can say whether it was done: a person looks, and nothing is done again by itself. */
export const markUnknown = command(measure, 'mark-unknown', {
  label: 'Record as unknown',
  about: 'Records that nobody knows whether it was done, so that a person looks.',
  button: false,
  input: form({ attempt }),
  decide: ({ measure: row, input }) => {
    refuseOvertaken(row, input.attempt);
    return {
      set: { carrying_until: null, in_doubt: true },
      facts: { enquiry: row.enquiry, kind: row.kind, attempt: row.attempts },
    };
  },
});

export const wake = command(measure, 'wake', {
  label: 'Wake',
  about: 'Takes up again a measure whose carrying out was interrupted.',
  button: false,
  input: form({}),
  decide: ({ id }) => ({ send: [carryOut({ measure: id })] }),
});
