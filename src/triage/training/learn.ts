import { featureTable } from '../feature-table.ts';
import { headCount } from '../heads.ts';
import type { Learned } from '../model.ts';
import { fit, type Prepared, type Weights } from './fit.ts';
import { quantised } from './quantise.ts';
import { vocabularyOf } from './vocabulary.ts';

/** So many features are kept: with them a model stays under four million bytes. */
const keptFeatures = 220_000;

/** What there is to learn of these texts. The same texts give the same numbers. */
export function learned(texts: readonly Prepared[]): Learned {
  const vocabulary = vocabularyOf(texts);
  const table = featureTable(vocabulary);
  const known = texts.map((text) => ({ ...text, clauses: text.clauses.map(table.rowsOf) }));
  const fitted = fit(known, vocabulary.length);
  const kept = heaviest(fitted, keptFeatures);
  const { weights, scales } = quantised({ ...fitted, sparse: rowsOf(fitted, kept) });
  return {
    card: { scales, bias: [...fitted.bias] },
    table: featureTable(kept.map((row) => vocabulary[row] ?? 0)),
    weights,
  };
}

/** The rows that weigh most over all heads, in rising order. */
function heaviest({ sparse }: Weights, most: number): Int32Array {
  const sums = new Float64Array(sparse.length / headCount);
  for (let at = 0; at < sparse.length; at += 1) {
    const row = Math.floor(at / headCount);
    sums[row] = (sums[row] ?? 0) + (sparse[at] ?? 0) ** 2;
  }
  return Int32Array.from(sums.keys())
    .sort((one, two) => (sums[two] ?? 0) - (sums[one] ?? 0) || one - two)
    .subarray(0, most)
    .sort();
}

function rowsOf({ sparse }: Weights, rows: Int32Array): Float32Array {
  const out = new Float32Array(rows.length * headCount);
  rows.forEach((row, at) => out.set(sparse.subarray(row * headCount, (row + 1) * headCount), at * headCount));
  return out;
}
