import { featureTable } from '../../feature-table.ts';
import { scale } from '../../heads.ts';
import { sequence, shuffled, unsaid } from '../../training/fit.ts';
import { quantised } from '../../training/quantise.ts';
import { vocabularyOf } from '../../training/vocabulary.ts';
import type { LinearModel } from '../linear.ts';

/** The features of a comment, and for each head whether it is (1), is not (0), or nobody said. */
export interface Lesson {
  readonly features: Int32Array;
  readonly targets: Uint8Array;
}

const usual = { passes: 6, rate: 0.06, seed: 11, decay: 2e-6, margin: 0.03 } as const;

/** Logistic regression, one head at a time over the same features, by AdaGrad. The same lessons give the same numbers. */
export function fitted(
  lessons: readonly Lesson[],
  heads: number,
): Pick<LinearModel, 'table' | 'weights'> & { readonly scales: number[]; readonly bias: number[] } {
  const vocabulary = vocabularyOf(lessons.map(({ features }) => ({ clauses: [features] })));
  const table = featureTable(vocabulary);
  const known = lessons.map(({ features, targets }) => ({ rows: table.rowsOf(features), targets }));
  const sparse = new Float32Array(vocabulary.length * heads);
  const grown = new Float32Array(sparse.length).fill(1e-3);
  const bias = new Float32Array(heads).fill(-1);
  const next = sequence(usual.seed);
  const sums = new Float32Array(heads);
  for (let pass = 0; pass < usual.passes; pass += 1)
    for (const { rows, targets } of shuffled(known, next)) {
      const norm = scale / Math.sqrt(Math.max(1, rows.length));
      addUp(sums, rows, sparse);
      for (let head = 0; head < heads; head += 1) {
        const wanted = targets[head] ?? 0;
        if (wanted === unsaid) continue;
        const error = 1 / (1 + Math.exp(-((sums[head] ?? 0) * norm + (bias[head] ?? 0)))) - wanted;
        if (Math.abs(error) < usual.margin) continue;
        step(rows, head, error * norm, { sparse, grown, heads });
        bias[head] = (bias[head] ?? 0) - 0.01 * error;
      }
    }
  return { table, ...quantised({ sparse }, heads), bias: [...bias] };
}

function addUp(sums: Float32Array, rows: Int32Array, sparse: Float32Array): void {
  sums.fill(0);
  const heads = sums.length;
  for (const row of rows)
    for (let head = 0; head < heads; head += 1)
      sums[head] = (sums[head] ?? 0) + (sparse[row * heads + head] ?? 0);
}

interface State {
  readonly sparse: Float32Array;
  readonly grown: Float32Array;
  readonly heads: number;
}

function step(rows: Int32Array, head: number, slope: number, { sparse, grown, heads }: State): void {
  for (const row of rows) {
    const where = row * heads + head;
    const whole = slope + usual.decay * (sparse[where] ?? 0);
    grown[where] = (grown[where] ?? 0) + whole * whole;
    sparse[where] = (sparse[where] ?? 0) - (usual.rate * whole) / Math.sqrt((grown[where] ?? 0) + 0.01);
  }
}
