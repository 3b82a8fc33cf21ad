import type { Reading, Span } from '#text/index.ts';

/** A phrase to find, and what to say of it. */
export interface Phrase {
  readonly find: string;
  /** What to write instead, where one thing fits. */
  readonly use?: string;
  /** What to say where that is not enough. */
  readonly say?: string;
  /** Only where no noun follows: `the deaf are`, not `the deaf club`. */
  readonly alone?: boolean;
}

export interface PhraseHit extends Span {
  readonly phrase: Phrase;
  /** As it stands in the text. */
  readonly words: string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** `suffer* from`: a star stands for the endings of a word. */
const asPattern = (find: string): string =>
  escaped(find.toLowerCase())
    .replaceAll(String.raw`\*`, '[a-z]{0,4}')
    .replaceAll(' ', String.raw`[\s-]+`);

const noNoun =
  '(?= ?(?:[^\\sa-z]|$)|\\n| (?:and|or|are|is|who|have|has|need|needs|in|to|with|often|can|cannot|will|of|from|at|by|on|for|may|should|must|feel|live|get|deserve|know|but|because|when|as|were|was|do)\\b)';

/** Finds any of many phrases in one pass: whole words, whatever the case; the longest where several begin at one place. */
export function phraseFinder(phrases: readonly Phrase[]): (reading: Reading) => PhraseHit[] {
  const sorted = phrases.toSorted((one, two) => two.find.length - one.find.length);
  const whole = new RegExp(
    `(?<![a-z0-9'-])(?:${sorted.map(({ find, alone }) => `(${asPattern(find)}${alone ? noNoun : ''})`).join('|')})(?![a-z0-9'-]*[a-z0-9])`,
    'g',
  );
  return (reading) =>
    Array.from(reading.folded.text.matchAll(whole)).flatMap((match) => {
      const at = match.findIndex((group, index) => index > 0 && group !== undefined);
      const phrase = sorted[at - 1];
      const span = reading.folded.span(match.index, match.index + match[0].length);
      return phrase ? [{ ...span, phrase, words: reading.text.slice(span.start, span.end) }] : [];
    });
}

/** The replacement with a capital where what it replaces had one. */
export const likeCase = (words: string, use: string): string => {
  if (/^\p{Lu}{2,}$/u.test(words)) return use.toUpperCase();
  return /^\p{Lu}/u.test(words) ? use.charAt(0).toUpperCase() + use.slice(1) : use;
};
