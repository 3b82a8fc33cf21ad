import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { enquiry, readers } from '../lifecycle.ts';
import type { InboxTables } from '../words.ts';
import { causesOf } from '../why-late.ts';
import { periodFields, periodOf } from './period.ts';

/** Half an hour a step, and one for everything beyond eight hours. */
const STEP = 30;
const STEPS = 16;

const worst = z.strictObject({
  id: z.uuid(),
  receivedAt: z.iso.datetime(),
  limitAt: z.iso.datetime(),
  repliedAt: z.iso.datetime().nullable(),
  lateMinutes: z.int().describe('Elapsed minutes after the limit'),
  causes: z.array(z.string()),
});

export const times = question('inbox.times', {
  about:
    'How long people waited for a human reply: median, 90th percentile and share inside the limit, never a mean; and the ten worst with their causes.',
  askers: readers,
  input: form(periodFields),
  output: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    came: z.int().describe('All that came in'),
    answered: z.int(),
    inside: z.int(),
    overdue: z.int().describe('Past their limit and without a reply'),
    noReply: z.int().describe('Closed without a reply: in the volume, not in the times'),
    withdrawn: z.int(),
    share: z.number().nullable(),
    target: z.number(),
    promised: z.int().describe('Minutes that are promised'),
    median: z.number().nullable(),
    ninetieth: z.number().nullable(),
    lagMedian: z.number().nullable().describe('Minutes from being said to reaching us'),
    bins: z.array(z.strictObject({ from: z.int(), to: z.int().nullable(), count: z.int() })),
    worst: z.array(worst),
  }),
  async read(reading) {
    const { policy, now, input } = reading;
    const { from, to, begins, ends } = periodOf(input, policy, now);
    const within = { from: begins, to: ends, now };
    const db = reading.tables<InboxTables>();
    const seen = reading.seen(enquiry);
    const [sums, steps, latest] = await Promise.all([
      sumsOf(db, within, seen),
      stepsOf(db, within, seen),
      worstOf(db, within, seen),
    ]);
    return {
      from: from.toString(),
      to: to.toString(),
      ...sums,
      target: policy.value('inbox.target-share').share,
      promised: policy.value('inbox.reply-within').minutes,
      bins: Array.from({ length: STEPS + 1 }, (_, step) => ({
        from: step * STEP,
        to: step === STEPS ? null : (step + 1) * STEP,
        count: steps.get(step) ?? 0,
      })),
      worst: latest,
    };
  },
});

export interface Within {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly now: Temporal.Instant;
}

const came = ({ from, to }: Within) => sql<boolean>`received_at >= ${from} and received_at < ${to}`;
const missing = ({ now }: Within) =>
  sql<boolean>`(first_reply_at is null and state in ('waiting', 'being-answered') and limit_at < ${now})`;

interface Sums {
  came: number;
  answered: number;
  inside: number;
  overdue: number;
  noReply: number;
  withdrawn: number;
  median: number | null;
  ninetieth: number | null;
  lagMedian: number | null;
}

/**
 * The sums of a period. What got no reply for a reason, and what its author deleted first, stands in the volume
 * and in no time; what is past its limit without a reply counts as missed.
 */
export async function sumsOf(
  db: Kysely<InboxTables>,
  within: Within,
  seen: RawBuilder<boolean> = sql`true`,
): Promise<Sums & { share: number | null }> {
  const { rows } = await sql<Sums>`
    select count(*)::int as came,
      count(first_reply_at)::int as answered,
      (count(*) filter (where inside))::int as inside,
      (count(*) filter (where ${missing(within)}))::int as overdue,
      (count(*) filter (where state = 'closed' and first_reply_at is null))::int as "noReply",
      (count(*) filter (where state = 'withdrawn'))::int as withdrawn,
      percentile_cont(0.5) within group (order by reply_minutes) as median,
      percentile_cont(0.9) within group (order by reply_minutes) as ninetieth,
      percentile_cont(0.5) within group (order by extract(epoch from ingested_at - received_at)::float8 / 60) as "lagMedian"
    from enquiries where ${came(within)} and ${seen}`.execute(db);
  const [sums] = rows;
  if (!sums) throw new Error('The database gave no sums');
  const judged = sums.answered + sums.overdue;
  return { ...sums, share: judged === 0 ? null : sums.inside / judged };
}

async function stepsOf(db: Kysely<InboxTables>, within: Within, seen: RawBuilder<boolean>) {
  const { rows } = await sql<{ step: number; count: number }>`
    select least(reply_minutes / ${sql.lit(STEP)}, ${sql.lit(STEPS)})::int as step, count(*)::int as count
    from enquiries where ${came(within)} and reply_minutes is not null and ${seen} group by 1`.execute(db);
  return new Map(rows.map((row) => [row.step, row.count]));
}

async function worstOf(
  db: Kysely<InboxTables>,
  within: Within,
  seen: RawBuilder<boolean>,
): Promise<z.output<typeof worst>[]> {
  const rows = await db
    .selectFrom('enquiries')
    .select([
      'id',
      'received_at',
      'ingested_at',
      'limit_at',
      'first_reply_at',
      'first_claimed_at',
      'troubles',
      'in_hours',
    ])
    .where(came(within))
    .where(sql<boolean>`(inside is false or ${missing(within)})`)
    .where(seen)
    .orderBy(sql`coalesce(first_reply_at, ${within.now}::timestamptz) - limit_at desc, id`)
    .limit(10)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    receivedAt: row.received_at.toString(),
    limitAt: row.limit_at.toString(),
    repliedAt: row.first_reply_at?.toString() ?? null,
    lateMinutes: Math.floor(
      ((row.first_reply_at ?? within.now).epochMilliseconds - row.limit_at.epochMilliseconds) / 60_000,
    ),
    causes: causesOf(row),
  }));
}
