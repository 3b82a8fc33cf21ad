import type { Folded } from '../fold.ts';
import type { Span } from '../span.ts';

/** One group of figures as written, and what stands between it and the next. */
export interface Group extends Span {
  readonly digits: string;
}

/** Figures with nothing but spaces, dots, hyphens or brackets between them. */
export interface Run {
  readonly groups: readonly Group[];
  /** A plus sign before the first group. */
  readonly plus: boolean;
}

const spoken: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
const figure = '(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)';
/** Figures, the letter o typed for a nought among them, words for figures, and `double seven`. */
const group = new RegExp(
  `o{0,3}\\d[\\do]*|\\b(?:(?:double|triple|treble) )?${figure}\\b|\\b(?:double|triple|treble) \\d\\b`,
  'g',
);
const letter = /[a-z]/;
const between = /^[ ()./_-]{0,3}$/;
/** People pause between spoken figures. */
const pause = /^[ ,.;-]{0,3}(?:and )?$/;
const times: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3 };

const isFigure = (text: string, at: number): boolean => text.charCodeAt(at) < 58;

function digitsOf(words: string): string {
  if (isFigure(words, 0) || /^o+\d/.test(words))
    return words.includes('o') ? words.replaceAll('o', '0') : words;
  const [first = '', second] = words.split(' ');
  if (second !== undefined) return (spoken[second] ?? second).repeat(times[first] ?? 1);
  return spoken[first] ?? first.replaceAll('o', '0');
}

/** An o that belongs to a word beside the figures is none of theirs: `no1`, `5of 6`. */
function withoutLetters(found: string, index: number, folded: string): readonly [string, number] {
  let [text, start] = [found, index];
  if (text.startsWith('o') && /\d/.test(text) && letter.test(folded.charAt(start - 1))) {
    const from = text.search(/\d/);
    [text, start] = [text.slice(from), start + from];
  }
  if (text.endsWith('o') && /^\d/.test(text) && letter.test(folded.charAt(start + text.length)))
    text = text.replace(/o+$/, '');
  return [text, start];
}

/** Runs of figures, those written as words with them: `oh seven seven, nine hundred` is none, `0 7 7 0 0` is one. */
export function runsOf(folded: Folded): readonly Run[] {
  const before = found.get(folded);
  if (before) return before;
  const runs = findRuns(folded.text);
  found.set(folded, runs);
  return runs;
}
/** Three kinds of number are looked for in one text after another. */
const found = new WeakMap<Folded, readonly Run[]>();

/** No number of a person has fewer figures. */
const shortestNumber = 9;

function findRuns(folded: string): Run[] {
  const runs: Run[] = [];
  let groups: Group[] = [];
  let figures = 0;
  const close = () => {
    const first = groups[0];
    if (first && figures >= shortestNumber)
      runs.push({ groups, plus: /\+\s?\(?$/.test(folded.slice(Math.max(0, first.start - 3), first.start)) });
    groups = [];
    figures = 0;
  };
  for (const match of folded.matchAll(group)) {
    const last = groups.at(-1);
    const [figuresOnly, index] = withoutLetters(match[0], match.index, folded);
    const digits = digitsOf(figuresOnly);
    if (last && index > last.end + 7) close();
    else if (last) {
      const said = !isFigure(folded, index) || !isFigure(folded, last.end - 1);
      if (!(said ? pause : between).test(folded.slice(last.end, index))) close();
    }
    groups.push({ digits, start: index, end: index + figuresOnly.length });
    figures += digits.length;
  }
  close();
  return runs;
}

/** Neighbouring groups of a run. What is seldom asked is worked out only then: a table of figures has very many. */
export class Window implements Span {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly #run: Run;
  readonly #from: number;
  readonly #to: number;
  constructor(run: Run, from: number, to: number, digits: string) {
    this.digits = digits;
    this.start = run.groups[from]?.start ?? 0;
    this.end = run.groups[to]?.end ?? 0;
    this.#run = run;
    this.#from = from;
    this.#to = to;
  }
  /** Lengths of the groups: `3-3-4`. */
  get shape(): string {
    return this.#inside.map((one) => one.digits.length).join('-');
  }
  /** The whole run. */
  get whole(): boolean {
    return this.#from === 0 && this.#to === this.#run.groups.length - 1;
  }
  get plus(): boolean {
    return this.#run.plus && this.#from === 0;
  }
  /** Each figure stands alone. */
  get spaced(): boolean {
    return this.#inside.every(isSingle);
  }
  get #inside(): readonly Group[] {
    return this.#run.groups.slice(this.#from, this.#to + 1);
  }
}

/**
 * Neighbouring groups that together have so many figures. Single figures belong together: a window never begins or
 * ends between two of them.
 * @param may what cannot be the number is told from its figures alone, before anything else is looked at.
 */
export function* windowsOf(
  run: Run,
  fewest: number,
  most: number,
  may: (digits: string, from: number) => boolean = () => true,
): Generator<Window> {
  const { groups } = run;
  for (let from = 0; from < groups.length; from += 1) {
    if (isSingle(groups[from]) && isSingle(groups[from - 1])) continue;
    let digits = '';
    for (let to = from; to < groups.length && digits.length <= most; to += 1) {
      digits += groups[to]?.digits ?? '';
      if (digits.length < fewest || digits.length > most) continue;
      if (isSingle(groups[to]) && isSingle(groups[to + 1])) continue;
      if (may(digits, from)) yield new Window(run, from, to, digits);
    }
  }
}

const isSingle = (one: Group | undefined): boolean => one?.digits.length === 1;
