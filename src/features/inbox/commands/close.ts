import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { enquiryClosed } from '../events.ts';
import { nobodyHolds, refuseHeld } from '../held.ts';
import { enquiry } from '../lifecycle.ts';
import { closeReasons, holder, noReplyReasons, sentKinds } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { isSampled } from '../sample.ts';

/** Reasons that claim a reply of ours, and the kind of reply that must be on record for each. */
const claimed: Readonly<Record<string, readonly string[]>> = {
  answered: ['reply', 'signpost', 'question'],
  signposted: ['signpost'],
  'passed-on': ['pass-on-notice'],
};

/** Every enquiry ends in an answer or in a reason; there is no other way out. */
export const close = command(enquiry, 'close', {
  label: 'Close',
  about:
    'Ends this with a reason from the policy. Some of what needed no reply is looked at again by a senior.',
  needs: { holder, reasons: closeReasons, why: noReplyReasons, sent: sentKinds },
  input: form({
    reason: ask.choice('How does this end?', 'Choose how this ends', 'reasons'),
    why: ask.maybeChoice('Why does it need no reply?', 'why', { hint: 'Only where it needs none' }),
    note: ask.maybe('Anything to add, for colleagues?', { max: 500 }),
  }),
  can: refuseHeld,
  canAsks: ['holder'],
  decide: ({ id, enquiry: row, input, needs, now, policy }) => {
    const { reason, why } = input;
    const kinds = claimed[reason];
    if (kinds && !kinds.some((kind) => needs.sent.has(kind))) {
      throw refuse('inbox.no-reply-on-record', { reason: needs.reasons.get(reason).name.toLowerCase() });
    }
    const none = reason === 'no-reply';
    if (none && why === undefined) {
      throw new InputRefused([{ field: 'why', message: 'Choose why it needs no reply' }]);
    }
    const sampled = none && isSampled(id, policy.value('inbox.no-reply-reasons').sampleShare);
    return {
      set: {
        close_reason: reason,
        no_reply_why: none ? (why ?? null) : null,
        close_note: input.note ?? null,
        closed_at: now,
        waiting_since: null,
        sampled,
        // That an earlier closure was judged wrong stays on record, unless this one is looked at in its place.
        sample_verdict: none ? null : row.sample_verdict,
        // A refused reply is settled by this ending; whether a lost one arrived still wants a look.
        trouble: row.trouble === 'refused' ? null : row.trouble,
        ...nobodyHolds,
      },
      event: enquiryClosed({ enquiry: id, reason }),
      facts: { reason, why: none ? (why ?? null) : null, sampled },
    };
  },
});
