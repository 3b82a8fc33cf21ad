import type { Weights } from '../model.ts';
import { heads } from '../heads.ts';
import type { Fitted } from './fit.ts';

const size = heads.length;
/** So many features are kept: the page that loads them stays small. */
const keptFeatures = 12_000;

/** Small whole numbers for the rows that weigh most. */
export function quantised({ features, weights, bias }: Fitted): Weights {
  const heavy = (row: number): number => {
    let most = 0;
    for (let head = 0; head < size; head += 1)
      most = Math.max(most, Math.abs(weights[row * size + head] ?? 0));
    return most;
  };
  const rows = Array.from(features, (_, row) => row)
    .toSorted((one, two) => heavy(two) - heavy(one) || one - two)
    .slice(0, keptFeatures)
    .toSorted((one, two) => one - two);
  const scales = heads.map((_, head) => {
    let most = 0;
    for (const row of rows) most = Math.max(most, Math.abs(weights[row * size + head] ?? 0));
    return Number((most / 127 || 1).toPrecision(6));
  });
  const small = new Int8Array(rows.length * size);
  rows.forEach((row, at) => {
    for (let head = 0; head < size; head += 1)
      small[at * size + head] = Math.round((weights[row * size + head] ?? 0) / (scales[head] ?? 1));
  });
  return {
    hashes: Uint32Array.from(rows, (row) => features[row] ?? 0),
    weights: small,
    scales,
    bias: Array.from(bias, (one) => Number(one.toPrecision(6))),
  };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** As the file keeps them: differences of sorted hashes, all lowest bytes first. */
export function packed({ hashes, weights, scales, bias }: Weights) {
  const planes = new Uint8Array(hashes.length * 4);
  hashes.forEach((hash, at) => {
    const apart = hash - (at === 0 ? 0 : (hashes[at - 1] ?? 0));
    for (let byte = 0; byte < 4; byte += 1) planes[byte * hashes.length + at] = apart >>> (byte * 8);
  });
  return {
    features: hashes.length,
    scales,
    bias,
    hashes: base64(planes),
    weights: base64(new Uint8Array(weights.buffer)),
  };
}
