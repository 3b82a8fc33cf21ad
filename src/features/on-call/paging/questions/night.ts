import { z } from 'zod';
import { stillOpen } from '#features/inbox/index.ts';
import { namesOf } from '#features/people/index.ts';
import { ask, form } from '#kernel/form.ts';
import { question, type Reading } from '#kernel/question.ts';
import type { Stretch } from '../../rota/cover.ts';
import { historyOf, step } from '../history.ts';
import { danger, nightItem, page, pageReaders } from '../lifecycle.ts';
import { asListedPage, listedPage, peopleOf } from '../listed.ts';
import { nightOf } from '../night.ts';
import { labelOf, networkOf } from '../say.ts';
import { calledWhom, type PagingTables } from '../words.ts';

const MOST = 200;
const moment = z.iso.datetime();

const output = z.strictObject({
  from: moment,
  /** When we open again: the team begins with what is left. */
  to: moment,
  pages: z.array(
    z.strictObject({
      page: listedPage,
      history: z.array(step),
      /** The team must still finish it. */
      left: z.boolean(),
    }),
  ),
  lookFirst: z.array(
    z.strictObject({
      enquiry: z.uuid(),
      label: z.string(),
      network: z.string(),
      receivedAt: moment,
      left: z.boolean(),
    }),
  ),
  dangers: z.array(
    z.strictObject({
      id: z.uuid(),
      at: moment,
      by: z.string(),
      called: z.string(),
      reference: z.string().nullable(),
      note: z.string(),
      enquiry: z.uuid().nullable(),
      told: z.boolean(),
    }),
  ),
});

/** The night as the morning needs it: what came in, who was woken when, what was decided and what is left. */
export const nightReport = question('on-call.night', {
  about:
    'The report of one night: every page with its history, what is to be looked at first, dangers, and what is left.',
  askers: pageReaders,
  input: form({ night: ask.maybeDate('The date on which the night began') }),
  output,
  async read(reading) {
    const within = nightOf(reading.policy, reading.now, reading.input.night);
    const [pages, items, dangers] = await Promise.all([
      pagesIn(reading, within),
      itemsIn(reading, within),
      dangersIn(reading, within),
    ]);
    const open = await stillOpen(reading, [
      ...pages.map((one) => one.page.enquiry),
      ...items.map((one) => one.enquiry),
    ]);
    return {
      from: within.from.toString(),
      to: within.to.toString(),
      pages: pages.map((one) => ({
        ...one,
        left: one.page.state !== 'decided' || open.has(one.page.enquiry),
      })),
      lookFirst: items.map((one) => ({ ...one, left: open.has(one.enquiry) })),
      dangers,
    };
  },
});

type Asking = Reading<unknown>;

async function pagesIn(reading: Asking, { from, to }: Stretch) {
  const db = reading.tables<PagingTables>();
  const rows = await db
    .selectFrom('pages')
    .selectAll()
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where(reading.seen(page))
    .orderBy('severity')
    .orderBy('created_at')
    .limit(MOST)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [messages, decisions] = await Promise.all([
    db.selectFrom('page_messages').selectAll().where('subject', 'in', ids).orderBy('created_at').execute(),
    db.selectFrom('page_decisions').selectAll().where('page', 'in', ids).orderBy('created_at').execute(),
  ]);
  const names = await namesOf(reading, [
    ...peopleOf(rows),
    ...[...messages, ...decisions].flatMap(({ person }) => person ?? []),
  ]);
  return rows.map((row) => ({
    page: asListedPage(row, reading.policy, names),
    history: historyOf(
      row,
      messages.filter(({ subject }) => subject === row.id),
      decisions.filter((one) => one.page === row.id),
      (person) => names.get(person) ?? 'a colleague',
    ),
  }));
}

async function itemsIn(reading: Asking, { from, to }: Stretch) {
  const db = reading.tables<PagingTables>();
  const rows = await db
    .selectFrom('night_items')
    .selectAll()
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('pages').select('pages.id').whereRef('pages.enquiry', '=', 'night_items.enquiry'),
        ),
      ),
    )
    .where(reading.seen(nightItem))
    .orderBy('severity')
    .orderBy('received_at')
    .limit(MOST)
    .execute();
  return rows.map(({ enquiry, lead, network, received_at: at }) => ({
    enquiry,
    label: labelOf(reading.policy, lead).name,
    network: networkOf(reading.policy, network),
    receivedAt: at.toString(),
  }));
}

async function dangersIn(reading: Asking, { from, to }: Stretch) {
  const rows = await reading
    .tables<PagingTables>()
    .selectFrom('dangers')
    .selectAll()
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where(reading.seen(danger))
    .orderBy('created_at')
    .limit(MOST)
    .execute();
  const names = await namesOf(
    reading,
    rows.map((row) => row.reported_by),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.created_at.toString(),
    by: names.get(row.reported_by) ?? 'A colleague',
    called: calledWhom[row.called],
    reference: row.reference,
    note: row.note,
    enquiry: row.enquiry,
    told: row.told,
  }));
}
