import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { rotaReaders, swap } from '../lifecycle.ts';
import { of } from '../needs.ts';

const when = z.string().nullable();

/** Swaps that wait for somebody, and what became of the others. */
export const swaps = question('on-call.swaps', {
  about: 'Lists the swaps that wait for somebody to take them, and the last ones with what became of them.',
  askers: rotaReaders,
  input: form({}),
  output: z.object({
    swaps: z.array(
      z.object({
        id: z.uuid(),
        version: z.int(),
        state: z.string(),
        shift: z.uuid(),
        from: z.string(),
        to: z.string(),
        inReturn: z.object({ from: z.string(), to: z.string() }).nullable(),
        askedBy: z.string(),
        askedOf: when,
        takenBy: when,
        why: when,
        askedAt: z.string(),
        settledAt: when,
      }),
    ),
  }),
  async read({ tables, seen }) {
    const rows = await of({ tables })
      .selectFrom((from) => from.selectFrom('swaps').selectAll().where(seen(swap)).as('swap'))
      .innerJoin('shifts', 'shifts.id', 'swap.shift')
      .leftJoin('shifts as back', 'back.id', 'swap.in_return')
      .select(['swap.id', 'swap.version', 'swap.state', 'swap.shift', 'swap.asked_by', 'swap.asked_of'])
      .select(['swap.taken_by', 'swap.why', 'swap.created_at', 'swap.settled_at', 'swap.changed_at'])
      .select(['shifts.starts_at', 'shifts.ends_at'])
      .select(['back.starts_at as back_from', 'back.ends_at as back_to'])
      .orderBy((by) => by('swap.state', '=', 'asked'), 'desc')
      .orderBy('swap.changed_at', 'desc')
      .limit(40)
      .execute();
    const ids = rows.flatMap((row) => [row.asked_by, row.asked_of, row.taken_by]).filter((id) => id !== null);
    const names = await namesOf({ tables }, ids);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? 'Somebody'));
    return {
      swaps: rows.map((row) => ({
        id: row.id,
        version: row.version,
        state: row.state,
        shift: row.shift,
        from: row.starts_at.toString(),
        to: row.ends_at.toString(),
        inReturn:
          row.back_from && row.back_to
            ? { from: row.back_from.toString(), to: row.back_to.toString() }
            : null,
        askedBy: nameOf(row.asked_by) ?? 'Somebody',
        askedOf: nameOf(row.asked_of),
        takenBy: nameOf(row.taken_by),
        why: row.why,
        askedAt: row.created_at.toString(),
        settledAt: row.settled_at?.toString() ?? null,
      })),
    };
  },
});
