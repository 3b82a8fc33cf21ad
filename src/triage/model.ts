import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { featureTable, type FeatureTable } from './feature-table.ts';
import { featuresOf } from './features.ts';
import { headCount, scale } from './heads.ts';
import { labels, type Label } from './labels.ts';
import { packed, unpacked } from './model-file.ts';
import type { Clause } from './tokens.ts';
import { unitsOf, type Unit } from './units.ts';

const card = z.object({
  made: z.literal('signpost-triage-2'),
  /** SHA-256 of the texts it was trained on. */
  texts: z.string(),
  features: z.number().int().positive(),
  scales: z.array(z.number()).length(headCount),
  bias: z.array(z.number()).length(headCount),
  /** What each label's score must pass. */
  labels: z.record(z.enum(labels as [Label, ...Label[]]), z.number()),
  /** What the tiers' scores must pass; `pageUnread` for what is not in English. */
  tiers: z.object({ page: z.number(), pageUnread: z.number(), look: z.number() }),
});
export type ModelCard = z.infer<typeof card>;

/** What a model has learned, without the thresholds that make a judgement of it. */
export interface Learned {
  readonly card: Pick<ModelCard, 'scales' | 'bias'>;
  readonly table: FeatureTable;
  /** row * headCount + head, to be multiplied by the head's scale. */
  readonly weights: Int8Array;
}

export interface Model extends Learned {
  readonly card: ModelCard;
}

/** A card as JSON, a line feed, and features and weights, compressed. */
export const toBytes = ({ card, table, weights }: Model): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(card)}\n`), packed(table.hashes, weights)]);

/** @throws where the file is not one of our models. */
export function fromBytes(bytes: Buffer): Model {
  try {
    const end = bytes.indexOf(10);
    const its = card.parse(JSON.parse(bytes.toString('utf8', 0, end)));
    const { hashes, weights } = unpacked(bytes.subarray(end + 1), its.features);
    return { card: its, table: featureTable(hashes), weights };
  } catch (cause) {
    throw new Error('The triage model is not whole. Run script/train.', { cause });
  }
}

let loaded: Model | undefined;

/** The model that belongs to this version. Read once. */
export const ownModel = (): Model =>
  (loaded ??= fromBytes(readFileSync(join(import.meta.dirname, 'models/triage.bin'))));

export interface Scored {
  /** Each head's highest score over all units; minus infinity for a text without words. */
  readonly scores: Float64Array;
  /** Where it stands. */
  readonly units: readonly (Unit | undefined)[];
}

/** What the model says of a text: of each head the unit that scores highest. */
export function scoreOf({ card, table, weights }: Learned, clauses: readonly Clause[]): Scored {
  const features = clauses.map((clause) => table.rowsOf(featuresOf(clause)));
  const sums = features.map((rows) => sumOf(weights, rows));
  const scores = new Float64Array(headCount).fill(-Infinity);
  const best = Array.from<Unit | undefined>({ length: headCount });
  const total = new Float64Array(headCount);
  const all = new Float64Array(headCount);
  for (const sum of sums)
    for (let head = 0; head < headCount; head += 1) all[head] = (all[head] ?? 0) + (sum[head] ?? 0);
  for (const unit of unitsOf(features)) {
    const whole = unit.to - unit.from > 2;
    if (!whole) addUp(total, sums.slice(unit.from, unit.to));
    const norm = scale / Math.sqrt(unit.size);
    const from = whole ? all : total;
    for (let head = 0; head < headCount; head += 1) {
      const score = (from[head] ?? 0) * norm * (card.scales[head] ?? 0) + (card.bias[head] ?? 0);
      if (score <= (scores[head] ?? 0)) continue;
      scores[head] = score;
      best[head] = unit;
    }
  }
  return { scores, units: best };
}

function addUp(total: Float64Array, sums: readonly Int32Array[]): void {
  total.fill(0);
  for (const sum of sums)
    for (let head = 0; head < headCount; head += 1) total[head] = (total[head] ?? 0) + (sum[head] ?? 0);
}

function sumOf(weights: Int8Array, rows: Int32Array): Int32Array {
  const sum = new Int32Array(headCount);
  for (const row of rows) {
    const start = row * headCount;
    for (let head = 0; head < headCount; head += 1)
      sum[head] = (sum[head] ?? 0) + (weights[start + head] ?? 0);
  }
  return sum;
}

const widest = 6;

/** The words of a unit that weigh most for a head: up to six in a row, of its heaviest clause. */
export function strongestWords(
  model: Learned,
  clauses: readonly Clause[],
  unit: Unit,
  head: number,
): Clause | undefined {
  const clause = heaviest(model, clauses.slice(unit.from, unit.to), head);
  if (!clause) return undefined;
  const width = Math.min(widest, clause.length);
  const windows = Array.from({ length: clause.length - width + 1 }, (_, at) => clause.slice(at, at + width));
  return heaviest(model, windows, head);
}

function heaviest({ table, weights }: Learned, some: readonly Clause[], head: number): Clause | undefined {
  let best: Clause | undefined;
  let most = -Infinity;
  for (const one of some) {
    let sum = 0;
    for (const row of table.rowsOf(featuresOf(one))) sum += weights[row * headCount + head] ?? 0;
    if (sum <= most) continue;
    most = sum;
    best = one;
  }
  return best;
}
