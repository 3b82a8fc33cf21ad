import type { Span } from './span.ts';
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
  /(?:[\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F18D}\u{1F18F}\u{1F190}\u2460-\u24FF\uFF01-\uFF5E\u1D00-\u1DBF\u2C60-\u2C7F\uA720-\uA7FF\u0180-\u02AF\u2070-\u2094\u2102\u210A-\u2115\u2119-\u211D\u2124\u2128\u212C-\u2138\u213C-\u2140\u2145-\u2149\u029C-\u02AF]|[\p{L}\p{N}][\u0335-\u0338])/u;
const run = new RegExp(`${stylish.source}(?:[ ]?${stylish.source})*`, 'gu');
/** Raised and lowered figures, single emoji of letters (blood groups, parking), and full-width punctuation alone. */
const honest =
  /^(?:[\u2070-\u209C]+|[\u{1F170}\u{1F171}\u{1F17E}\u{1F17F}]|[\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF5E ]+|[\u0180-\u02AF]|\u01B0\u01A1|\u01AF\u01A0)$/u;
const table: Readonly<Record<string, string>> = lookAlike.letters;

/** @returns every run of letters that only look like letters. */
export function styledOf(text: string): Styled[] {
  if (!/[\u0180-\u{10FFFF}]/u.test(text)) return [];
  return Array.from(text.matchAll(run), (match) => ({
    text: match[0],
    plain: plainOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  })).filter((one) => !honest.test(one.text));
}

export const plainOf = (text: string): string =>
  Array.from(text.replaceAll(/[\u0335-\u0338]/g, ''), (one) => table[one] ?? one.normalize('NFKC')).join('');
