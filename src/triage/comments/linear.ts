import { z } from 'zod';
import { featureTable, type FeatureTable } from '../feature-table.ts';
import { featuresOf } from '../features.ts';
import { scale } from '../heads.ts';
import { unpacked } from '../model-file.ts';
import { clausesOf } from '../tokens.ts';

const card = z
  .object({
    made: z.literal('signpost-comments-1'),
    /** SHA-256 of the texts and labels that it was trained on. */
    data: z.string(),
    features: z.number().int().positive(),
    /** `readingNow` as it was in training: a model knows its features by hash. */
    reading: z.string(),
    heads: z.array(z.string()),
    scales: z.array(z.number()),
    bias: z.array(z.number()),
    /** What each head's score must pass. */
    cuts: z.array(z.number()),
  })
  .refine(({ heads, scales, bias, cuts }) =>
    [scales, bias, cuts].every((one) => one.length === heads.length),
  );

/** Linear heads over the features of a whole comment. */
export interface LinearModel {
  readonly card: z.infer<typeof card>;
  readonly table: FeatureTable;
  /** row * heads + head, to be multiplied by the head's scale. */
  readonly weights: Int8Array;
}

/** What a comment says, each once, as hashes: the features of triage, of all its clauses together. */
export const commentFeatures = (text: string): Int32Array =>
  Int32Array.from(new Set(clausesOf(text).flatMap((clause) => [...featuresOf(clause)])));

/** Something of each kind that the reader tells apart: ends, joints, long sentences, pieces, marks, scripts. */
const probe = [
  'My mum’s 2nd appointment was cancelled, and nobody rang us. thank you! 🚑 dr. Lee said so',
  'I waited by the door (the blue one); then the porter came, but he had no chair so we walked because it was late and my leg hurt, though nobody asked us how far it would be and the ward was shut',
  Array.from({ length: 90 }, (_, at) => `word${at}`).join(' '),
  'ok... no\nUNABLE to-do w*rk, don`t know 10.30am?! Łódź nie wiem 我不知道 ﬁne cafe\u0301 e.g. St. Mary',
].join('\n\n');

/**
 * Changes when words or features are read otherwise than before, as far as the probe meets it: what was learned then means nothing any more, and
 * `script/train --data DIR` must make the models anew.
 */
export const readingNow = (): string =>
  commentFeatures(probe)
    .toSorted()
    .reduce((hash, one) => Math.imul(hash ^ one, 0x01000193), 0x811c9dc5)
    .toString(16);

/** @throws where the bytes are not one of our models. */
export function fromBytes(bytes: Buffer): LinearModel {
  try {
    const end = bytes.indexOf(10);
    const its = card.parse(JSON.parse(bytes.toString('utf8', 0, end)));
    if (its.reading !== readingNow())
      throw new Error('Words or features are read otherwise than in training.');
    const { hashes, weights } = unpacked(bytes.subarray(end + 1), its.features, its.heads.length);
    return { card: its, table: featureTable(hashes), weights };
  } catch (cause) {
    throw new Error('The model of comments is not whole. Run script/train --data DIR.', { cause });
  }
}

/** Each head's score over its cut: above nothing means yes. */
export function scoresOf({ card: its, table, weights }: LinearModel, features: Int32Array): Float64Array {
  const heads = its.heads.length;
  const rows = table.rowsOf(features);
  const sums = new Float64Array(heads);
  for (const row of rows)
    for (let head = 0; head < heads; head += 1)
      sums[head] = (sums[head] ?? 0) + (weights[row * heads + head] ?? 0);
  const norm = scale / Math.sqrt(Math.max(1, rows.length));
  return sums.map(
    (sum, head) => sum * norm * (its.scales[head] ?? 0) + (its.bias[head] ?? 0) - (its.cuts[head] ?? 0),
  );
}
