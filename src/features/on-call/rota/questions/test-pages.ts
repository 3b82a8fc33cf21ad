import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { rotaReaders, testPage } from '../lifecycle.ts';
import { of } from '../needs.ts';
import { failures, settlements } from '../words.ts';

const when = z.string().nullable();

/** The weekly test pages, failed ones first. */
export const testPages = question('on-call.test-pages', {
  about: 'Lists the weekly test pages: when each was due, sent and acknowledged, and which failed.',
  askers: rotaReaders,
  input: form({}),
  output: z.object({
    tests: z.array(
      z.object({
        id: z.uuid(),
        version: z.int(),
        state: z.string(),
        person: z.uuid(),
        name: z.string(),
        week: z.string(),
        dueAt: z.string(),
        sentAt: when,
        acknowledgedAt: when,
        failedAt: when,
        why: when,
        settled: when,
      }),
    ),
  }),
  async read({ tables, seen }) {
    const rows = await of({ tables })
      .selectFrom('test_pages')
      .selectAll()
      .where(seen(testPage))
      .orderBy((by) => by('state', '=', 'failed'), 'desc')
      .orderBy('due_at', 'desc')
      .limit(20)
      .execute();
    const names = await namesOf(
      { tables },
      rows.map(({ person }) => person),
    );
    return {
      tests: rows.map((row) => ({
        id: row.id,
        version: row.version,
        state: row.state,
        person: row.person,
        name: names.get(row.person) ?? 'Somebody',
        week: row.week.toString(),
        dueAt: row.due_at.toString(),
        sentAt: row.sent_at?.toString() ?? null,
        acknowledgedAt: row.acknowledged_at?.toString() ?? null,
        failedAt: row.failed_at?.toString() ?? null,
        why: row.why === null ? null : failures[row.why],
        settled: row.settled === null ? null : settlements[row.settled],
      })),
    };
  },
});
