import { z } from 'zod';
import { form } from '#kernel/form.ts';
import type { Reader } from '#kernel/need.ts';
import { question } from '#kernel/question.ts';
import { isOpen, openPeriods } from '#calendar/hours.ts';
import { namesOf } from '#features/people/index.ts';
import type { Policy } from '#policy/index.ts';
import { hoursOf } from '../hours.ts';
import { rotaReaders } from '../lifecycle.ts';
import { of } from '../needs.ts';
import { onDuty } from '../on-duty.ts';

/** The moment that "tonight" means: now while closed, and while open the next closing. */
function tonightAt(now: Temporal.Instant, policy: Policy): Temporal.Instant {
  const hours = hoursOf(policy);
  if (!isOpen(hours, now)) return now;
  for (const { closes } of openPeriods(hours, now)) return closes;
  return now;
}

/** Who is to be reached tonight, in the order in which they are tried. */
export const tonight = question('on-call.tonight', {
  about: 'Tells who is on call now, or after today’s closing: the duty manager, the deputy and the director.',
  askers: rotaReaders,
  input: form({}),
  output: z.object({
    open: z.boolean(),
    at: z.string(),
    shift: z.uuid().nullable(),
    until: z.string().nullable(),
    person: z.uuid().nullable(),
    duty: z.string().nullable(),
    deputy: z.string().nullable(),
    director: z.string().nullable(),
  }),
  async read({ now, policy, tables }) {
    const read: Reader = { tables };
    const at = tonightAt(now, policy);
    const found = await onDuty(read, at, policy.zone);
    const ids = [found.duty, found.deputy, found.director].filter((id) => id !== null);
    const [names, shift] = await Promise.all([
      namesOf(read, ids),
      found.shift === null
        ? undefined
        : of(read).selectFrom('shifts').select('ends_at').where('id', '=', found.shift).executeTakeFirst(),
    ]);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return {
      open: isOpen(hoursOf(policy), now),
      at: at.toString(),
      shift: found.shift,
      until: shift?.ends_at.toString() ?? null,
      person: found.duty,
      duty: nameOf(found.duty),
      deputy: nameOf(found.deputy),
      director: nameOf(found.director),
    };
  },
});
