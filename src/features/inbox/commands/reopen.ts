import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { clocksFrom } from '../due.ts';
import { enquiry } from '../lifecycle.ts';

const noReason = {
  close_reason: null,
  no_reply_why: null,
  close_note: null,
  closed_at: null,
  sampled: false,
} as const;

/** Opened again without ever having been answered, it is as late as it is; after a reply a new clock starts. */
export const reopen = command(enquiry, 'reopen', {
  label: 'Open again',
  about: 'Puts this back into the queue. Where it was answered before, a new clock starts now.',
  input: form({ why: ask.text('Why should it be opened again?', { empty: 'Say why', max: 500 }) }),
  decide: ({ enquiry: row, input, now, policy }) => ({
    set: {
      ...noReason,
      close_note: input.why,
      waiting_since: null,
      ...(row.first_reply_at === null ? {} : clocksFrom(policy, now)),
    },
  }),
});

/** A second pair of eyes on closures that the digest picked. */
export const reviewSample = command(enquiry, 'review-sample', {
  label: 'Judge the closure',
  about: 'Says whether it was right that this got no reply. If not, it goes back into the queue.',
  input: form({
    verdict: ask.oneOf('Was it right that this got no reply?', 'Choose an answer', {
      right: 'Yes, it needed none',
      'should-have-been-answered': 'No, it should have been answered',
    }),
    note: ask.maybe('What should colleagues learn from it?', { lines: true, max: 1000 }),
  }),
  decide: ({ input }) => ({
    to: input.verdict === 'right' ? ('same' as const) : ('waiting' as const),
    set: {
      sample_verdict: input.verdict,
      sample_note: input.note ?? null,
      ...(input.verdict === 'right' ? {} : { close_reason: null, no_reply_why: null, closed_at: null }),
    },
    facts: { verdict: input.verdict },
  }),
});
