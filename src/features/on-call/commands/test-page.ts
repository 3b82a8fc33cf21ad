import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { testPageDue, testPageFailed } from '../rota/events.ts';
import { testPage } from '../rota/lifecycle.ts';
import { nextTest } from '../rota/due.ts';
import { refuse } from '../rota/refusals.ts';
import { settlements } from '../rota/words.ts';

/** One for each person and week, when their first test hour of the week comes. */
export const callForTest = command(testPage, 'call-for', {
  label: 'Call for a test page',
  about: 'Notes that whoever is on call is to get the test page of this week.',
  button: false,
  needs: { next: nextTest },
  once: ['person', 'week'],
  input: form({}),
  can: ({ needs }) => (needs.next ? undefined : refuse('on-call.nothing-due')),
  decide: ({ id, needs, now, policy }) => {
    const { next } = needs;
    if (!next) throw refuse('on-call.nothing-due');
    const { sendWithinMinutes } = policy.value('on-call.test-page');
    return {
      create: {
        person: next.person,
        shift: next.shift,
        week: next.week,
        due_at: now,
        fails_at: now.add({ minutes: sendWithinMinutes }),
        sent_at: null,
        acknowledged_at: null,
        failed_at: null,
        why: null,
        settled: null,
      },
      event: testPageDue({ testPage: id, person: next.person }),
      facts: { person: next.person, shift: next.shift, week: next.week.toString() },
    };
  },
});

export const markTestSent = command(testPage, 'mark-sent', {
  label: 'Record that it was sent',
  about: 'Notes that the test page went out. From now on it waits to be acknowledged.',
  button: false,
  input: form({}),
  decide: ({ now, policy }) => ({
    set: {
      sent_at: now,
      fails_at: now.add({ minutes: policy.value('on-call.test-page').acknowledgeWithinMinutes }),
    },
  }),
});

export const acknowledgeTest = command(testPage, 'acknowledge', {
  label: 'It has reached me',
  about: 'Says that the test page arrived.',
  input: form({}),
  decide: ({ now }) => ({ set: { acknowledged_at: now } }),
});

export const markTestUndelivered = command(testPage, 'mark-undelivered', {
  label: 'Record that it did not arrive',
  about: 'Notes that no channel could deliver the test page.',
  button: false,
  input: form({}),
  decide: ({ id, 'test-page': row, now }) => ({
    set: { failed_at: now, why: 'not-delivered' as const },
    event: testPageFailed({ testPage: id, person: row.person, why: 'not-delivered' }),
    facts: { why: 'not-delivered' },
  }),
});

/** Its time is over: it was never sent, or nobody acknowledged it. */
export const runOutTest = command(testPage, 'run-out', {
  label: 'Let it fail',
  about: 'Notes that the time of a test page is over: it was not sent, or nobody acknowledged it.',
  button: false,
  input: form({}),
  can: ({ 'test-page': row, now }) =>
    Temporal.Instant.compare(row.fails_at, now) <= 0 ? undefined : refuse('on-call.nothing-due'),
  decide: ({ id, 'test-page': row, now }) => {
    const why = row.state === 'due' ? ('not-sent' as const) : ('not-acknowledged' as const);
    return {
      set: { failed_at: now, why },
      event: testPageFailed({ testPage: id, person: row.person, why }),
      facts: { why },
    };
  },
});

export const settleTest = command(testPage, 'settle', {
  label: 'Say what was done',
  about: 'Ends the task that a failed test page left: says what was done so that the next page arrives.',
  input: form({ settled: ask.oneOf('What was done?', 'Say what was done', settlements) }),
  decide: ({ input }) => ({ set: { settled: input.settled }, facts: { settled: input.settled } }),
});
