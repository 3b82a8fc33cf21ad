import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
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
