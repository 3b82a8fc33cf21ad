import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { over } from '../begun.ts';
import { answered, givenBack } from '../events.ts';
import { handOver } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';
import type { HandOver } from '../words.ts';

/** How a department says that it answered. */
export const waysToAnswer = {
  telephone: 'By telephone',
  email: 'By e-mail',
  letter: 'By letter',
  'in-person': 'In person',
  online: 'Where they wrote to us',
} as const;

const isQuestion = ({ 'hand-over': row }: { 'hand-over': Readonly<HandOver> }) =>
  row.kind === 'question' ? undefined : refuse('hand-over.not-a-question');

/** The receipt of whoever says something about it without having said before that they have it. */
const alsoReceived = (row: Readonly<HandOver>, now: Temporal.Instant) => ({
  received_at: row.received_at ?? now,
  acknowledge_by: null,
});

/** The department has answered the enquirer: with that the enquiry ends. */
export const answer = command(handOver, 'answer', {
  label: 'I have answered',
  about: 'Records that the department answered the person, how and when, which ends this.',
  button: false,
  input: form({
    how: ask.oneOf('How did you answer?', 'Say how you answered', waysToAnswer),
    on: ask.date('On which day?', 'Give the day on which you answered'),
    note: ask.maybe('Anything we should know?', {
      hint: 'Please put no details of the person here',
      lines: true,
      max: 800,
    }),
  }),
  can: isQuestion,
  canAsks: [],
  decide: ({ id, 'hand-over': row, input, now, policy }) => {
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    if (Temporal.PlainDate.compare(input.on, today) > 0)
      throw new InputRefused([{ field: 'on', message: 'That day has not come yet: answer them first' }]);
    return {
      set: {
        ...over(now),
        ...alsoReceived(row, now),
        answered_at: now,
        answered_on: input.on,
        answered_how:
          input.note === undefined ? waysToAnswer[input.how] : `${waysToAnswer[input.how]}. ${input.note}`,
      },
      event: answered({ handOver: id, enquiry: row.enquiry, at: now.toString() }),
      facts: {
        how: input.how,
        on: input.on.toString(),
        department: row.department,
        inTime: row.due_at === null ? null : Temporal.Instant.compare(now, row.due_at) <= 0,
      },
    };
  },
});

/** They cannot answer before we tell them something. */
export const askMore = command(handOver, 'ask-more', {
  label: 'I need to know more',
  about: 'Asks the communications team something that the department needs before it can answer.',
  button: false,
  input: form({
    question: ask.text('What do you need to know?', { empty: 'Say what you need to know', max: 2000 }),
  }),
  can: isQuestion,
  canAsks: [],
  decide: ({ 'hand-over': row, input, now }) => ({
    set: { ...alsoReceived(row, now), asked_back: input.question },
  }),
});

/** It is not theirs, so somebody else must answer: the enquiry waits again. */
export const giveBack = command(handOver, 'give-back', {
  label: 'It is not ours',
  about: 'Gives it back to the communications team, with the reason.',
  button: false,
  input: form({
    why: ask.text('Why is it not yours?', {
      empty: 'Say why it is not yours',
      hint: 'And whose it is, if you know',
      max: 1000,
    }),
  }),
  can: isQuestion,
  canAsks: [],
  decide: ({ id, 'hand-over': row, input, now }) => ({
    set: { ...over(now), ...alsoReceived(row, now), returned_why: input.why },
    event: givenBack({ handOver: id, enquiry: row.enquiry }),
    facts: { department: row.department },
  }),
});
