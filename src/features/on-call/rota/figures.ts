import { sql } from 'kysely';
import type { Figure, Measured } from '#kernel/room.ts';
import { closedIn, minutesIn, without } from './cover.ts';
import { hoursOf } from './hours.ts';
import { of, turnsWithin } from './needs.ts';
import { runsOf } from './nights.ts';

interface Counted {
  readonly of: number;
  readonly good: number;
}

const share = ({ of: all, good }: Counted, none: string, sentence: string): Measured => ({
  value: all === 0 ? null : good / all,
  unit: 'share',
  of: all,
  sentence: all === 0 ? none : sentence,
});
const first = (rows: readonly Counted[]): Counted => rows[0] ?? { of: 0, good: 0 };
const percent = (part: number) => `${Math.floor(part * 1000) / 10}%`;

/** How the rules about being on call are kept, for the policy page. */
export const rotaFigures: readonly Figure[] = [
  {
    rule: 'on-call.rota',
    name: 'Closed time with somebody on call',
    async read(read, period, policy) {
      const closed = closedIn(hoursOf(policy), period);
      const turns = await turnsWithin(read, period);
      const minutes = closed.reduce((sum, one) => sum + minutesIn(one), 0);
      const bare = closed.flatMap((one) => without(one, turns)).reduce((sum, one) => sum + minutesIn(one), 0);
      const covered = minutes === 0 ? 0 : 1 - bare / minutes;
      return {
        value: minutes === 0 || turns.length === 0 ? null : covered,
        unit: 'share',
        of: turns.length,
        target: 1,
        sentence:
          turns.length === 0
            ? 'No shift was planned.'
            : `Somebody was on call in ${percent(covered)} of the hours in which we were closed; without anybody: ${Math.ceil(bare / 60)} hours.`,
      };
    },
  },
  {
    rule: 'on-call.full-ahead',
    name: 'Days on which the coming days were full',
    async read(read, { from, to }) {
      const { rows } = await sql<Counted>`
        select count(*)::int as "of", (count(*) filter (where state = 'full'))::int as good
        from rota_checks where created_at >= ${from} and created_at < ${to}`.execute(of(read));
      const counted = first(rows);
      return share(
        counted,
        'The rota was not looked at.',
        `On ${counted.good} of ${counted.of} days the rota was full for as long ahead as it must be.`,
      );
    },
  },
  {
    rule: 'on-call.handover-note',
    name: 'Handover notes written in time',
    async read(read, { from, to }, policy) {
      const { lateAfterMinutes } = policy.value('on-call.handover-note');
      const { rows } = await sql<Counted>`
        select count(*)::int as "of",
          (count(*) filter (where written_at <= due_at + make_interval(mins => ${lateAfterMinutes})))::int as good
        from handover_notes where due_at >= ${from} and due_at < ${to}`.execute(of(read));
      const counted = first(rows);
      return share(
        counted,
        'No shift ended that had to be handed over.',
        `${counted.good} of ${counted.of} handover notes were written in time.`,
      );
    },
  },
  {
    rule: 'on-call.test-page',
    name: 'Test pages acknowledged',
    async read(read, { from, to }) {
      const { rows } = await sql<Counted>`
        select count(*)::int as "of", (count(*) filter (where state = 'acknowledged'))::int as good
        from test_pages where due_at >= ${from} and due_at < ${to} and state not in ('due', 'sent')`.execute(
        of(read),
      );
      const counted = first(rows);
      return share(
        counted,
        'No test page was due.',
        `${counted.good} of ${counted.of} test pages were acknowledged in time.`,
      );
    },
  },
  {
    rule: 'on-call.rest',
    name: 'Runs of nights within what is allowed',
    async read(read, period, policy) {
      const turns = await turnsWithin(read, period);
      const people = [...new Set(turns.map(({ person }) => person))];
      const runs = people.flatMap((person) => runsOf(hoursOf(policy), turns, person));
      const { nightsRunning: most } = policy.value('on-call.rest');
      const good = runs.filter(({ nights }) => nights <= most).length;
      return share(
        { of: runs.length, good },
        'Nobody was on call by night.',
        `${good} of ${runs.length} runs of nights were of ${most} nights at most.`,
      );
    },
  },
];
