import type { Word } from './words.ts';

export interface Readability {
  /** Years of school of the United States, by Flesch and Kincaid; one decimal. */
  readonly grade: number;
  /** Age of a reader who manages it: grade plus five, and never below five. */
  readonly age: number;
}

/** Below this the formula says more about chance than about the text. */
const fewestWords = 30;

/** @returns undefined under 30 words: the score is unstable there. A nudge, never a reason to stop anything. */
export function readabilityOf(words: readonly Word[], sentences: number): Readability | undefined {
  const spoken = words.filter((one) => /\p{L}/u.test(one.text));
  if (spoken.length < fewestWords || sentences === 0) return undefined;
  const syllables = spoken.reduce((sum, one) => sum + syllablesOf(one.text), 0);
  const grade = 0.39 * (spoken.length / sentences) + 11.8 * (syllables / spoken.length) - 15.59;
  const rounded = Math.round(Math.max(0, grade) * 10) / 10;
  return { grade: rounded, age: Math.round(rounded + 5) };
}

/** Groups of vowels, without the silent ends of English. Figures and shortenings count as one. */
export function syllablesOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower.length <= 3 || !/^[a-z'’-]+$/.test(lower)) return 1;
  const spoken = lower.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^l]e)$/, (end) => end.charAt(0));
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
