import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { windowsOn } from '#calendar/hours.ts';
import { refuseOverlap, refuseUnrested } from '../rota/fits.ts';
import { dayAt, hoursOf } from '../rota/hours.ts';
import { rotaPattern } from '../rota/lifecycle.ts';
import { dutyPeople, rota, ROTA } from '../rota/needs.ts';
import { turnsOf } from '../rota/pattern.ts';
import { patterns } from '../rota/words.ts';
import { anyway, planShift } from './plan-shift.ts';
import type { Policy } from '#policy/index.ts';

const turn = (label: string) => ask.maybeChoice(label, 'people');

/** The hour at which we close on that weekday: then somebody begins to be needed. */
function closingHour(policy: Policy, day: Temporal.PlainDate): number {
  const closes = windowsOn(hoursOf(policy), day).at(-1)?.closes;
  return closes?.toZonedDateTimeISO(policy.zone).hour ?? 9;
}

/** Plans many shifts in turn. All of them or none: a pattern that meets another shift is refused whole. */
export const planPattern = command(rotaPattern, 'plan', {
  label: 'Plan many shifts',
  about: 'Plans shifts that follow one another without a hole, people taking turns, over some weeks.',
  needs: { people: dutyPeople, rota },
  closes: ROTA,
  input: form({
    pattern: ask.oneOf('How do they take turns?', 'Choose how they take turns', patterns),
    firstDay: ask.date('First day', 'Say on which day it begins'),
    weeks: ask.whole('For how many weeks?', { min: 1, max: 26 }, { width: 2 }),
    hour: ask.whole(
      'At what hour does one hand over to the next?',
      { min: 0, max: 23 },
      { width: 2, hint: '17 is five in the afternoon' },
    ),
    first: ask.choice('Who is first?', 'Choose who is first', 'people'),
    second: turn('Who is second?'),
    third: turn('Who is third?'),
    fourth: turn('Who is fourth?'),
    fifth: turn('Who is fifth?'),
    sixth: turn('Who is sixth?'),
    nextIsDeputy: ask.tick('Whoever is next is the deputy'),
    anyway,
  }),
  begins: ({ now, policy }) => {
    const today = dayAt(now, policy.zone);
    return {
      pattern: 'week' as const,
      firstDay: today,
      weeks: 4,
      hour: closingHour(policy, today),
      nextIsDeputy: true,
    };
  },
  decide: ({ input, needs, now, policy }) => {
    const { firstDay, weeks, hour, pattern, nextIsDeputy } = input;
    const { first, second, third, fourth, fifth, sixth } = input;
    const people = [first, second, third, fourth, fifth, sixth].filter((one) => one !== undefined);
    const turns = turnsOf({ pattern, firstDay, weeks, hour, people, nextIsDeputy }, policy.zone);
    if (turns.some(({ from }) => Temporal.Instant.compare(from, now) < 0))
      throw new InputRefused([{ field: 'firstDay', message: 'It must begin in the future' }]);
    for (const one of turns) refuseOverlap({ ...one, id: undefined }, needs.rota, policy.zone);
    refuseUnrested(
      {
        before: needs.rota.turns,
        after: [...needs.rota.turns, ...turns],
        people,
        nameOf: (person) => needs.people.get(person).name,
        anyway: input.anyway,
      },
      policy,
    );
    return {
      create: { pattern, first_day: firstDay, weeks, hour, people: { list: people } },
      also: turns.map(({ person, deputy, from, to }) =>
        act(planShift, 'new', {
          person,
          ...(deputy === null ? {} : { deputy }),
          from: from.toString(),
          to: to.toString(),
          // What is too much was said, and read, for all of them together.
          anyway: true,
        }),
      ),
      facts: { pattern, firstDay: firstDay.toString(), weeks, hour, shifts: turns.length },
    };
  },
});
