import lists from './concepts.json' with { type: 'json' };
import type { Word } from './words-in-order.ts';

/** A concept in a text: `her dressings` is of care. Places count words. */
export interface Spotted {
  readonly concept: number;
  readonly from: number;
  readonly to: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly concept: number;
}

const whole = new Map<string, Phrase[]>();
const beginnings = new Map<string, Phrase[]>();
const [shortest, longest] = [3, 12];

Object.values(lists).forEach((phrases, concept) => {
  for (const phrase of phrases.split(', ')) {
    const words = phrase.replaceAll(/\d+/g, '#').replaceAll("'", '').replaceAll('-', ' ').split(' ');
    const [first = ''] = words;
    const [map, key] = first.endsWith('*')
      ? ([beginnings, first.slice(0, -1)] as const)
      : ([whole, first] as const);
    map.set(key, [...(map.get(key) ?? []), { words, concept }]);
  }
});

const same = (wanted: string, word: string | undefined): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : wanted === word);

const heldAt = (words: readonly Word[], at: number, phrase: Phrase): boolean => {
  for (let further = 1; further < phrase.words.length; further += 1)
    if (!same(phrase.words[further] ?? '', words[at + further]?.word)) return false;
  return words[at + phrase.words.length - 1]?.sentence === words[at]?.sentence;
};

/** Phrases that begin with a word, whatever follows; the same words come again and again. */
const begun = new Map<string, readonly Phrase[]>();
const mostBegun = 20_000;
function beginningWith(word: string): readonly Phrase[] {
  const before = begun.get(word);
  if (before) return before;
  const found = [...(whole.get(word) ?? [])];
  for (let size = shortest; size <= Math.min(word.length, longest); size += 1)
    found.push(...(beginnings.get(word.slice(0, size)) ?? []));
  if (begun.size >= mostBegun) begun.clear();
  begun.set(word, found);
  return found;
}

/** Every concept that stands in a text, in the order of their first words. */
export function spottedIn(words: readonly Word[]): Spotted[] {
  const found: Spotted[] = [];
  words.forEach(({ word }, from) => {
    for (const phrase of beginningWith(word))
      if (heldAt(words, from, phrase))
        found.push({ concept: phrase.concept, from, to: from + phrase.words.length });
  });
  return found;
}
