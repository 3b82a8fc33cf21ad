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
const group = /\d+|\b(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)\b/g;
const between = /^[ ().-]{0,3}$/;

/** Runs of figures, those written as words with them: `oh seven seven, nine hundred` is none, `0 7 7 0 0` is one. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  let groups: Group[] = [];
  const close = () => {
    const first = groups[0];
    if (first && groups.some((one) => /\d/.test(folded.charAt(one.start))))
      runs.push({ groups, plus: /\+\s?\(?$/.test(folded.slice(Math.max(0, first.start - 3), first.start)) });
    else if (first && groups.length >= 6) runs.push({ groups, plus: false });
    groups = [];
  };
  for (const match of folded.matchAll(group)) {
    const last = groups.at(-1);
    if (last && !between.test(folded.slice(last.end, match.index))) close();
    const end = match.index + match[0].length;
    groups.push({ digits: spoken[match[0]] ?? match[0], start: match.index, end });
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
