import { sql, type Kysely, type RawBuilder } from 'kysely';
import { modelName, pageCurve } from '#triage/index.ts';
import type { InboxTables } from '../words.ts';

export interface Within {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

const came = ({ from, to }: Within) => sql<boolean>`received_at >= ${from} and received_at < ${to}`;

export interface TriageSums {
  readonly came: number;
  readonly page: number;
  readonly lookFirst: number;
  readonly rest: number;
  readonly untriaged: number;
  /** Of those in the first tier, so many really called somebody. */
  readonly called: number;
  /** Marks: called without need, and not called though it should have been. */
  readonly needless: number;
  readonly missed: number;
  /** When the first of them was received. */
  readonly first: Temporal.Instant | null;
}

/** What came in during a period, by tier, and what people said of it. */
export async function triageSums(
  db: Kysely<InboxTables>,
  within: Within,
  seen: RawBuilder<boolean> = sql`true`,
): Promise<TriageSums> {
  const count = (condition: RawBuilder<boolean>) => sql`(count(*) filter (where ${condition}))::int`;
  const { rows } = await sql<TriageSums>`
    select count(*)::int as came,
      ${count(sql`tier = 'page'`)} as page,
      ${count(sql`tier = 'look-first'`)} as "lookFirst",
      ${count(sql`tier = 'rest'`)} as rest,
      ${count(sql`tier is null`)} as untriaged,
      ${count(sql`paged_at is not null`)} as called,
      ${count(sql`mark = 'need-not-have-paged'`)} as needless,
      ${count(sql`mark = 'should-have-paged'`)} as missed,
      min(received_at) as first
    from enquiries where ${came(within)} and ${seen}`.execute(db);
  const [sums] = rows;
  if (!sums) throw new Error('The database gave no sums');
  return sums;
}

export interface StepSums {
  readonly margin: number;
  readonly pages: number;
  /** Of them, those that came in while we were closed. */
  readonly atNight: number;
  readonly needless: number;
  /** Marked as missed, and still missed at this step. */
  readonly missed: number;
}

/** What each page threshold would have called somebody for. Scores of another model are left out: they do not compare. */
export async function stepSums(
  db: Kysely<InboxTables>,
  within: Within,
  seen: RawBuilder<boolean>,
): Promise<StepSums[]> {
  const { rows } = await sql<StepSums>`
    select step.margin::float8 as margin,
      (count(*) filter (where pages))::int as pages,
      (count(*) filter (where pages and in_hours is false))::int as "atNight",
      (count(*) filter (where pages and mark = 'need-not-have-paged'))::int as needless,
      (count(*) filter (where not pages and mark = 'should-have-paged'))::int as missed
    from unnest(${pageCurve.steps.map(({ margin }) => margin)}::float8[]) as step (margin)
      left join lateral (
        select in_hours, mark, pages_anyway or coalesce(page_score, -1000) > step.margin as pages
        from enquiries
        where triage_model = ${modelName()} and ${came(within)} and ${seen}
      ) one on true
    group by step.margin order by step.margin`.execute(db);
  return rows;
}

export interface LabelSums {
  readonly label: string;
  readonly pages: number;
  readonly needless: number;
}

/** By the label that leads: what triage says somebody must be called for, and how much of it was marked as needless. */
export async function labelSums(
  db: Kysely<InboxTables>,
  within: Within,
  seen: RawBuilder<boolean>,
): Promise<LabelSums[]> {
  const { rows } = await sql<LabelSums>`
    select coalesce(labels #>> '{list,0,id}', '') as label, count(*)::int as pages,
      (count(*) filter (where mark = 'need-not-have-paged'))::int as needless
    from enquiries where tier = 'page' and ${came(within)} and ${seen}
    group by 1 order by 3 desc, 2 desc, 1`.execute(db);
  return rows;
}

/** The same by what decided: plain words, which no setting silences, or the score. */
export async function causeSums(
  db: Kysely<InboxTables>,
  within: Within,
  seen: RawBuilder<boolean>,
): Promise<{ readonly anyway: boolean; readonly pages: number; readonly needless: number }[]> {
  const { rows } = await sql<{ anyway: boolean; pages: number; needless: number }>`
    select pages_anyway as anyway, count(*)::int as pages,
      (count(*) filter (where mark = 'need-not-have-paged'))::int as needless
    from enquiries where tier = 'page' and ${came(within)} and ${seen}
    group by 1 order by 1 desc`.execute(db);
  return rows;
}
