import { spanOf, type Span } from './span.ts';
import lookAlike from './words/look-alike-letters.json' with { type: 'json' };

export interface Styled extends Span {
  readonly text: string;
  /** The same in letters that a screen reader speaks; empty where the signs only decorate. */
  readonly plain: string;
}

/**
 * Letters from mathematics, full width, circles, squares, small capitals, upside down; and strokes laid through
 * letters. Compatibility form reveals only half of them, so ranges and a table stand beside it.
 */
const stylish =
  /(?:[\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F18D}\u{1F18F}\u{1F190}\u2460-\u24FF\uFF01-\uFF5E\u1D00-\u1DBF\u2C60-\u2C7F\uA720-\uA7FF\u0180-\u02AF\u2070-\u2094\u2102\u210A-\u2115\u2119-\u211D\u2124\u2128\u212C-\u2138\u213C-\u2140\u2145-\u2149\u029C-\u02AF]|[\p{L}\p{N}](?:[\u0332-\u0338\u033F\u20D2\u20D3\u20DD-\u20E5]|\p{M}{4,}))/u;
const run = new RegExp(`${stylish.source}(?:[ ]?${stylish.source})*`, 'gu');
/** Raised and lowered figures, single emoji of letters (blood groups, parking), and full-width punctuation alone. */
const honest =
  /^(?:[\u2070-\u209C]+|[\u{1F170}\u{1F171}\u{1F17E}\u{1F17F}]|[\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF5E ]+|[\u0180-\u02AF]|\u01B0\u01A1|\u01AF\u01A0)$/u;
const table: Readonly<Record<string, string>> = lookAlike.letters;

/** Letters of other alphabets that pass for Latin ones. */
export const foreignLetters: Readonly<Record<string, string>> = lookAlike.foreign;

/** Latin with Greek or Cyrillic inside one word: it reads as one and is spoken as another. Signs of measures are honest. */
const mixed =
  /(?<![\p{L}\p{M}])(?=\p{L}{0,40}\p{Script=Latin})(?=\p{L}{0,40}[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{2,41}(?![\p{L}\p{M}])/gu;
const measure = /^[μΩ]\p{L}$|^\p{L}?[μΩ]$/u;

/** @returns every run of letters that only look like letters, in the order of the text. */
export function styledOf(text: string): Styled[] {
  if (!/[\u0180-\u{10FFFF}]/u.test(text)) return [];
  const styled = Array.from(text.matchAll(run)).filter((one) => !honest.test(one[0]));
  const foreign = /[\u0370-\u052F]/.test(text)
    ? Array.from(text.matchAll(mixed)).filter((one) => !measure.test(one[0]))
    : [];
  return [...styled, ...foreign]
    .map((match) => ({ text: match[0], plain: plainOf(match[0]), ...spanOf(match) }))
    .toSorted((one, two) => one.start - two.start);
}

export const plainOf = (text: string): string =>
  Array.from(
    text.replaceAll(/[\u0332-\u0338\u033F\u20D2\u20D3\u20DD-\u20E5]|(?<=\p{M}{3})\p{M}/gu, ''),
    (one) => table[one] ?? foreignLetters[one] ?? one.normalize('NFKC'),
  ).join('');
