import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { isId } from '#kernel/ids.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { role } from '#kernel/party.ts';
import { question, type Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { line, linesFor } from '../line.ts';
import { readsEverything } from '../may-read.ts';
import { entryNumber } from './trail.ts';

const pageLength = 50;

/** Everything that was ever done to one thing, for those who may see the thing, and for the auditor. */
export const historyOf = question('records.history', {
  about:
    'The whole history of one thing, newest first: who did what, when, under which clause, by which door.',
  askers: [role('staff')],
  input: form({
    kind: ask.line('Kind of thing', { hint: 'Such as enquiry', max: 60 }),
    id: ask.line('Its id', { max: 60 }),
    before: ask.maybe('Before entry number', { max: 20 }),
  }),
  output: z.object({
    lines: z.array(line),
    next: z.int().nullable().describe('Ask for entries before this one for the next page'),
    /** Where the thing itself is; null for an auditor who reads its history and not its words. */
    home: z.string().nullable(),
  }),
  async read(reading) {
    const { kind, id } = reading.input;
    const before = entryNumber(reading.input.before);
    const of = reading.house.lifecycles.get(kind);
    if (!of || !isId(id)) throw refuse('kernel.not-found');
    const seen = await seesIt(reading, of, id);
    if (!seen && !readsEverything(of, reading.standing)) throw refuse('kernel.not-found');
    const found = await reading.trail.find({
      kind,
      row: id,
      limit: pageLength,
      ...(before === undefined ? {} : { before }),
    });
    if (!seen && found.length === 0 && before === undefined) throw refuse('kernel.not-found');
    return {
      lines: await linesFor(reading, found),
      next: found.length < pageLength ? null : (found.at(-1)?.sequence ?? null),
      home: seen ? of.home(id) : null,
    };
  },
});

async function seesIt(
  { tables, seen }: Pick<Reading<unknown>, 'tables' | 'seen'>,
  of: Lifecycle,
  id: string,
): Promise<boolean> {
  const row = await tables<Record<string, { id: string }>>()
    .selectFrom(of.table.name)
    .select('id')
    .where('id', '=', id)
    .where(seen(of))
    .executeTakeFirst();
  return row !== undefined;
}
