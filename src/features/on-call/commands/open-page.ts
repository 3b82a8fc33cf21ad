import { z } from 'zod';
import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { pageOpened } from '../paging/events.ts';
import { nightItem, page } from '../paging/lifecycle.ts';
import { refuse } from '../paging/refusals.ts';
import { isInHours, takeStep } from '../paging/step.ts';
import { thereNow } from '../paging/there.ts';

const flagged = {
  enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' })),
  severity: ask.whole('How grave', { min: 1, max: 4 }),
  lead: ask.given('What it seems to be about', z.string({ error: 'Give the label' }).max(60, 'Too long')),
  network: ask.given('Network', z.string({ error: 'Give the network' }).max(60, 'Too long')),
  receivedAt: ask.moment('When it came in', 'Say when it came in'),
};

/** One page for each enquiry, however often it is flagged. The first step is taken in the same moment. */
export const openPage = command(page, 'open', {
  label: 'Wake somebody',
  about: 'Begins to wake whoever must look now, because something that came in may be dangerous.',
  button: false,
  once: ['enquiry'],
  input: form(flagged),
  decide: ({ id, input, now, policy }) => {
    const inHours = isInHours(policy, now);
    return {
      create: {
        enquiry: input.enquiry,
        in_hours: inHours,
        severity: input.severity,
        lead: input.lead,
        network: input.network,
        received_at: input.receivedAt,
        rung: -1,
        ladder_from: now,
        next_at: now,
        hole: false,
        ...untouched,
      },
      also: [act(inHours ? alertTeam : wakeDuty, { id }, {})],
      event: pageOpened({ page: id, enquiry: input.enquiry, inHours }),
      facts: { enquiry: input.enquiry, severity: input.severity, label: input.lead, inHours },
    };
  },
});

const untouched = {
  fault_at: null,
  paged_at: null,
  acknowledged_by: null,
  acknowledged_at: null,
  decision: null,
  decided_by: null,
  decided_at: null,
  for_nothing: null,
  judged_by: null,
} as const;

/** The first step out of hours. */
export const wakeDuty = command(page, 'wake', {
  label: 'Wake the manager on call',
  about: 'Takes the first step: the manager on call or, where nobody stands in the rota, the next person.',
  alone: false,
  needs: { there: thereNow },
  input: form({}),
  decide: ({ page: row, needs, now, policy }) => takeStep(row, needs.there, now, policy),
});

/** The first step in hours. */
export const alertTeam = command(page, 'alert', {
  label: 'Alert the team',
  about: 'Takes the first step in opening hours: the team’s room.',
  alone: false,
  needs: { there: thereNow },
  input: form({}),
  decide: ({ page: row, needs, now, policy }) => takeStep(row, needs.there, now, policy),
});

/** Nobody has answered in time: the next step. */
export const stepPage = command(page, 'step', {
  label: 'Wake the next person',
  about: 'Takes the next step where nobody has said in time that they have it.',
  button: false,
  needs: { there: thereNow },
  input: form({}),
  can: ({ page: row, now }) =>
    row.next_at !== null && Temporal.Instant.compare(row.next_at, now) <= 0
      ? undefined
      : refuse('on-call.not-due'),
  canAsks: [],
  decide: ({ page: row, needs, now, policy }) => takeStep(row, needs.there, now, policy),
});

/** It wants a look first, but nobody is woken for it. */
export const noteNightItem = command(nightItem, 'note', {
  label: 'Note it for the night',
  about: 'Notes what a person should look at first, for the count on the duty page and for the digest.',
  button: false,
  once: ['enquiry'],
  input: form(flagged),
  decide: ({ input: { receivedAt, ...input }, now, policy }) => ({
    create: { ...input, received_at: receivedAt, in_hours: isInHours(policy, now) },
    facts: { enquiry: input.enquiry, label: input.lead, severity: input.severity },
  }),
});
