import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { namesOf } from '#features/people/index.ts';
import { minutesIn, openMinutesIn } from '../cover.ts';
import { hoursOf } from '../hours.ts';
import { rotaReaders, shift } from '../lifecycle.ts';
import { nightsOf } from '../nights.ts';

/** One shift, with what of it is open time. */
export const oneShift = question('on-call.shift', {
  about: 'Shows one shift: who, from when until when, its nights, and what of it is open time.',
  askers: rotaReaders,
  input: form({ shift: ask.given('Shift', z.uuid({ error: 'Give the id of a shift' })) }),
  output: z.object({
    id: z.uuid(),
    state: z.string(),
    name: z.string(),
    deputy: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    minutes: z.number(),
    openMinutes: z.number(),
    nights: z.int(),
  }),
  async read({ input, policy, row, tables }) {
    const found = await row(shift, input.shift);
    if (!found) throw refuse('kernel.not-found');
    const names = await namesOf(
      { tables },
      found.deputy === null ? [found.person] : [found.person, found.deputy],
    );
    const hours = hoursOf(policy);
    const stretch = { from: found.starts_at, to: found.ends_at };
    return {
      id: found.id,
      state: found.state,
      name: names.get(found.person) ?? 'Somebody',
      deputy: found.deputy === null ? null : (names.get(found.deputy) ?? null),
      from: stretch.from.toString(),
      to: stretch.to.toString(),
      minutes: minutesIn(stretch),
      openMinutes: openMinutesIn(hours, stretch),
      nights: nightsOf(hours, stretch).length,
    };
  },
});
