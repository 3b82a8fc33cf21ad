import { unsaid } from './fit.ts';

/** What a head said of a draft that it had learned nothing of. */
export interface Scored {
  readonly id: string;
  readonly author: string;
  readonly targets: Uint8Array;
  readonly scores: readonly number[];
}

/**
 * Of drafts that a head stops, so many must be rightly stopped; of those that a person is asked of, so many. Half of
 * the drafts in order were written to look as much like a breach as can be: among the drafts of a day it is right
 * more often.
 */
const wanted = { stop: 0.9, ask: 0.75 };
/** No cut is lower, however few drafts stood against it. */
const least = 0.3;

/** From where on a head is right often enough, and what it finds from there on. */
export function cutsOf(scored: readonly Scored[], head: number) {
  const sorted = scored
    .filter(({ targets }) => targets[head] !== unsaid)
    .map(({ targets, scores }) => ({ breaks: targets[head] === 1, score: scores[head] ?? 0 }))
    .toSorted((one, two) => two.score - one.score);
  const broken = sorted.filter(({ breaks }) => breaks).length;
  const cut = { stop: Infinity, ask: Infinity };
  const at = { recall: 0, precision: 1 };
  let right = 0;
  sorted.forEach(({ breaks, score }, before) => {
    if (breaks) right += 1;
    const precision = right / (before + 1);
    if (score < least || !breaks) return;
    if (precision >= wanted.ask) cut.ask = score;
    if (precision < wanted.stop) return;
    cut.stop = score;
    at.recall = right / broken;
    at.precision = precision;
  });
  const rounded = (one: number): number => (one === Infinity ? 99 : Number(one.toFixed(3)));
  return {
    stop: rounded(cut.stop),
    ask: rounded(Math.min(cut.ask, cut.stop)),
    broken,
    recall: Number(at.recall.toFixed(3)),
    precision: Number(at.precision.toFixed(3)),
  };
}
