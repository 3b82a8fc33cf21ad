import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { overseers } from '../lifecycle.ts';
import type { PersonalDataTables } from '../words.ts';

const count = z.int();
const minutes = z.number().nullable().describe('Minutes; nothing where there was nothing to measure');

export interface Period {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

interface Sums {
  noticed: number;
  passedOn: number;
  confirmed: number;
  confirmMedian: number | null;
  erased: number;
  eraseMedian: number | null;
  inTime: number;
  overdue: number;
  checked: number;
  left: number;
}

/** The sums of a period, each by the moment at which it happened; `overdue` is what is late at its end. */
export async function sumsOf(db: Kysely<PersonalDataTables>, { from, to }: Period): Promise<Sums> {
  const within = (column: string) =>
    sql<boolean>`(${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to})`;
  const between = (start: string, end: string) =>
    sql`extract(epoch from ${sql.ref(end)} - ${sql.ref(start)})::float8 / 60`;
  const median = (start: string, end: string) =>
    sql`percentile_cont(0.5) within group (order by ${between(start, end)})
        filter (where ${within(end)} and ${sql.ref(start)} is not null)`;
  const { rows } = await sql<Sums>`
    select (count(*) filter (where ${within('noticed_at')}))::int as noticed,
      (count(*) filter (where ${within('passed_on_at')}))::int as "passedOn",
      (count(*) filter (where ${within('confirmed_at')}))::int as confirmed,
      ${median('passed_on_at', 'confirmed_at')} as "confirmMedian",
      (count(*) filter (where ${within('erased_at')}))::int as erased,
      ${median('confirmed_at', 'erased_at')} as "eraseMedian",
      (count(*) filter (where ${within('erased_at')} and erased_at <= due_at))::int as "inTime",
      (count(*) filter (where due_at < ${to} and (erased_at is null or erased_at >= ${to}) and state <> 'held'))::int
        as overdue,
      (count(*) filter (where ${within('checked_at')}))::int as checked,
      (count(*) filter (where ${within('checked_at')} and verdict = 'something-left'))::int as left
    from removals`.execute(db);
  const [sums] = rows;
  if (!sums) throw new Error('The database gave no sums');
  return sums;
}

/** Deleted without being passed on, by reason. */
async function withoutPassingOn(db: Kysely<PersonalDataTables>, { from, to }: Period) {
  return db
    .selectFrom('removals')
    .select((is) => ['not_needed as why', is.fn.countAll<number>().as('count')])
    .where('not_needed', 'is not', null)
    .where('from_at', '>=', from)
    .where('from_at', '<', to)
    .groupBy('not_needed')
    .orderBy('count', 'desc')
    .orderBy('not_needed')
    .execute();
}

export const report = question('personal-data.report', {
  about:
    'How long receipts and deletions took, what is overdue, and what was deleted without passing on, by reason.',
  askers: overseers,
  input: form({
    from: ask.maybeDate('From', { hint: 'Four weeks ago unless given' }),
    to: ask.maybeDate('To', { hint: 'Today unless given' }),
  }),
  output: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    noticed: count,
    passedOn: count,
    confirmed: count,
    confirmMedian: minutes,
    erased: count,
    eraseMedian: minutes,
    inTime: count,
    overdue: count,
    checked: count,
    left: count.describe('Spot checks that found something left'),
    notNeeded: z.array(z.strictObject({ why: z.string(), name: z.string(), count })),
  }),
  async read({ input, now, policy, tables }) {
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    const to = input.to ?? today;
    const from = input.from ?? to.subtract({ days: 28 });
    if (Temporal.PlainDate.compare(to, from) < 0)
      throw new InputRefused([{ field: 'to', message: 'The last day must not lie before the first' }]);
    const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(policy.zone).toInstant();
    const period = { from: startOf(from), to: startOf(to.add({ days: 1 })) };
    const db = tables<PersonalDataTables>();
    const [sums, reasons] = await Promise.all([sumsOf(db, period), withoutPassingOn(db, period)]);
    const names = policy.value('details.not-needed').reasons;
    return {
      from: from.toString(),
      to: to.toString(),
      ...sums,
      notNeeded: reasons.flatMap(({ why, count: times }) =>
        why === null ? [] : [{ why, name: names.find((one) => one.id === why)?.name ?? why, count: times }],
      ),
    };
  },
});
