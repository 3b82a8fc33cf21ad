import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { begun } from '../begun.ts';
import { opened, sendLetter } from '../events.ts';
import { handOver } from '../lifecycle.ts';
import { atShare, openMinutesOn } from '../open-time.ts';

const id = (label: string) => ask.given(label, z.uuid({ error: `Give the id: ${label}` }));
const moment = (label: string) =>
  ask.given(label, z.iso.datetime({ error: `Give the moment: ${label}`, offset: true }));
/** The parts that the receiver is shown, as JSON. Sealed as the row is written; in no event, job or line of the trail. */
const content = ask.given(
  'What they are given',
  z
    .string({ error: 'Give what they are to have' })
    .min(1, 'Give what they are to have')
    .max(60_000, 'It is too long'),
);
const receiver = ask.given(
  'Who receives it',
  z
    .string({ error: 'Say who receives it' })
    .trim()
    .min(1, 'Say who receives it')
    .max(200, 'Use 200 characters or fewer'),
);
const addresses = ask.given(
  'Where letters go',
  z
    .array(z.string({ error: 'Give addresses' }).max(254, 'That address is too long'), {
      error: 'Give addresses',
    })
    .max(10, 'Give ten addresses or fewer'),
);
const reason = ask.given(
  'Why',
  z.string({ error: 'Say why' }).trim().min(1, 'Say why').max(1000, 'Use 1,000 characters or fewer'),
);

/** A department hears what was passed on to it: it answers the enquirer, and says so here. */
export const askDepartment = command(handOver, 'ask-department', {
  label: 'Ask the department',
  about: 'Gives what was passed on to the department by a link, and waits for its answer.',
  button: false,
  once: ['enquiry', 'passed_on_at'],
  input: form({
    enquiry: id('Enquiry'),
    department: id('Department'),
    receiver,
    addresses,
    passedOn: moment('Passed on'),
    due: moment('Due'),
    reason,
    content,
  }),
  decide: ({ id: made, input, now, policy }) => {
    const [passed, due] = [Temporal.Instant.from(input.passedOn), Temporal.Instant.from(input.due)];
    const { acknowledgeMinutes, remindAt } = policy.value('handover.to-department');
    const first = Math.min(...remindAt);
    return {
      create: begun(
        {
          ...input,
          kind: 'question',
          acknowledgeMinutes,
          passed_on_at: passed,
          due_at: due,
          remind_at: atShare(policy, passed, due, first),
        },
        now,
        policy,
      ),
      event: opened({ handOver: made, enquiry: input.enquiry, kind: 'question' }),
      send: input.addresses.length === 0 ? [] : [sendLetter({ handOver: made, why: 'new' })],
      facts: { enquiry: input.enquiry, department: input.department, due: input.due },
    };
  },
});

/**
 * Details of somebody go to who needs them: a named receiver opens them once, says that they have them, and they are
 * wiped here. Performed by the reaction of whichever room decided it.
 */
export const passDetails = command(handOver, 'pass-details', {
  label: 'Pass on details',
  about: 'Gives somebody’s details to a named receiver by a link, and wipes them when they have them.',
  button: false,
  input: form({
    enquiry: id('Enquiry'),
    department: ask.given('Department', z.uuid({ error: 'Give the department' }).optional()),
    receiver,
    addresses,
    kinds: ask.given(
      'Kinds of details',
      z
        .array(z.string({ error: 'Say which kinds' }).max(60, 'Say which kinds'), {
          error: 'Say which kinds',
        })
        .min(1, 'Say which kinds')
        .max(20, 'Say fewer kinds'),
    ),
    reason,
    content,
  }),
  decide: ({ id: made, input, now, policy }) => {
    const { daysKept } = policy.value('handover.details');
    const { acknowledgeMinutes } = policy.value('handover.to-department');
    return {
      create: begun(
        {
          ...input,
          department: input.department ?? null,
          kind: 'details',
          acknowledgeMinutes,
          due_at: openMinutesOn(policy, now, acknowledgeMinutes),
          ends_at: daysLater(now, daysKept, policy.zone),
        },
        now,
        policy,
      ),
      event: opened({ handOver: made, enquiry: input.enquiry, kind: 'details' }),
      send: input.addresses.length === 0 ? [] : [sendLetter({ handOver: made, why: 'new' })],
      facts: {
        enquiry: input.enquiry,
        department: input.department ?? null,
        kinds: input.kinds.join(' '),
      },
    };
  },
});

/** The same time of day so many days on, by the organisation's clocks. */
export const daysLater = (from: Temporal.Instant, days: number, zone: string): Temporal.Instant =>
  from.toZonedDateTimeISO(zone).add({ days }).toInstant();
