import { command } from '#kernel/command.ts';
import { form } from '#kernel/form.ts';
import { enquiry } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';
import type { Mark } from '../triage-words.ts';
import type { Enquiry } from '../words.ts';

const marked = (row: Enquiry, mark: Mark, now: Temporal.Instant) => ({
  set: { mark, marked_at: now },
  facts: { mark, tier: row.tier, severity: row.risk, labels: row.labels.list.map(({ id }) => id).join(' ') },
});

/** One key: what triage did not call somebody for, and should have. */
export const markMissed = command(enquiry, 'mark-missed', {
  label: 'It should have called somebody',
  about:
    'Says that triage should have called somebody for this. Triage learns from it, and it is looked into.',
  input: form({}),
  can: ({ enquiry: row }) => (row.tier === 'page' ? refuse('inbox.it-did-call') : undefined),
  decide: ({ enquiry: row, now }) => marked(row, 'should-have-paged', now),
});

/** One key: what triage called somebody for without need. */
export const markNeedless = command(enquiry, 'mark-needless', {
  label: 'It need not have called anybody',
  about: 'Says that triage need not have called anybody for this. Triage learns from it.',
  input: form({}),
  can: ({ enquiry: row }) => (row.tier === 'page' ? undefined : refuse('inbox.it-did-not-call')),
  decide: ({ enquiry: row, now }) => marked(row, 'need-not-have-paged', now),
});

/** A slip of the key is taken back in the same way. */
export const takeBackMark = command(enquiry, 'take-back-mark', {
  label: 'Take the mark back',
  about: 'Takes back what was said of triage about this message.',
  input: form({}),
  can: ({ enquiry: row }) => (row.mark === null ? refuse('inbox.no-mark') : undefined),
  decide: ({ enquiry: row }) => ({
    set: { mark: null, marked_at: null },
    facts: { before: row.mark },
  }),
});
