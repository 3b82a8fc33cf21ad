import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused, type InputError } from '#kernel/refusal.ts';
import { addressesIn, isStale } from '#features/people/index.ts';
import { aboutEnquiry, bases } from '../about.ts';
import { begun } from '../begun.ts';
import { opened, sendLetter } from '../events.ts';
import { handOver } from '../lifecycle.ts';
import { partners } from '../needs.ts';
import { openMinutesOn } from '../open-time.ts';
import { refuse } from '../refusals.ts';
import { copyFor, fieldNames } from '../shared.ts';
import { daysLater } from './begin.ts';

/** Prepares a copy for a partner: the least that they need. Nothing leaves before somebody has looked at it. */
export const prepareShare = command(handOver, 'prepare-share', {
  label: 'Share with a partner',
  about:
    'Prepares a copy for a partner with no more than they need. You look at it exactly as they will read it, and then send it.',
  needs: { about: aboutEnquiry, partners, bases },
  input: form({
    enquiry: ask.given('Enquiry', z.uuid({ error: 'Go back to the message, and begin from there' })),
    partner: ask.choice('Which partner?', 'Choose a partner', 'partners'),
    fields: ask.several('What do they need?', fieldNames),
    note: ask.maybe('A note of ours', { lines: true, max: 2000, hint: 'Sent only if you tick it above' }),
    reason: ask.text('Why do they need to know?', { empty: 'Say why they need to know', max: 1000 }),
    basis: ask.choice('On which lawful basis?', 'Choose the lawful basis', 'bases'),
    details: ask.tick('They need the details of people too', {
      hint: 'Otherwise names, numbers and addresses are masked',
    }),
    detailsWhy: ask.maybe('Why do they need them?', { max: 500 }),
  }),
  decide: ({ input, needs, now, policy, standing }) => {
    const { about } = needs;
    if (!about) throw refuse('hand-over.no-enquiry');
    const to = needs.partners.get(input.partner);
    const { staleAfterDays, acknowledgeMinutes } = policy.value('handover.partners');
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    if (isStale(to.checkedOn, today, staleAfterDays))
      throw refuse('hand-over.stale-partner', { partner: to.name, days: staleAfterDays });
    const wrong = wrongIn(input, to);
    if (wrong.length > 0) throw new InputRefused(wrong);
    const content = JSON.stringify(copyFor(about, { ...input, note: input.note }, policy.zone));
    return {
      create: {
        ...begun(
          {
            kind: 'share',
            enquiry: input.enquiry,
            partner: to.id,
            receiver: to.name,
            addresses: addressesIn(to.lettersTo),
            acknowledgeMinutes,
            reason:
              input.detailsWhy === undefined
                ? input.reason
                : `${input.reason}\nDetails of people: ${input.detailsWhy}`.slice(0, 1000),
            basis: input.basis,
            kinds: input.details ? ['details'] : [],
            content,
            handed_by: standing.actor.kind === 'person' ? standing.actor.id : null,
          },
          now,
          policy,
        ),
        // Nobody is asked for anything before it is sent.
        acknowledge_by: null,
      },
      facts: {
        enquiry: input.enquiry,
        partner: to.id,
        basis: input.basis,
        fields: input.fields.join(' '),
        details: input.details,
      },
    };
  },
});

interface Answers {
  readonly fields: readonly string[];
  readonly note?: string | undefined;
  readonly details: boolean;
  readonly detailsWhy?: string | undefined;
}

function wrongIn(
  input: Answers,
  to: { readonly name: string; readonly mayReceive: readonly string[] },
): InputError[] {
  const beyond = input.fields.filter((field) => !to.mayReceive.includes(field));
  return [
    ...(input.fields.length === 0 ? [{ field: 'fields', message: 'Say what they need' }] : []),
    ...(beyond.length === 0
      ? []
      : [
          {
            field: 'fields',
            message: `${to.name} may not be sent: ${beyond
              .map((field) => Reflect.get(fieldNames, field))
              .join(', ')
              .toLowerCase()}`,
          },
        ]),
    ...(input.fields.includes('note') && input.note === undefined
      ? [{ field: 'note', message: 'Write the note, or do not tick it' }]
      : []),
    ...(input.details && input.detailsWhy === undefined
      ? [{ field: 'detailsWhy', message: 'Say why they need the details of people' }]
      : []),
    ...(input.fields.includes('author') && !input.details
      ? [
          {
            field: 'details',
            message: 'Who said it is a detail of a person: tick this and say why, or leave it out',
          },
        ]
      : []),
  ];
}

/** Somebody has looked at it exactly as the partner will read it, and sends it. */
export const sendShare = command(handOver, 'send-share', {
  label: 'Send it to the partner',
  about: 'Sends a link to the copy that you looked at. The copy stays here, sealed.',
  stale: 'refuse',
  input: form({}),
  can: ({ 'hand-over': row }) => (row.looked_at === null ? refuse('hand-over.look-first') : undefined),
  canAsks: [],
  decide: ({ id, 'hand-over': row, now, policy }) => {
    const { acknowledgeMinutes, daysKept } = policy.value('handover.partners');
    const due = openMinutesOn(policy, now, acknowledgeMinutes);
    return {
      set: {
        acknowledge_by: due,
        due_at: due,
        ends_at: daysLater(now, daysKept, policy.zone),
        links_from: now,
      },
      event: opened({ handOver: id, enquiry: row.enquiry, kind: 'share' }),
      send: row.addresses.list.length === 0 ? [] : [sendLetter({ handOver: id, why: 'new' })],
      facts: { enquiry: row.enquiry, partner: row.partner },
    };
  },
});
