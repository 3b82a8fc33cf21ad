import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { measure } from '../lifecycle.ts';
import { settled } from '../settling.ts';

/** The network has the warning. */
export const recordWarned = command(measure, 'record-warned', {
  label: 'Record as warned',
  about: 'Records that a warning went out.',
  button: false,
  input: form({
    at: ask.given('When', z.string({ error: 'Give the moment' }).max(40, 'Give the moment')),
  }),
  decide: ({ id, measure: row, input }) => {
    const { set, event, facts } = settled(id, row, Temporal.Instant.from(input.at));
    return { set, event, facts };
  },
});

/** Somebody took the warning back before it went out. */
export const recordNotWarned = command(measure, 'record-not-warned', {
  label: 'Record as not warned',
  about: 'Records that a warning was taken back before it went out.',
  button: false,
  input: form({}),
  decide: ({ measure: row }) => ({
    set: { carrying_until: null },
    facts: { kind: row.kind, enquiry: row.enquiry },
  }),
});
