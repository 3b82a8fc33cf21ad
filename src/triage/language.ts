import lists from './rules/languages.json' with { type: 'json' };
import { isKnownWord } from './known-words.ts';
import type { Clause, Token } from './tokens.ts';

export interface Language {
  /** ISO 639-1, or `und` where we cannot tell. */
  readonly code: string;
  /** Whether the words are ones that our reader was taught. It was taught English. */
  readonly read: boolean;
}

const functionWords = Object.entries(lists).map(
  ([code, words]) => [code, new Set(words.split(' '))] as const,
);

/** Scripts that settle it, or nearly; of those written in one script the telling letters decide. */
const scripts: readonly (readonly [pattern: RegExp, tell: (text: string) => string])[] = [
  [/\p{Script=Han}/u, (text) => (/[\u3040-\u30ff]/.test(text) ? 'ja' : 'zh')],
  [/\p{Script=Gurmukhi}/u, () => 'pa'],
  [/\p{Script=Bengali}/u, () => 'bn'],
  [/\p{Script=Devanagari}/u, () => 'hi'],
  [/\p{Script=Arabic}/u, (text) => (/[ٹڈڑںےہھگچپژکی]/.test(text) ? 'ur' : 'ar')],
  [/\p{Script=Cyrillic}/u, cyrillic],
  [/\p{Script=Tamil}/u, () => 'ta'],
  [/\p{Script=Hangul}/u, () => 'ko'],
  [/\p{Script=Greek}/u, () => 'el'],
  [/\p{Script=Hebrew}/u, () => 'he'],
  [/\p{Script=Gujarati}/u, () => 'gu'],
];

function cyrillic(text: string): string {
  if (/[іїєґ]/i.test(text)) return 'uk';
  if (/[ыэё]/i.test(text)) return 'ru';
  return /ъ[бвгджзклмнпрстфхцчшщ]|\b(?:на|за) (?:ли|да)|\bще\b|(?:^|\s)(?:съм|се|ми е|че|ли)(?=\s|$)/i.test(
    text,
  )
    ? 'bg'
    : 'ru';
}

/** Letters that English does not use, and whose language they suggest. */
const letters: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/[ąęłńśźż]/g, 'pl'],
  [/[ășțşţâî]/g, 'ro'],
  [/[ėįųūčšž]/g, 'lt'],
  [/[ãõ]|ção/g, 'pt'],
  [/[ñ¿¡]/g, 'es'],
  [/[ğışİ]/g, 'tr'],
  [/[èêëœàù]|ç(?!ão)/g, 'fr'],
  [/[äöß]/g, 'de'],
  [/[őű]/g, 'hu'],
];

/** The language of a text or a piece of one. Few words tell little: then English is believed. */
export function languageOf(text: string, tokens: readonly Token[]): Language {
  const words = tokens.filter(({ word }) => /\p{L}/u.test(word));
  if (words.length === 0) return { code: 'und', read: false };
  const script = scripts.find(
    ([pattern]) => words.filter(({ word }) => pattern.test(word)).length * 2 > words.length,
  );
  if (script) return { code: script[1](text), read: false };
  const foreign = words.filter(({ word }) => !isKnownWord(word)).length / words.length;
  const best = latin(text, words);
  if (best.code === 'en' && foreign <= 0.6) return { code: 'en', read: true };
  if (foreign < 0.34 || (words.length < 4 && foreign < 0.6)) return { code: 'en', read: true };
  return { code: best.code === 'en' ? 'und' : best.code, read: false };
}

function latin(text: string, words: readonly Token[]): { code: string } {
  const low = text.slice(0, 2000).toLowerCase();
  const scores = functionWords.map(([code, list]) => {
    const hits = words.filter(({ word }) => list.has(word)).length;
    const marks = letters.find(([, one]) => one === code)?.[0];
    return { code, score: hits + (marks ? 0.8 * (low.match(marks)?.length ?? 0) : 0) };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best), { code: 'en', score: 0.5 });
}

/** A clause of four words or more that is not English, in a text that is: somebody changes language half-way. */
export const unreadClause = (text: string, clauses: readonly Clause[]): Clause | undefined =>
  clauses.find((clause) => {
    if (clause.length < 4) return false;
    const [first, last] = [clause[0], clause.at(-1)];
    return first && last && !languageOf(text.slice(first.start, last.end), clause).read;
  });
