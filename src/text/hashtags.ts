import type { Span } from './span.ts';
import { inWords } from './split-words.ts';

export interface Hashtag extends Span {
  /** With the sign. */
  readonly text: string;
  /** Without it. */
  readonly body: string;
}

const tag = /(?<![\p{L}\p{N}_&/#])[#＃]([\p{L}\p{N}_][\p{L}\p{N}\p{M}_]{0,138})/gu;

/** Tags as networks find them; `#1` is a number. */
export const hashtagsOf = (text: string): Hashtag[] =>
  Array.from(text.matchAll(tag), (match) => ({
    text: match[0],
    body: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  })).filter((one) => /\p{L}/u.test(one.body));

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * The tag with a capital on each word, where one is missing.
 * @param known tags of the organisation as it writes them; they win over the word list.
 * @returns undefined where nothing is to mend, or the words cannot be told apart.
 */
export function withCapitals(body: string, known: readonly string[] = []): string | undefined {
  const lower = body.toLowerCase();
  const ours = known.find((one) => one.replace(/^#/, '').toLowerCase() === lower)?.replace(/^#/, '');
  if (ours !== undefined) return ours === body ? undefined : ours;
  if (/^[\p{Ll}\p{N}_]+$/u.test(body)) return splitLower(body);
  // One capital in front, the rest run together: `#Mentalhealthmatters`.
  if (/^\p{Lu}[\p{Ll}\p{N}]+$/u.test(body)) return splitLower(lower);
  if (/^\p{Lu}{7,}$/u.test(body)) return splitLower(lower);
  return undefined;
}

function splitLower(body: string): string | undefined {
  if (body.includes('_')) {
    const parts = body.split('_').filter((one) => one !== '');
    return parts.length > 1 ? parts.map(capitalised).join('') : undefined;
  }
  const words = inWords(body);
  if (!words || words.length < 2) return undefined;
  return words.map((word) => (acronyms.has(word) ? word.toUpperCase() : capitalised(word))).join('');
}

const acronyms = new Set(['nhs', 'gp', 'uk', 'hiv', 'rsv', 'mmr', 'ae']);
