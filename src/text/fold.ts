import type { Span } from './span.ts';

/** A text made comparable, which knows where each of its units stood in the original. */
export interface Folded {
  readonly text: string;
  /** @returns the place in the original of a span of the folded text. Always inside the original. */
  readonly span: (start: number, end: number) => Span;
}

/** What shows nothing, or a hyphen that shows only at the end of a line: people put it between digits to hide them. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const plain = /^[\t\n\r\u0020-\u007E]*$/;
/** A run of plain letters, or one letter with its marks. */
const piece = /[\t\n\r\u0020-\u007E]+(?!\p{M})|[\s\S]\p{M}*/gu;
/** More marks than any script stacks are dropped: they only slow the reader down. */
const excess = /^([\s\S]\p{M}{8})\p{M}+$/u;
const typed: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201B': "'",
  '\u02BC': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u00A0': ' ',
};

/**
 * Compatibility form (NFKC) in lower case, without what cannot be seen; quotes, dashes and spaces as a keyboard
 * types them. Folding what is folded changes nothing.
 */
export function fold(original: string): Folded {
  if (plain.test(original)) return { text: original.toLowerCase(), span: (start, end) => ({ start, end }) };
  const units: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let length = 0;
  for (const match of original.matchAll(piece)) {
    const ascii = plain.test(match[0]);
    const folded = ascii ? match[0].toLowerCase() : foldPiece(match[0]);
    for (let at = 0; at < folded.length; at += 1) {
      from[length] = ascii ? match.index + at : match.index;
      to[length] = ascii ? match.index + at + 1 : match.index + match[0].length;
      length += 1;
    }
    units.push(folded);
  }
  return {
    text: units.join(''),
    span: (start, end) => ({
      start: from[start] ?? original.length,
      end: end > start ? (to[end - 1] ?? original.length) : (from[start] ?? original.length),
    }),
  };
}

function foldPiece(text: string): string {
  const known = typed[text];
  if (known !== undefined) return known;
  const seen = text.replaceAll(invisible, '').replace(excess, '$1');
  const folded = seen.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(invisible, '');
  return Array.from(folded, (one) => typed[one] ?? one).join('');
}
