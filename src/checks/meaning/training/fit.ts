import type { Read } from '../features.ts';
import { heads } from '../heads.ts';
import { scale } from '../model.ts';

/** A draft made ready: by head 1 where it is, 0 where it is not, `unsaid` where nobody said. */
export interface Lesson {
  readonly id: string;
  /** Whose draft it is: nobody is tried on what the same author taught. */
  readonly author: string;
  readonly read: Read;
  readonly targets: Uint8Array;
}
export const unsaid = 2;

export interface Fitted {
  readonly features: Uint32Array;
  /** row * heads + head */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Numbers that look random and are the same on every machine. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let out = Math.imul(state ^ (state >>> 15), 1 | state);
    out = (out + Math.imul(out ^ (out >>> 7), 61 | out)) ^ out;
    return ((out ^ (out >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(some: readonly T[], next: () => number): T[] {
  const all = [...some];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}

/** What stands in fewer drafts than this is an accident. */
const fewest = 3;
const options = { passes: 10, rate: 0.08, decay: 1e-4, positive: 1.5, margin: 0.02, seed: 7 };
const size = heads.length;

function common(lessons: readonly Lesson[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const { read } of lessons)
    for (const one of new Set([...read.whole, ...read.stretches.flatMap(({ features }) => [...features])]))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  return Uint32Array.from([...counts].filter(([, count]) => count >= fewest).map(([one]) => one)).toSorted();
}

interface State {
  readonly weights: Float32Array;
  readonly grown: Float32Array;
  readonly bias: Float32Array;
}
interface Rows {
  readonly whole: Int32Array;
  readonly stretches: readonly Int32Array[];
  readonly targets: Uint8Array;
}

const sumOf = (rows: Int32Array, head: number, { weights }: State): number => {
  let sum = 0;
  for (const row of rows) sum += weights[row * size + head] ?? 0;
  return sum / Math.sqrt(rows.length + 1);
};

function step(rows: Int32Array, head: number, error: number, { weights, grown }: State): void {
  const slope = (scale * error) / Math.sqrt(rows.length + 1);
  for (const row of rows) {
    const at = row * size + head;
    const whole = slope + options.decay * (weights[at] ?? 0);
    grown[at] = (grown[at] ?? 0) + whole * whole;
    weights[at] = (weights[at] ?? 0) - (options.rate * whole) / Math.sqrt(grown[at] ?? 1);
  }
}

function learn({ whole, stretches, targets }: Rows, state: State): void {
  for (let head = 0; head < size; head += 1) {
    const wanted = targets[head] ?? 0;
    const [first] = stretches;
    if (wanted === unsaid || !first) continue;
    const [best, most] = stretches.reduce<[Int32Array, number]>(
      ([strongest, score], one) => {
        const its = sumOf(one, head, state);
        return its > score ? [one, its] : [strongest, score];
      },
      [first, -Infinity],
    );
    const score = scale * (most + sumOf(whole, head, state)) + (state.bias[head] ?? 0);
    const error = 1 / (1 + Math.exp(-score)) - wanted;
    if (Math.abs(error) < options.margin) continue;
    const weighed = error * (wanted ? options.positive : 1);
    step(best, head, weighed, state);
    step(whole, head, weighed, state);
    state.bias[head] = (state.bias[head] ?? 0) - 0.01 * weighed;
  }
}

/**
 * Logistic regression, one head a row of the trade, by AdaGrad. A draft counts as its strongest stretch, in training
 * as in use. The same lessons give the same numbers.
 */
export function fit(lessons: readonly Lesson[]): Fitted {
  const features = common(lessons);
  const rowOf = new Map(Array.from(features, (one, row) => [one, row]));
  const rowsOf = (some: Uint32Array): Int32Array =>
    Int32Array.from(Array.from(some, (one) => rowOf.get(one) ?? -1).filter((row) => row >= 0));
  const all = lessons.map(({ read, targets }) => ({
    whole: rowsOf(read.whole),
    stretches: read.stretches.map((one) => rowsOf(one.features)),
    targets,
  }));
  const state: State = {
    weights: new Float32Array(features.length * size),
    grown: new Float32Array(features.length * size).fill(1e-2),
    bias: new Float32Array(size).fill(-1.5),
  };
  const next = sequence(options.seed);
  for (let pass = 0; pass < options.passes; pass += 1)
    for (const one of shuffled(all, next)) learn(one, state);
  return { features, weights: state.weights, bias: state.bias };
}
