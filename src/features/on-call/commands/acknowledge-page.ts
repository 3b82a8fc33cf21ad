import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { choices, need } from '#kernel/need.ts';
import { nextPageStep } from '../paging/events.ts';
import { page } from '../paging/lifecycle.ts';
import { OUT_OF_TURN } from '../paging/messages.ts';
import { refuse } from '../paging/refusals.ts';
import { messagesTo, rungsOf } from '../paging/step.ts';
import { thereNow } from '../paging/there.ts';
import { isWho, wakeable, type Page } from '../paging/words.ts';
import { decided, personOf } from './decide-page.ts';

/** Nobody else is woken from here on. */
export const acknowledgePage = command(page, 'acknowledge', {
  label: 'I have it',
  about: 'Says that you have it: nobody else is woken.',
  input: form({}),
  decide: ({ page: row, now, standing }) => ({
    set: {
      acknowledged_by: personOf(standing),
      acknowledged_at: row.acknowledged_at ?? now,
      next_at: null,
      fault_at: null,
    },
    facts: { step: row.rung },
  }),
});

/** Who stands further up than the last step, and is there. */
const above = need(async (read, asked) => {
  const row = asked.row as unknown as Page;
  const there = await thereNow.load(read, asked);
  const seen = new Set<string>();
  const list = rungsOf(asked.policy, row.in_hours)
    .filter(({ who }, at) => at > row.rung && who !== 'duty' && who !== 'team' && there[who].length > 0)
    .flatMap(({ who }) =>
      seen.has(who) || !seen.add(who) ? [] : [{ id: who, name: capital(wakeable[who]) }],
    );
  return choices(list);
});

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Hands it up now, out of turn. It rings again until that person, or whoever follows, says that they have it. */
export const escalatePage = command(page, 'escalate', {
  label: 'Escalate',
  about: 'Wakes somebody further up now, because you should not decide this alone.',
  needs: { above, there: thereNow },
  canAsks: ['above'],
  input: form({
    to: ask.choice('Who should be woken?', 'Choose who', 'above'),
    reason: ask.text('Why', { max: 500, hint: 'Name nobody from the public.' }),
  }),
  can: ({ needs }) => (needs.above.list.length > 0 ? undefined : refuse('on-call.no-one-above')),
  decide: ({ id, page: row, input, needs, now, policy }) => {
    const { to } = input;
    if (!isWho(to) || to === 'team') throw refuse('on-call.no-one-above');
    const rungs = rungsOf(policy, row.in_hours);
    const rung = rungs.findIndex((one, at) => at > row.rung && one.who === to);
    const from = now.subtract({ minutes: rungs[rung]?.afterMinutes ?? 0 });
    const following = rungs[rung + 1];
    const nextAt = following ? from.add({ minutes: following.afterMinutes }) : null;
    const about = { about: 'page', subject: id, rung: OUT_OF_TURN + row.version } as const;
    return {
      set: { rung, ladder_from: from, next_at: nextAt, acknowledged_at: row.acknowledged_at ?? now },
      also: [
        ...messagesTo(about, to, needs.there[to], policy),
        decided(id, { verb: 'escalated', reason: input.reason, detail: to }),
      ],
      send: nextAt ? [nextPageStep({ page: id }, nextAt)] : [],
      facts: { to, step: rung },
    };
  },
});
