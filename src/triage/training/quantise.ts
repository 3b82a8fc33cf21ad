import { places } from '../features.ts';
import { headCount } from '../heads.ts';
import type { Weights } from './fit.ts';

/** Weights as whole numbers from -127 to 127, with one scale a head. */
export function quantised({ sparse }: Weights): { weights: Int8Array; scales: number[] } {
  const most = new Float64Array(headCount);
  for (let at = 0; at < sparse.length; at += 1)
    most[at % headCount] = Math.max(most[at % headCount] ?? 0, Math.abs(sparse[at] ?? 0));
  const scales = Array.from(most, (one) => Math.max(one, 1e-6) / 127);
  const weights = new Int8Array(places * headCount);
  for (let at = 0; at < weights.length; at += 1)
    weights[at] = Math.round((sparse[at] ?? 0) / (scales[at % headCount] ?? 1));
  return { weights, scales };
}
