import { sql } from 'kysely';
import type { Figure } from '#kernel/room.ts';
import type { Reader } from '#kernel/need.ts';
import { sumsOf, type Within } from './queries/times.ts';
import { watchGaps } from './queries/watch-gaps.ts';
import { triageFigures } from './triage-figures.ts';
import type { InboxTables } from './words.ts';

const of = (read: Reader) => read.tables<InboxTables>();
const percent = (share: number | null): string =>
  share === null ? 'nothing to measure' : `${Math.round(share * 1000) / 10}%`;
const within = (period: { from: Temporal.Instant; to: Temporal.Instant }): Within => ({
  ...period,
  now: period.to,
});

interface Counted {
  readonly of: number;
  readonly count: number;
}

/** Counts rows of the period, and those of them for which a condition holds. */
async function counted(
  read: Reader,
  all: ReturnType<typeof sql<boolean>>,
  these: ReturnType<typeof sql<boolean>>,
): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*)::int as "of", (count(*) filter (where ${these}))::int as "count" from enquiries where ${all}`.execute(
    of(read),
  );
  return rows[0] ?? { of: 0, count: 0 };
}

const shareOf = ({ of: all, count }: Counted): number | null => (all === 0 ? null : count / all);

/** How each rule of this room is kept, for the policy page. Every one says how many records it rests on. */
export const figures: readonly Figure[] = [
  {
    rule: 'inbox.reply-within',
    name: 'Answered inside the limit',
    async read(read, period, policy) {
      const sums = await sumsOf(of(read), within(period));
      const judged = sums.answered + sums.overdue;
      return {
        value: sums.share,
        unit: 'share',
        of: judged,
        target: policy.value('inbox.target-share').share,
        sentence:
          judged === 0
            ? 'Nothing came in that needed a reply.'
            : `${sums.inside} of ${judged} were answered inside the limit; half took ${Math.round(sums.median ?? 0)} working minutes or less, nine in ten ${Math.round(sums.ninetieth ?? 0)} or less.`,
      };
    },
  },
  {
    rule: 'inbox.target-share',
    name: 'Share answered inside the limit',
    async read(read, period, policy) {
      const { share, answered, overdue } = await sumsOf(of(read), within(period));
      const { share: target } = policy.value('inbox.target-share');
      const good = share === null ? '' : share >= target ? ', which is reached' : ', which is not reached';
      return {
        value: share,
        unit: 'share',
        of: answered + overdue,
        target,
        sentence: `Share inside the limit: ${percent(share)}. ${percent(target)} counts as good${good}.`,
      };
    },
  },
  {
    rule: 'inbox.out-of-hours',
    name: 'Out of hours, answered the next working day',
    async read(read, { from, to }) {
      const found = await counted(
        read,
        sql<boolean>`received_at >= ${from} and received_at < ${to} and in_hours is false and (first_reply_at is not null or (state in ('waiting', 'being-answered') and limit_at < ${to}))`,
        sql<boolean>`inside`,
      );
      const value = shareOf(found);
      return {
        value,
        unit: 'share',
        of: found.of,
        sentence: `${found.count} of ${found.of} that came in out of hours were answered by the end of the next working day.`,
      };
    },
  },
  {
    rule: 'inbox.no-reply-reasons',
    name: 'Closed without a reply, with a reason',
    async read(read, { from, to }) {
      const found = await counted(
        read,
        sql<boolean>`received_at >= ${from} and received_at < ${to}`,
        sql<boolean>`no_reply_why is not null`,
      );
      return {
        value: shareOf(found),
        unit: 'share',
        of: found.of,
        sentence: `${found.count} of ${found.of} were closed as needing no reply, each with its reason.`,
      };
    },
  },
  {
    rule: 'inbox.close-with-reason',
    name: 'Dropped without an end',
    async read(read, { from, to }) {
      const found = await counted(
        read,
        sql<boolean>`received_at >= ${from} and received_at < ${to}`,
        sql<boolean>`state in ('waiting', 'being-answered') and limit_at < ${to}::timestamptz - interval '7 days'`,
      );
      return {
        value: found.of === 0 ? null : found.count,
        unit: 'count',
        of: found.of,
        sentence: `${found.count} of ${found.of} have been left for a week past their limit.`,
      };
    },
  },
  {
    rule: 'inbox.pass-on',
    name: 'Departments that answered in time',
    async read(read, { from, to }) {
      const found = await counted(
        read,
        sql<boolean>`due_department_at >= ${from} and due_department_at < ${to}`,
        sql<boolean>`department_answered_at <= due_department_at`,
      );
      return {
        value: shareOf(found),
        unit: 'share',
        of: found.of,
        sentence: `${found.count} of ${found.of} that were passed on are recorded as answered in time by the department.`,
      };
    },
  },
  {
    rule: 'inbox.signpost',
    name: 'Signposts given',
    async read(read, { from, to }) {
      const row = await of(read)
        .selectFrom('replies')
        .select((is) => [is.fn.countAll<number>().as('all'), is.fn.count<number>('signpost').as('signposts')])
        .where('state', '=', 'sent')
        .where('sent_at', '>=', from)
        .where('sent_at', '<', to)
        .executeTakeFirstOrThrow();
      const [all, signposts] = [row.all, row.signposts];
      return {
        value: all === 0 ? null : signposts,
        unit: 'count',
        of: all,
        sentence: `${signposts} of ${all} replies pointed to a department’s own door.`,
      };
    },
  },
  {
    rule: 'inbox.watch-gap',
    name: 'Gaps in looking',
    async read(read, period, policy) {
      const found = await watchGaps(of(read), period, policy);
      const { minutes } = policy.value('inbox.watch-gap');
      return {
        value: found?.gaps ?? null,
        unit: 'count',
        of: found?.days ?? 0,
        target: 0,
        sentence: found
          ? `In ${found.days} open days it happened ${found.gaps} times that nobody looked for more than ${minutes} open minutes. The day page shows each.`
          : 'Nobody has looked yet.',
      };
    },
  },
  ...triageFigures,
];
