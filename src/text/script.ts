import lists from './words/languages.json' with { type: 'json' };

const scripts: readonly (readonly [name: string, pattern: RegExp, languages: readonly string[]])[] = [
  ['Arabic', /\p{Script=Arabic}/gu, ['ar', 'ur', 'fa', 'ps', 'ku', 'sd']],
  ['Bengali', /\p{Script=Bengali}/gu, ['bn']],
  ['Cyrillic', /\p{Script=Cyrillic}/gu, ['uk', 'ru', 'bg', 'sr', 'mk']],
  ['Devanagari', /\p{Script=Devanagari}/gu, ['hi', 'ne', 'mr']],
  ['Greek', /\p{Script=Greek}/gu, ['el']],
  ['Gujarati', /\p{Script=Gujarati}/gu, ['gu']],
  ['Gurmukhi', /\p{Script=Gurmukhi}/gu, ['pa']],
  ['Han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['zh', 'ja']],
  ['Hangul', /\p{Script=Hangul}/gu, ['ko']],
  ['Hebrew', /\p{Script=Hebrew}/gu, ['he', 'yi']],
  ['Tamil', /\p{Script=Tamil}/gu, ['ta']],
  ['Thai', /\p{Script=Thai}/gu, ['th']],
];

/** Languages that are written from right to left. */
export const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ur', 'fa', 'ps', 'ku', 'sd', 'he', 'yi']);

const functionWords = Object.entries(lists.words).map(
  ([code, words]) => [code, new Set(words.split(' '))] as const,
);

/** Languages that the text may be in, by its letters and small words; empty where nothing can be said. */
export function languagesOf(text: string): readonly string[] {
  const start = text.slice(0, 2000);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 8) return [];
  for (const [, pattern, languages] of scripts)
    if ((start.match(pattern)?.length ?? 0) * 2 > letters) return languages;
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = functionWords
    .map(([code, known]) => [code, words.filter((word) => known.has(word)).length] as const)
    .toSorted((one, two) => two[1] - one[1]);
  const [best, second] = scores;
  if (!best || words.length < 4 || best[1] < 2 || best[1] * 5 < words.length) return [];
  return best[1] === second?.[1] ? [] : [best[0]];
}

/** Whether a language is usually written in letters of its own that the text does not have. */
export const isRomanised = (language: string, text: string): boolean => {
  const own = scripts.find(([, , languages]) => languages.includes(language));
  return own !== undefined && !text.match(own[1]) && /\p{L}{3}/u.test(text);
};
