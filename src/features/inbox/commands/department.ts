import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { clocksFrom } from '../due.ts';
import { enquiryClosed } from '../events.ts';
import { enquiry } from '../lifecycle.ts';

const ended = (now: Temporal.Instant, note: string | undefined) => ({
  close_reason: 'passed-on',
  close_note: note ?? null,
  closed_at: now,
  department_answered_at: now,
});

/** A handed-over enquiry ends when the department has answered the person, and not before. */
export const departmentAnswered = command(enquiry, 'department-answered', {
  label: 'The department has answered',
  about: 'Records that the department answered the person, which ends this.',
  input: form({ how: ask.maybe('How do you know?', { hint: 'Such as: they sent us a copy', max: 300 }) }),
  decide: ({ id, enquiry: row, input, now }) => ({
    set: ended(now, input.how),
    event: enquiryClosed({ enquiry: id, reason: 'passed-on' }),
    facts: {
      department: row.department,
      inTime:
        row.due_department_at === null ? null : Temporal.Instant.compare(now, row.due_department_at) <= 0,
    },
  }),
});

export const override = command(enquiry, 'override', {
  label: 'End it without the department’s answer',
  about: 'The director ends a hand-over that was never confirmed as answered, and says why.',
  input: form({ why: ask.text('Why does this end without an answer?', { empty: 'Say why', max: 1000 }) }),
  decide: ({ id, enquiry: row, input, now }) => ({
    set: { ...ended(now, input.why), department_answered_at: null },
    event: enquiryClosed({ enquiry: id, reason: 'passed-on' }),
    facts: { department: row.department, override: true },
  }),
});

/** The department said itself that it answered: by its own link, at this moment. */
export const hearAnswered = command(enquiry, 'hear-answered', {
  label: 'The department says that it has answered',
  about: 'Ends what was passed on, because the department says that it answered the person.',
  button: false,
  input: form({
    at: ask.given('When they said so', z.iso.datetime({ error: 'Give the moment', offset: true })),
  }),
  decide: ({ id, enquiry: row, input }) => {
    const at = Temporal.Instant.from(input.at);
    return {
      set: ended(at, undefined),
      event: enquiryClosed({ enquiry: id, reason: 'passed-on' }),
      facts: {
        department: row.department,
        inTime:
          row.due_department_at === null ? null : Temporal.Instant.compare(at, row.due_department_at) <= 0,
      },
    };
  },
});

/** It is not theirs after all, so somebody must answer: the enquiry waits again, with clocks of its own. */
export const hearGivenBack = command(enquiry, 'hear-given-back', {
  label: 'The department gave it back',
  about:
    'Puts an enquiry back into the queue, because it is not for the department that it was passed on to.',
  button: false,
  input: form({}),
  decide: ({ enquiry: row, now, policy }) => ({
    set: { ...clocksFrom(policy, now), department: null, due_department_at: null },
    facts: { department: row.department },
  }),
});
