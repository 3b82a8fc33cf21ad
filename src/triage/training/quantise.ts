import { headCount } from '../heads.ts';
import type { Weights } from './fit.ts';

/** Whole numbers from -31 to 31 say as much as finer ones do, and pack into half the room. */
const most = 31;

/** Weights as whole numbers, with one scale a head. The few that are heavier than half the heaviest are cut off there. */
export function quantised(
  { sparse }: Pick<Weights, 'sparse'>,
  heads = headCount,
): { weights: Int8Array; scales: number[] } {
  const heaviest = new Float64Array(heads);
  for (let at = 0; at < sparse.length; at += 1)
    heaviest[at % heads] = Math.max(heaviest[at % heads] ?? 0, Math.abs(sparse[at] ?? 0));
  const scales = Array.from(heaviest, (one) => Math.max(one, 1e-6) / 2 / most);
  const weights = new Int8Array(sparse.length);
  for (let at = 0; at < weights.length; at += 1) {
    const steps = Math.round((sparse[at] ?? 0) / (scales[at % heads] ?? 1));
    weights[at] = Math.max(-most, Math.min(most, steps));
  }
  return { weights, scales };
}
