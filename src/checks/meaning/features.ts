import { spottedIn, type Spotted } from './concepts.ts';
import { wordsInOrder, type Word } from './words-in-order.ts';

/** What two neighbouring sentences say, as hashes, and where they stand. */
export interface Stretch {
  readonly features: Uint32Array;
  readonly start: number;
  readonly end: number;
}

export interface Read {
  readonly stretches: readonly Stretch[];
  /** What stands anywhere in the text, as hashes. */
  readonly whole: Uint32Array;
}

const kinds = {
  concept: 1,
  pair: 2,
  near: 3,
  word: 4,
  two: 5,
  beside: 6,
  whole: 7,
  flag: 8,
  twoWhole: 9,
} as const;
const mixed = (hash: number): number => {
  let out = hash ^ (hash >>> 16);
  out = Math.imul(out, 0x7feb352d);
  out ^= out >>> 15;
  out = Math.imul(out, 0x846ca68b);
  return (out ^ (out >>> 16)) >>> 0;
};
const numbered = (kind: number, one: number, two = 0): number =>
  mixed(Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(two + 1, 0x27d4eb2f) ^ Math.imul(kind, 0x632be5ab));
function hashed(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** How many words may stand between two concepts that are taken as one after the other. */
const gap = 4;

function sentenceFeatures(
  words: readonly Word[],
  spotted: readonly Spotted[],
  from: number,
  into: Set<number>,
): void {
  const hashes = words.map(({ word }) => hashed(word));
  hashes.forEach((one, at) => {
    into.add(numbered(kinds.word, one));
    const next = hashes[at + 1];
    if (next !== undefined) into.add(numbered(kinds.two, one, next));
  });
  const distinct = [...new Set(spotted.map(({ concept }) => concept))].toSorted((one, two) => one - two);
  distinct.forEach((one, at) => {
    into.add(numbered(kinds.concept, one));
    for (const two of distinct.slice(at + 1)) into.add(numbered(kinds.pair, one, two));
  });
  spotted.forEach((one, at) => {
    for (let further = at + 1; further < spotted.length; further += 1) {
      const two = spotted[further];
      if (!two || two.from - one.to > gap) break;
      if (two.from >= one.to) into.add(numbered(kinds.near, one.concept, two.concept));
    }
    const before = hashes[one.from - from - 1];
    const after = hashes[one.to - from];
    if (before !== undefined) into.add(numbered(kinds.beside, before, one.concept));
    if (after !== undefined) into.add(numbered(kinds.beside, after, one.concept + 1000));
  });
}

/** A sentence of fewer words is read with the next. */
const shortest = 3;
/** No network takes as much; whoever hides something further on hides it from every reader. */
const longest = 40_000;

/** A text as hashes of what its sentences say. Pure, and in step with its length. */
export function featuresOf(text: string, flags: readonly number[] = []): Read {
  const words = wordsInOrder(text.slice(0, longest));
  const spotted = spottedIn(words);
  const sentences: { features: Set<number>; start: number; end: number }[] = [];
  let next = 0;
  for (let from = 0; from < words.length;) {
    const sentence = words[from]?.sentence;
    let to = from;
    while (to < words.length && (words[to]?.sentence === sentence || to - from < shortest)) to += 1;
    const inside: Spotted[] = [];
    for (let one = spotted[next]; one && one.from < to; one = spotted[++next]) inside.push(one);
    const features = new Set<number>();
    sentenceFeatures(words.slice(from, to), inside, from, features);
    sentences.push({ features, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
    from = to;
  }
  const whole = new Set(flags.map((flag) => numbered(kinds.flag, flag)));
  const distinct = [...new Set(spotted.map(({ concept }) => concept))];
  for (const one of distinct) {
    whole.add(numbered(kinds.whole, one));
    for (const two of distinct) if (two > one) whole.add(numbered(kinds.twoWhole, one, two));
    for (const flag of flags) whole.add(numbered(kinds.flag, flag, one));
  }
  return {
    stretches: sentences.map((one, at) => joined(one, sentences[at + 1])),
    whole: Uint32Array.from(whole),
  };
}

const joined = (
  one: { features: Set<number>; start: number; end: number },
  two: { features: Set<number>; end: number } | undefined,
): Stretch => ({
  features: Uint32Array.from(two ? new Set([...one.features, ...two.features]) : one.features),
  start: one.start,
  end: two ? two.end : one.end,
});
