import type { Clause, Token } from './tokens.ts';
import { classOf } from './word-classes.ts';

/** How many places a model's weights have. A power of two. */
export const places = 1 << 16;

const longestWord = 24;

/** FNV-1a over UTF-16 units, mixed so that the low bits serve as a place. */
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

const kinds = { word: 1, pair: 2, apart: 3, piece: 4, class: 5, classPair: 6, classTriple: 7 } as const;

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

const seen = new Int32Array(places);
let round = 0;

/** Places of everything that a clause says, each once, in the order of its tokens. */
export function featuresOf(clause: Clause): Int32Array {
  const found: number[] = [];
  round += 1;
  const add = (hash: number): void => {
    const place = hash & (places - 1);
    if (seen[place] === round) return;
    seen[place] = round;
    found.push(place);
  };
  const parts = clause.map(({ word }: Token) => partsOf(word));
  parts.forEach((one, at) => {
    const [next, afterNext] = [parts[at + 1], parts[at + 2]];
    add(one.word);
    add(one.class);
    for (const piece of one.pieces) add(piece);
    if (!next) return;
    add(both(kinds.pair, one.word, next.word));
    add(both(kinds.classPair, one.class, next.class));
    if (!afterNext) return;
    add(both(kinds.apart, one.word, afterNext.word));
    add(both(kinds.classTriple, both(kinds.classPair, one.class, next.class), afterNext.class));
  });
  return Int32Array.from(found);
}
