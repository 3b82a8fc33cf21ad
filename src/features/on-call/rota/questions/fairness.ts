import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { question } from '#kernel/question.ts';
import { momentOf } from '#calendar/windows.ts';
import { namesOf } from '#features/people/index.ts';
import { dayAt, hoursOf } from '../hours.ts';
import { rotaReaders, shift } from '../lifecycle.ts';
import { turnsWithin } from '../needs.ts';
import { sharesOf } from '../nights.ts';

/** How many days back and ahead are looked at unless told. */
const USUAL = { back: 62, ahead: 28 } as const;
const LONGEST_DAYS = 800;

/** How being on call is shared out. */
export const fairness = question('on-call.fairness', {
  about: 'Counts nights, days of weekends, bank holidays and hours on call for each person over a period.',
  askers: rotaReaders,
  input: form({ from: ask.maybeDate('From'), to: ask.maybeDate('To') }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    most: z.int(),
    shares: z.array(
      z.object({
        person: z.uuid(),
        name: z.string(),
        nights: z.int(),
        weekendDays: z.int(),
        bankHolidays: z.int(),
        hours: z.int(),
        longestRun: z.int(),
      }),
    ),
  }),
  async read({ input, now, policy, tables, seen }) {
    const today = dayAt(now, policy.zone);
    const from = input.from ?? today.subtract({ days: USUAL.back });
    const to = input.to ?? today.add({ days: USUAL.ahead });
    const days = from.until(to, { largestUnit: 'days' }).days;
    if (days < 0) throw new InputRefused([{ field: 'to', message: 'It must not be before the first day' }]);
    if (days > LONGEST_DAYS)
      throw new InputRefused([{ field: 'from', message: `Look at ${LONGEST_DAYS} days at most` }]);
    const within = {
      from: momentOf(from, '00:00', policy.zone),
      to: momentOf(to, '24:00', policy.zone),
    };
    const turns = await turnsWithin({ tables }, within, seen(shift));
    const shares = sharesOf(hoursOf(policy), within, turns);
    const names = await namesOf(
      { tables },
      shares.map(({ person }) => person),
    );
    return {
      from: from.toString(),
      to: to.toString(),
      most: policy.value('on-call.rest').nightsRunning,
      shares: shares.map((share) => ({ ...share, name: names.get(share.person) ?? 'Somebody' })),
    };
  },
});
