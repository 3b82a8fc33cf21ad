import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { answeringDepartments } from '#features/people/index.ts';
import { departmentDue } from '../due.ts';
import { passedOn } from '../events.ts';
import { mayStay } from '../checked.ts';
import { refuseHeld } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { givenOut, holder, reasonsToStay } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { answering } from './answer.ts';

/**
 * Hands the enquiry to the department that will answer the person directly, and tells the person who and by when:
 * that notice stops the first clock, and a second one runs for the department.
 */
export const passOn = command(enquiry, 'pass-on', {
  label: 'Pass on',
  about: 'Hands this to a department, and tells the person who will answer and by when.',
  stale: 'refuse',
  needs: { holder, givenOut, departments: answeringDepartments, mayStay: reasonsToStay },
  input: form({
    department: ask.choice('Which department will answer?', 'Choose a department', 'departments'),
    summary: ask.text('What do they need to know?', { empty: 'Say what they need to know', max: 2000 }),
    contact: ask.maybe('How may the department reach the person?', {
      hint: 'Only what the person agreed to share',
      max: 200,
    }),
    consent: ask.tick('The person agreed that the department may use this contact'),
    words: ask.maybe('Anything to add to the notice?', { lines: true, max: 1000 }),
    mayStay,
  }),
  can: refuseHeld,
  canAsks: ['holder'],
  decide: (given) => {
    const { id, input, needs, now, policy } = given;
    const department = needs.departments.get(input.department);
    if (!department.answers) throw refuse('inbox.nobody-there', { department: department.name });
    if (input.contact !== undefined && !input.consent) {
      throw new InputRefused([
        {
          field: 'consent',
          message: 'Ask the person first, and tick that they agreed, or leave their contact out',
        },
      ]);
    }
    const due = departmentDue(policy, now);
    const text = noticeText(department.name, due, policy.zone, input.words);
    const answer = answering(given, {
      kind: 'pass-on-notice',
      text,
      words: input.words,
      field: 'words',
      mayStay: input.mayStay,
    });
    return {
      ...answer,
      set: {
        ...answer.set,
        department: department.id,
        summary: input.summary,
        contact: input.contact ?? null,
        due_department_at: due,
      },
      event: passedOn({
        enquiry: id,
        department: department.id,
        at: now.toString(),
        due: due.toString(),
      }),
      facts: {
        ...answer.facts,
        department: department.id,
        due: due.toString(),
        contactShared: input.contact !== undefined,
      },
    };
  },
});

/** What the person is told: who will answer them, and by which day. */
export function noticeText(department: string, due: Temporal.Instant, zone: string, words?: string): string {
  const day = due
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
    .replace(',', '');
  const notice = `We have passed this on to ${department}. They will answer you by ${day}.`;
  return words === undefined ? notice : `${words}\n${notice}`;
}
