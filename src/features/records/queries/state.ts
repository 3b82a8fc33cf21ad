import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question, type Reading } from '#kernel/question.ts';
import { seenNames } from '#features/people/index.ts';
import { searchers, trailCheck } from '../lifecycle.ts';
import type { RecordsTables } from '../words.ts';

const check = z.object({
  at: z.iso.datetime(),
  whole: z.boolean(),
  entries: z.int(),
  head: z.string(),
  firstBad: z.int().nullable(),
  by: z.string().nullable(),
});

/** How the record itself is: where the chain ends, when it was last checked, and what work failed for good. */
export const state = question('records.state', {
  about: 'The end of the audit chain, what its last check found, and background work that failed for good.',
  askers: searchers,
  input: form({}),
  output: z.object({
    head: z.object({ sequence: z.int(), hash: z.string() }),
    checked: check.nullable(),
    failed: z
      .array(z.object({ part: z.string(), count: z.int() }))
      .nullable()
      .describe('Null where this program does no background work, so that nothing is known'),
  }),
  async read(reading) {
    const { trail, house } = reading;
    const [head, checked, failed] = await Promise.all([
      trail.head(),
      lastCheck(reading),
      house.failedJobs?.() ?? null,
    ]);
    const part = (queue: string): string => {
      const name = queue.replace(/^failed\//, '').split('.')[0];
      return house.rooms.find((room) => room.name === name)?.title ?? 'Other work';
    };
    return {
      head,
      checked,
      failed: failed && failed.map(({ queue, count }) => ({ part: part(queue), count })),
    };
  },
});

async function lastCheck(
  reading: Pick<Reading<unknown>, 'tables' | 'seen'>,
): Promise<z.output<typeof check> | null> {
  const row = await reading
    .tables<RecordsTables>()
    .selectFrom('trail_checks')
    .selectAll()
    .where(reading.seen(trailCheck))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const names = await seenNames(reading, [row.made_by]);
  return {
    at: row.created_at.toString(),
    whole: row.state === 'whole',
    entries: row.entries,
    head: row.head,
    firstBad: row.first_bad,
    by: names.get(row.made_by) ?? null,
  };
}
