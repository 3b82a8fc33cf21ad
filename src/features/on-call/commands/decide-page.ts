import { z } from 'zod';
import { act, command, type Act, type Changes } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import type { Standing } from '#kernel/rights.ts';
import { pageDecided } from '../paging/events.ts';
import { page, pageDecision } from '../paging/lifecycle.ts';
import { calledWhom, decisions, type Decided, type Page, type PageDecision } from '../paging/words.ts';

export const personOf = ({ actor }: Standing): string | null => (actor.kind === 'person' ? actor.id : null);

/** What was decided, in a row of its own: a page may be handed up before it is decided. */
export const writeDecision = command(pageDecision, 'write', {
  label: 'Keep a decision',
  about: 'Keeps what was decided about a page, and why.',
  alone: false,
  input: form({
    page: ask.given('Page', z.uuid({ error: 'Give the id of the page' })),
    verb: ask.oneOf('What was decided', 'Say what', { ...decisions, escalated: 'Escalated' }),
    reason: ask.text('Why', { max: 500 }),
    detail: ask.given('Whom', z.string({ error: 'Say whom' }).max(200, 'Too long').optional()),
    person: ask.given('Who', z.uuid({ error: 'Give the id of the person' }).optional()),
  }),
  decide: ({ input, standing }) => ({
    create: {
      page: input.page,
      verb: input.verb,
      reason: input.reason,
      detail: input.detail ?? null,
      person: personOf(standing) ?? input.person ?? null,
    },
    facts: { page: input.page, verb: input.verb },
  }),
});

interface Said {
  readonly verb: PageDecision['verb'];
  readonly reason: string;
  readonly detail?: string | undefined;
  readonly person?: string | undefined;
}

export const decided = (id: string, said: Said): Act =>
  act(writeDecision, 'new', {
    page: id,
    verb: said.verb,
    reason: said.reason,
    ...(said.detail === undefined ? {} : { detail: said.detail }),
    ...(said.person === undefined ? {} : { person: said.person }),
  });

/** Whoever decides has it: they need not say so first. */
function end(row: Readonly<Page>, decision: Decided, by: string | null, now: Temporal.Instant) {
  const set: Changes<Page> = {
    decision,
    decided_by: by,
    decided_at: now,
    acknowledged_by: row.acknowledged_by ?? by,
    acknowledged_at: row.acknowledged_at ?? now,
    next_at: null,
    fault_at: null,
  };
  return {
    set,
    event: pageDecided({ page: row.id, enquiry: row.enquiry, decision }),
    facts: { decision, enquiry: row.enquiry },
  };
}

const reason = (hint = 'Name nobody from the public.') =>
  ask.text('Why', { max: 500, hint, empty: 'Say why in a few words' });

export const callSomebody = command(page, 'call', {
  label: 'Call',
  about: 'Records that you rang somebody: a program rings nobody. Says whom, and under which reference.',
  input: form({
    called: ask.oneOf('Whom did you call?', 'Say whom you called', {
      '999': calledWhom['999'],
      'site-security': calledWhom['site-security'],
      police: calledWhom.police,
      'another-body': calledWhom['another-body'],
    }),
    reference: ask.maybe('Their reference', { hint: 'Such as the number of the incident.' }),
    reason: reason(),
  }),
  decide: ({ id, page: row, input, now, standing }) => {
    const detail = [calledWhom[input.called], input.reference].filter(Boolean).join(', ');
    const by = personOf(standing);
    return {
      ...end(row, 'called', by, now),
      also: [decided(id, { verb: 'called', reason: input.reason, detail })],
    };
  },
});

export const hideIt = command(page, 'hide', {
  label: 'Hide',
  about:
    'Records that what was written is hidden on the network. Keep it as evidence: hiding deletes nothing here.',
  input: form({
    reason: reason('Which house rule it breaks, or whom it may harm. Name nobody from the public.'),
  }),
  decide: ({ id, page: row, input, now, standing }) => ({
    ...end(row, 'hidden', personOf(standing), now),
    also: [decided(id, { verb: 'hidden', reason: input.reason })],
  }),
});

export const waitUntilMorning = command(page, 'wait', {
  label: 'Wait until 09:00',
  about: 'Leaves it to the team in the morning. It stands on the morning list with your reason.',
  input: form({ reason: reason('What the team must finish. Name nobody from the public.') }),
  decide: ({ id, page: row, input, now, standing }) => ({
    ...end(row, 'wait', personOf(standing), now),
    also: [decided(id, { verb: 'wait', reason: input.reason })],
  }),
});

/** An answer of ours has gone out: that is a decision too. */
export const recordReply = command(page, 'record-reply', {
  label: 'Record that it was answered',
  about: 'Ends a page because an answer of ours went out.',
  button: false,
  input: form({
    author: ask.given('Who answered', z.uuid({ error: 'Give the id of the person' }).optional()),
  }),
  decide: ({ id, page: row, input, now }) => ({
    ...end(row, 'replied', input.author ?? null, now),
    also: [decided(id, { verb: 'replied', reason: 'An answer of ours went out.', person: input.author })],
  }),
});

/** It came to its end in the inbox. */
export const recordEnd = command(page, 'record-end', {
  label: 'Record that it was closed',
  about: 'Ends a page because its message was closed in the inbox with a reason.',
  button: false,
  input: form({}),
  decide: ({ id, page: row, now }) => ({
    ...end(row, 'closed', null, now),
    also: [
      decided(id, {
        verb: 'closed',
        reason: 'The message was closed in the inbox, with the reason that stands there.',
      }),
    ],
  }),
});

export const judgePage = command(page, 'judge', {
  label: 'Was it right to wake you?',
  about: 'Says whether this needed somebody at once. The rules of triage get better by it.',
  input: form({
    verdict: ask.oneOf('Was it right to wake somebody for this?', 'Choose one', {
      right: 'Yes',
      'for-nothing': 'No, it could have waited',
    }),
  }),
  decide: ({ page: row, input, standing }) => ({
    set: { for_nothing: input.verdict === 'for-nothing', judged_by: personOf(standing) },
    facts: { verdict: input.verdict, label: row.lead },
  }),
});
