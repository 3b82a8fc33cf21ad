import type { Span } from '../span.ts';
import { isCommonWord } from '../split-words.ts';
import cues from '../words/name-cues.json' with { type: 'json' };
import first from '../words/first-names.json' with { type: 'json' };

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const firstNames = setOf(first.names);
/** First names that are everyday words too: believed only with a family name or a firm cue. */
const alsoWords = setOf(first.alsoWords);
/** First names that are little else: believed with a capital alone. */
const commonNames = setOf(first.common);
const notNames = setOf(cues.notNames);
const stop = setOf(cues.stop);
const notPeople = new Set(cues.notPeople);
const surnames = setOf(cues.surnames);

const bare = (word: string): string => word.toLowerCase().replace(/['’]s?$/, '');

/** In the list of first names, one part of it where a hyphen joins two. */
export const isFirst = (word: string): boolean =>
  bare(word)
    .split('-')
    .some((part) => firstNames.has(part));
export const isCommonName = (word: string): boolean => commonNames.has(bare(word));
export const isWordToo = (word: string): boolean => alsoWords.has(bare(word));
export const isStop = (word: string): boolean => stop.has(word.toLowerCase());
/** What a place, a building or a body is called by. */
export const isPlace = (word: string): boolean => notNames.has(bare(word));
export const isTime = (word: string): boolean =>
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|july|august|september|october|november|december)$/i.test(
    word,
  );
/** Words, places and days: what stands where a name would, and is none. */
export const isNoName = (word: string): boolean => isStop(word) || isPlace(word) || isTime(word);
export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
export const isEveryday = (word: string): boolean => isCommonWord(word.toLowerCase());

/** Could stand as a family name: no word of every day, or written with a capital. */
export const isFamily = (word: string): boolean =>
  word.length > 1 &&
  !/(?:n['’]t|['’](?:ve|d|ll|re|m))$/i.test(word) &&
  !isTime(word) &&
  !isStop(word) &&
  !isPlace(word) &&
  (isCapital(word) || !isEveryday(word));

/** A capital begins a sentence too, and each word of a heading: everyday words are no family names here. */
export const isSurname = (word: string): boolean => !isCommonWord(bare(word)) || isKnownSurname(word);

export const isKnownSurname = (word: string): boolean => surnames.has(bare(word));

export const isNobody = (text: string, { start, end }: Span): boolean =>
  notPeople.has(bare(text.slice(start, end)));

/** A word that may be a name: letters, hyphens and apostrophes. */
export const token = "\\p{L}[\\p{L}\\p{M}'’-]{0,30}";
const next = new RegExp(`^(\\s{1,2})(?:\\p{Lu}\\.? )?(${token})`, 'u');

export const wordAfter = (text: string, at: number): string => next.exec(text.slice(at, at + 40))?.[2] ?? '';

/** The name grows over the words after it that look like family names, written as its first word is. */
export function grown(text: string, start: number, end: number, most: number, accept = isFamily): Span {
  const lower = !isCapital(text.slice(start, end));
  let to = end;
  for (let count = 0; count < most; count += 1) {
    const match = next.exec(text.slice(to, to + 40));
    const word = match?.[2] ?? '';
    if (!match || /\n/.test(match[1] ?? '') || !accept(word) || !(lower || isCapital(word))) break;
    to += match[0].length;
  }
  return { start, end: text.slice(start, to).replace(/['’]s?$/, '').length + start };
}
