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
  `(?<![a-z\\d])(?=o*\\d)(?=[o\\d]{2})[o\\d]+(?![a-z\\d])|\\d+|\\b(?:(?:double|triple|treble) )?${figure}\\b|\\b(?:double|triple|treble) \\d\\b`,
  'g',
);
const between = /^[ ()./_-]{0,3}$/;
/** People pause between spoken figures. */
const pause = /^[ ,.;-]{0,3}(?:and )?$/;
const times: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3 };

function digitsOf(words: string): string {
  const [first = '', second] = words.split(' ');
  if (second !== undefined) return (spoken[second] ?? second).repeat(times[first] ?? 1);
  return spoken[first] ?? first.replaceAll('o', '0');
}

/** Runs of figures, those written as words with them: `oh seven seven, nine hundred` is none, `0 7 7 0 0` is one. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  let groups: Group[] = [];
  let figures = 0;
  const close = () => {
    const first = groups[0];
    if (first && groups.some((one) => /\d/.test(folded.charAt(one.start))))
      runs.push({ groups, plus: /\+\s?\(?$/.test(folded.slice(Math.max(0, first.start - 3), first.start)) });
    else if (first && figures >= 6) runs.push({ groups, plus: false });
    groups = [];
    figures = 0;
  };
  for (const match of folded.matchAll(group)) {
    const last = groups.at(-1);
    const digits = digitsOf(match[0]);
    const said = !/\d/.test(match[0]) || (last !== undefined && !/\d/.test(folded.charAt(last.end - 1)));
    if (last && !(said ? pause : between).test(folded.slice(last.end, match.index))) close();
    groups.push({ digits, start: match.index, end: match.index + match[0].length });
    figures += digits.length;
  }
  close();
  return runs;
}

export interface Window extends Span {
  readonly digits: string;
  /** Lengths of the groups: `3-3-4`. */
  readonly shape: string;
  /** The whole run. */
  readonly whole: boolean;
  readonly plus: boolean;
  /** Each figure stands alone. */
  readonly spaced: boolean;
}

/**
 * Neighbouring groups that together have so many figures. Single figures belong together: a window never begins or
 * ends between two of them.
 */
export function* windowsOf(run: Run, fewest: number, most: number): Generator<Window> {
  const { groups } = run;
  for (let from = 0; from < groups.length; from += 1) {
    if (isSingle(groups[from]) && isSingle(groups[from - 1])) continue;
    let digits = '';
    for (let to = from; to < groups.length && digits.length <= most; to += 1) {
      digits += groups[to]?.digits ?? '';
      if (digits.length < fewest || digits.length > most) continue;
      if (isSingle(groups[to]) && isSingle(groups[to + 1])) continue;
      yield windowOf(run, from, to, digits);
    }
  }
}

const isSingle = (one: Group | undefined): boolean => one?.digits.length === 1;

function windowOf({ groups, plus }: Run, from: number, to: number, digits: string): Window {
  const inside = groups.slice(from, to + 1);
  return {
    digits,
    start: inside[0]?.start ?? 0,
    end: inside.at(-1)?.end ?? 0,
    shape: inside.map((one) => one.digits.length).join('-'),
    whole: inside.length === groups.length,
    plus: plus && from === 0,
    spaced: inside.every(isSingle),
  };
}
