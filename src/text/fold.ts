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
  const places = new Places(original.length + 64);
  for (const match of original.matchAll(piece)) {
    const [written] = match;
    const ascii = written.charCodeAt(0) < 0x7f && plain.test(written);
    const folded = ascii ? written.toLowerCase() : pieceFolded(written);
    if (ascii) places.each(match.index, written.length);
    else places.whole(match.index, match.index + written.length, folded.length);
    units.push(folded);
  }
  return {
    text: units.join(''),
    span: (start, end) => ({
      start: places.from(start) ?? original.length,
      end: end > start ? (places.to(end - 1) ?? original.length) : (places.from(start) ?? original.length),
    }),
  };
}

/** Where each unit of the folded text stood. */
class Places {
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;
  constructor(room: number) {
    this.#starts = new Int32Array(room);
    this.#ends = new Int32Array(room);
  }
  from(at: number): number | undefined {
    return at < this.#length ? this.#starts[at] : undefined;
  }
  to(at: number): number | undefined {
    return at < this.#length ? this.#ends[at] : undefined;
  }
  each(index: number, count: number): void {
    this.#grow(count);
    for (let at = 0; at < count; at += 1) this.#put(index + at, index + at + 1);
  }
  whole(start: number, end: number, count: number): void {
    this.#grow(count);
    for (let at = 0; at < count; at += 1) this.#put(start, end);
  }
  #put(start: number, end: number): void {
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }
  #grow(by: number): void {
    if (this.#length + by <= this.#starts.length) return;
    const room = (this.#length + by) * 2;
    const [starts, ends] = [new Int32Array(room), new Int32Array(room)];
    starts.set(this.#starts);
    ends.set(this.#ends);
    [this.#starts, this.#ends] = [starts, ends];
  }
}

/** The same signs come again and again. */
const known = new Map<string, string>();
function pieceFolded(written: string): string {
  const before = known.get(written);
  if (before !== undefined) return before;
  const folded = foldPiece(written);
  if (known.size > 4000) known.clear();
  if (written.length < 16) known.set(written, folded);
  return folded;
}

function foldPiece(text: string): string {
  const known = typed[text];
  if (known !== undefined) return known;
  const seen = text.replaceAll(invisible, '').replace(excess, '$1');
  const folded = seen.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(invisible, '');
  return Array.from(folded, (one) => typed[one] ?? one).join('');
}
