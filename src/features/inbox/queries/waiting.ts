import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question, type Reading } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { enquiry, readers } from '../lifecycle.ts';
import type { Enquiry, InboxTables } from '../words.ts';
import { asListed, listed, listedColumns, peopleIn } from './listed.ts';
import {
  after,
  alarming,
  orderOf,
  readMark,
  rowsOf,
  views,
  writeMark,
  type Looking,
  type View,
} from './views.ts';

export const PAGE = 50;
/** No count looks further than this: 999 is shown as “999+” above it. */
const COUNTED = 1000;

const counts = z
  .record(z.string(), z.int())
  .describe(
    'Rows of each view, 1,000 at most; and `alarming`: what triage says somebody must be called for, and nobody has read',
  );

export const waiting = question('inbox.waiting', {
  about: 'The inbox in one of its views, worked through by risk and then by due time, 50 at a time.',
  askers: readers,
  input: form({
    view: ask.given(
      'View',
      z.enum(Object.keys(views) as [View, ...View[]], { error: 'Choose a view' }).optional(),
    ),
    after: ask.maybe('Go on after'),
  }),
  output: z.strictObject({ view: z.string(), rows: z.array(listed), counts, next: z.string().nullable() }),
  async read(reading) {
    const view = reading.input.view ?? 'unclaimed';
    const looking = lookingOf(reading);
    const db = reading.tables<InboxTables>();
    const [page, counted] = await Promise.all([
      pageOf(db, reading, view, looking),
      countsOf(db, reading, looking),
    ]);
    const rows = page.slice(0, PAGE);
    const last = page.length > PAGE ? rows.at(-1) : undefined;
    const names = await namesOf(reading, peopleIn(rows));
    return {
      view,
      rows: rows.map((row) => asListed(row, { ...looking, policy: reading.policy, names })),
      counts: counted,
      next: last ? writeMark({ risk: last.risk, at: markedBy(view, last), id: last.id }) : null,
    };
  },
});

type Asking = Pick<Reading<unknown>, 'standing' | 'now' | 'policy' | 'seen'>;

/** Who looks, when, and when their day began in the policy's zone. */
export function lookingOf({ standing, now, policy }: Asking): Looking {
  const today = now.toZonedDateTimeISO(policy.zone).startOfDay().toInstant();
  return { me: standing.actor.kind === 'person' ? standing.actor.id : '', now, today };
}

/** The moment by which a view is ordered. */
function markedBy(
  view: View,
  row: Pick<Enquiry, 'aim_at' | 'first_reply_at' | 'law_due_at'>,
): Temporal.Instant {
  if (view === 'law' && row.law_due_at) return row.law_due_at;
  return view === 'answered-today' && row.first_reply_at ? row.first_reply_at : row.aim_at;
}

async function pageOf(
  db: Kysely<InboxTables>,
  reading: Reading<{ readonly after?: string | undefined }>,
  view: View,
  looking: Looking,
) {
  const mark = readMark(reading.input.after);
  return db
    .selectFrom('enquiries')
    .select(listedColumns)
    .where(rowsOf(view, looking))
    .where(reading.seen(enquiry))
    .$if(mark !== undefined, (query) => (mark ? query.where(after(view, mark)) : query))
    .orderBy(sql`${orderOf(view)}`)
    .limit(PAGE + 1)
    .execute();
}

/** How many rows each view holds, up to a bound, in one round trip. */
export async function countsOf(
  db: Kysely<InboxTables>,
  reading: Pick<Asking, 'seen'>,
  looking: Looking,
): Promise<Record<string, number>> {
  const names = Object.keys(views) as View[];
  const counting = (name: string, rows: RawBuilder<boolean>) =>
    sql`(select count(*)::int from (select 1 from enquiries where ${rows} and ${reading.seen(enquiry)} limit ${sql.lit(COUNTED)}) counted) as ${sql.id(name)}`;
  const columns = [
    ...names.map((view) => counting(view, rowsOf(view, looking))),
    counting('alarming', alarming),
  ];
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(db);
  return rows[0] ?? {};
}
