import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPersonalData } from '#text/index.ts';
import type { Label } from './labels.ts';

/** A text that triage was taught, and what it is. Invented, like all of them. */
export interface NearExample {
  readonly text: string;
  readonly labels: readonly Label[];
}

export interface ExampleIndex {
  readonly examples: readonly NearExample[];
  /** Which examples a word stands in, by their place. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Length of each example as weighted words. */
  readonly norms: Float64Array;
}

/** Letters and figures; a sign of another script counts with those that it touches. Plainer than the reader's own: it is fast. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .match(/[a-z0-9]+|[^\p{ASCII}\s]+/gu),
  );

/** A word in more than one text in ten says nothing of likeness. */
const everyday = 0.1;

const weightOf = (all: number, places: readonly number[]): number =>
  places.length > all * everyday ? 0 : Math.log(all / places.length);

export function indexOf(examples: readonly NearExample[]): ExampleIndex {
  const places = new Map<string, number[]>();
  examples.forEach(({ text }, at) => {
    for (const word of wordsOf(text)) {
      const its = places.get(word);
      if (its) its.push(at);
      else places.set(word, [at]);
    }
  });
  const norms = new Float64Array(examples.length);
  for (const its of places.values()) {
    const weight = weightOf(examples.length, its);
    for (const at of its) norms[at] = (norms[at] ?? 0) + weight ** 2;
  }
  return { examples, places, norms: norms.map(Math.sqrt) };
}

const shown = 2;
/** Fewer shared words than this are chance. */
const fewestShared = 2;

/** The two texts most like this one by the words that they share, rare ones counting more. Fewer where none is alike. */
export function nearestIn({ examples, places, norms }: ExampleIndex, text: string): NearExample[] {
  const score = new Float64Array(examples.length);
  const shared = new Uint16Array(examples.length);
  for (const word of wordsOf(text)) {
    const its = places.get(word);
    const weight = its ? weightOf(examples.length, its) : 0;
    if (!its || weight === 0) continue;
    for (const at of its) {
      score[at] = (score[at] ?? 0) + weight ** 2;
      shared[at] = (shared[at] ?? 0) + 1;
    }
  }
  const alike: number[] = [];
  for (let at = 0; at < examples.length; at += 1) if ((shared[at] ?? 0) >= fewestShared) alike.push(at);
  const likeness = (at: number): number => (score[at] ?? 0) / (norms[at] ?? 1);
  return best(examples, alike, likeness);
}

/** Looks at the likeliest one by one: most texts need two looks, and what holds personal data, though invented, is passed over. */
function best(
  examples: readonly NearExample[],
  alike: readonly number[],
  likeness: (at: number) => number,
): NearExample[] {
  const found = new Map<string, NearExample>();
  const passed = new Set<number>();
  while (found.size < shown && passed.size < alike.length) {
    let next = -1;
    for (const at of alike) if (!passed.has(at) && (next === -1 || likeness(at) > likeness(next))) next = at;
    passed.add(next);
    const example = examples[next];
    if (example && findPersonalData(example.text).length === 0) found.set(example.text, example);
  }
  return [...found.values()];
}

const folder = join(import.meta.dirname, 'examples');

/** Texts that triage was taught: the files of the authors, never the gate. */
const taught = (): NearExample[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && name !== 'gate.jsonl')
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => {
      const { text, labels } = JSON.parse(line) as NearExample;
      return { text, labels };
    });

let own: ExampleIndex | undefined;

/** The two texts most like this one that triage was taught. Their index is made at the first call, in about 0.3 s. */
export const nearest = (text: string): NearExample[] => nearestIn((own ??= indexOf(taught())), text);
