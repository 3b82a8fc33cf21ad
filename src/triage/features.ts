import type { Clause, Token } from './tokens.ts';
import { classOf } from './word-classes.ts';

const longestWord = 24;

/** How many words further on a word is still paired with another, in whatever order they stand. */
const reach = 5;

/** FNV-1a over UTF-16 units, mixed so that all bits count. */
function hashOf(kind: number, text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 ^ (kind * 0x9e3779b1);
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

function mixed(hash: number): number {
  let out = hash ^ (hash >>> 16);
  out = Math.imul(out, 0x7feb352d);
  out ^= out >>> 15;
  out = Math.imul(out, 0x846ca68b);
  return (out ^ (out >>> 16)) >>> 0;
}

const both = (kind: number, one: number, two: number): number =>
  mixed(Math.imul(one, 31) ^ Math.imul(two, 0x27d4eb2f) ^ (kind * 0x9e3779b1));

const kinds = {
  word: 1,
  pair: 2,
  apart: 3,
  piece: 4,
  class: 5,
  classPair: 6,
  classTriple: 7,
  together: 8,
} as const;

interface WordParts {
  readonly word: number;
  readonly class: number;
  /** Hashes of the letters inside: three, four and five at a time, with the word's ends marked. */
  readonly pieces: readonly number[];
}

const known = new Map<string, WordParts>();
const mostKnown = 20_000;

function partsOf(word: string): WordParts {
  const there = known.get(word);
  if (there) return there;
  const marked = ` ${word.slice(0, longestWord)} `;
  const pieces: number[] = [];
  for (const size of [3, 4, 5])
    for (let at = 0; at + size <= marked.length; at += 1)
      pieces.push(hashOf(kinds.piece, marked, at, at + size));
  const parts = { word: hashOf(kinds.word, word), class: hashOf(kinds.class, classOf(word)), pieces };
  if (known.size >= mostKnown) known.clear();
  known.set(word, parts);
  return parts;
}

let found = new Int32Array(4096);

/** Everything that a clause says, as hashes. What is said twice stands twice. */
export function featuresOf(clause: Clause): Int32Array {
  let count = 0;
  const add = (hash: number): void => {
    if (count === found.length) found = lengthened(found);
    found[count] = hash;
    count += 1;
  };
  const parts = clause.map(({ word }: Token) => partsOf(word));
  parts.forEach((one, at) => {
    add(one.word);
    add(one.class);
    for (const piece of one.pieces) add(piece);
    for (let other = at + 1; other <= at + reach; other += 1) {
      const further = parts[other]?.word;
      if (further === undefined) break;
      add(both(kinds.together, Math.min(one.word, further), Math.max(one.word, further)));
    }
    const [next, afterNext] = [parts[at + 1], parts[at + 2]];
    if (!next) return;
    add(both(kinds.pair, one.word, next.word));
    add(both(kinds.classPair, one.class, next.class));
    if (!afterNext) return;
    add(both(kinds.apart, one.word, afterNext.word));
    add(both(kinds.classTriple, both(kinds.classPair, one.class, next.class), afterNext.class));
  });
  return found.slice(0, count);
}

function lengthened(full: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(full.length * 2);
  longer.set(full);
  return longer;
}
