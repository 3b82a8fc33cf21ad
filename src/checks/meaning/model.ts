import type { Span } from '#text/index.ts';
import type { Read } from './features.ts';
import kept from './weights.json' with { type: 'json' };

/** Weights by feature and head, as small whole numbers, and how much one of them is. */
export interface Weights {
  /** Sorted. */
  readonly hashes: Uint32Array;
  /** row * heads + head */
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  readonly bias: readonly number[];
}

/** From where on it stops a post, and from where on a person is asked. */
export interface Cuts {
  readonly stop: number;
  readonly ask: number;
}

/** How strongly a head reads a text, and in which sentences. */
export interface Judged {
  readonly score: number;
  readonly span: Span;
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

/** As `kept` in the file: differences of sorted hashes, all lowest bytes first, then the weights. */
export function unpacked(file: typeof kept): Weights {
  const count = file.features;
  const planes = bytesOf(file.hashes);
  const hashes = new Uint32Array(count);
  let last = 0;
  for (let at = 0; at < count; at += 1) {
    let apart = 0;
    for (let byte = 0; byte < 4; byte += 1) apart |= (planes[byte * count + at] ?? 0) << (byte * 8);
    last = (last + apart) >>> 0;
    hashes[at] = last;
  }
  return {
    hashes,
    weights: new Int8Array(bytesOf(file.weights).buffer),
    scales: file.scales,
    bias: file.bias,
  };
}

let ready: { readonly its: Weights; readonly rows: ReadonlyMap<number, number> } | undefined;
function made() {
  if (ready) return ready;
  const its = unpacked(kept);
  ready = { its, rows: new Map(Array.from(its.hashes, (hash, row) => [hash, row])) };
  return ready;
}

export const cuts: readonly Cuts[] = kept.cuts;
/** By head: what was measured on authors that had taught it nothing. */
export const learned: readonly {
  readonly ref: string;
  readonly broken: number;
  readonly precision: number;
  readonly recall: number;
}[] = kept.heads;

/** What one weighs beside the others of its stretch. */
export const scale = 4;

/** Every head's strongest stretch of a text. A long text counts as its strongest two sentences. */
export function judged({ stretches, whole }: Read, { its, rows } = made()): Judged[] {
  const size = its.bias.length;
  const sums = new Float64Array(size);
  const add = (features: Uint32Array): number => {
    sums.fill(0);
    let known = 0;
    for (const feature of features) {
      const row = rows.get(feature);
      if (row === undefined) continue;
      known += 1;
      for (let head = 0; head < size; head += 1)
        sums[head] = (sums[head] ?? 0) + (its.weights[row * size + head] ?? 0);
    }
    return Math.sqrt(known + 1);
  };
  const around = add(whole);
  const apart = Array.from(sums, (sum) => sum / around);
  const found: Judged[] = apart.map(() => ({ score: -Infinity, span: { start: 0, end: 0 } }));
  for (const { features, start, end } of stretches) {
    const norm = add(features);
    for (let head = 0; head < size; head += 1) {
      const score =
        scale * (its.scales[head] ?? 0) * ((sums[head] ?? 0) / norm + (apart[head] ?? 0)) +
        (its.bias[head] ?? 0);
      if (score > (found[head]?.score ?? -Infinity)) found[head] = { score, span: { start, end } };
    }
  }
  return found;
}
