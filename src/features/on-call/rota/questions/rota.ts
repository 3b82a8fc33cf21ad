import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { momentOf } from '#calendar/windows.ts';
import { dutyDays } from '../duty-days.ts';
import { dayAt, hoursOf } from '../hours.ts';
import { holesAheadOf, isNear } from '../holes-ahead.ts';
import { rotaReaders, shift } from '../lifecycle.ts';
import { coverOf, dutyPeopleAt, turnsWithin } from '../needs.ts';
import type { Turn } from '../words.ts';

const moment = z.string();
const stretch = z.object({ from: moment, to: moment });
const texts = ({ from, to }: { from: Temporal.Instant; to: Temporal.Instant }) => ({
  from: from.toString(),
  to: to.toString(),
});

const shownTurn = z.object({
  shift: z.uuid(),
  person: z.uuid(),
  name: z.string(),
  deputy: z.string().nullable(),
  from: moment,
  to: moment,
  neededFrom: moment,
  neededTo: moment,
  /** They have left, or hold the role no longer: the shift covers nothing. */
  gone: z.boolean(),
});

/** The rota day by day, and the holes of the days that must be full. */
export const rotaDays = question('on-call.rota', {
  about:
    'Shows who is on call day by day, and each hole of the days that must be full; a day reaches into the next morning.',
  askers: rotaReaders,
  input: form({
    from: ask.maybeDate('First day'),
    days: ask.given(
      'How many days',
      z.coerce.number({ error: 'Give a number of days' }).int().min(1).max(62).optional(),
    ),
  }),
  output: z.object({
    from: z.string(),
    days: z.array(
      z.object({
        date: z.string(),
        bankHoliday: z.string().nullable(),
        alwaysOpen: z.boolean(),
        turns: z.array(shownTurn),
        holes: z.array(stretch),
      }),
    ),
    fullDays: z.int(),
    warnWithinDays: z.int(),
    holes: z.array(stretch.extend({ parts: z.int(), near: z.boolean() })),
  }),
  async read({ input, now, policy, tables, seen }) {
    const read = { tables };
    const hours = hoursOf(policy);
    const { days: fullDays, warnWithinDays } = policy.value('on-call.full-ahead');
    const first = input.from ?? dayAt(now, policy.zone);
    const count = input.days ?? fullDays;
    const edge = (day: Temporal.PlainDate) => momentOf(day, '00:00', policy.zone);
    const within = { from: edge(first), to: edge(first.add({ days: count + 2 })) };
    const [turns, people, ahead] = await Promise.all([
      turnsWithin(read, within, seen(shift)),
      dutyPeopleAt(read, { now, zone: policy.zone }),
      holesAheadOf(read, now, policy),
    ]);
    const names = await namesOf(
      read,
      turns.flatMap(({ person, deputy }) => (deputy === null ? [person] : [person, deputy])),
    );
    const covering = coverOf(turns, people);
    const shownOf = (turn: Turn & { needed: { from: Temporal.Instant; to: Temporal.Instant } }) => ({
      shift: turn.id,
      person: turn.person,
      name: names.get(turn.person) ?? 'Somebody',
      deputy: turn.deputy === null ? null : (names.get(turn.deputy) ?? null),
      ...texts(turn),
      neededFrom: turn.needed.from.toString(),
      neededTo: turn.needed.to.toString(),
      gone: !covering.some(({ id }) => id === turn.id),
    });
    const listed = dutyDays(hours, first, count, turns);
    const covered = dutyDays(hours, first, count, covering);
    return {
      from: first.toString(),
      days: listed.map((day, index) => ({
        date: day.date.toString(),
        bankHoliday: day.bankHoliday,
        alwaysOpen: day.alwaysOpen,
        turns: day.turns.map(shownOf),
        holes: (covered[index]?.holes ?? []).map(texts),
      })),
      fullDays,
      warnWithinDays,
      holes: ahead.holes.map((hole) => ({
        ...texts(hole),
        parts: hole.parts.length,
        near: isNear(hole, ahead),
      })),
    };
  },
});
