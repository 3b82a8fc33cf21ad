import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { nightItem, page, pageReaders } from '../lifecycle.ts';
import { asListedPage, listedPage, peopleOf } from '../listed.ts';
import { closedAround } from '../night.ts';
import type { PagingTables } from '../words.ts';

/** What rings or is not decided, the gravest first; and how many wait to be looked at first since we closed. */
export const pagesNow = question('on-call.pages', {
  about:
    'Pages that are not decided yet, with those that reached nobody first, and the number to look at first.',
  askers: pageReaders,
  input: form({}),
  output: z.strictObject({
    pages: z.array(listedPage),
    /** Noted since we closed, for which nobody is woken. Zero in opening hours. */
    lookFirst: z.int(),
    open: z.boolean(),
  }),
  async read(reading) {
    const { now, policy } = reading;
    const db = reading.tables<PagingTables>();
    const closed = closedAround(policy, now);
    const [rows, counted] = await Promise.all([
      db
        .selectFrom('pages')
        .selectAll()
        .where('state', '<>', 'decided')
        .where(reading.seen(page))
        .orderBy('fault_at')
        .orderBy('severity')
        .orderBy('created_at')
        .limit(50)
        .execute(),
      db
        .selectFrom('night_items')
        .select((is) => is.fn.countAll<number>().as('count'))
        .where('in_hours', '=', false)
        .where('created_at', '>=', closed?.from ?? now)
        .where(reading.seen(nightItem))
        .executeTakeFirstOrThrow(),
    ]);
    const names = await namesOf(reading, peopleOf(rows));
    return {
      pages: rows.map((row) => asListedPage(row, policy, names)),
      lookFirst: counted.count,
      open: closed === undefined,
    };
  },
});

/** Whether somebody was woken for a message. */
export const pageOfEnquiry = question('on-call.page-of', {
  about: 'The page that a message of the public led to, if any.',
  askers: pageReaders,
  input: form({ enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' })) }),
  output: z.strictObject({ page: z.uuid().nullable() }),
  async read(reading) {
    const row = await reading
      .tables<PagingTables>()
      .selectFrom('pages')
      .select('id')
      .where('enquiry', '=', reading.input.enquiry)
      .where(reading.seen(page))
      .executeTakeFirst();
    return { page: row?.id ?? null };
  },
});
