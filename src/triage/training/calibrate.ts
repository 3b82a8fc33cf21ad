import { headAt } from '../heads.ts';
import { labels, type Label } from '../labels.ts';
import { aboveCut, doublings, tierHeads, type Cut } from '../tiers.ts';
import { fit, strongest } from './fit.ts';
import type { Ready } from './prepare.ts';
import { isHarmless, type Example } from './texts.ts';

/** A text with the scores of a model that never saw its author. */
export interface HeldOut {
  readonly example: Example;
  readonly scores: Float32Array;
  /** How many clauses are not plainly harmless; one at least. */
  readonly clauses: number;
}

/**
 * Every text scored by a model that was trained without it: English ones without their whole author, which is what
 * a text from outside meets; others, which nearly all have one author, in three parts.
 */
export function heldOut(all: readonly Ready[]): HeldOut[] {
  const foldOf = ({ example }: Ready, at: number): string =>
    example.lang === undefined ? example.set : `part ${at % 3}`;
  const folds = [...new Set(all.map(foldOf))].toSorted();
  return folds.flatMap((fold) => {
    const weights = fit(all.filter((one, at) => foldOf(one, at) !== fold).map(({ prepared }) => prepared));
    return all
      .filter((one, at) => foldOf(one, at) === fold)
      .map(({ example, prepared }) => {
        const { scores, doubtful } = strongest(prepared.clauses, weights);
        return { example, scores, clauses: Math.max(1, doubtful) };
      });
  });
}

/** Shares of harmless texts that the thresholds let through. */
export const allowed = { page: 0.12, pageUnread: 0.12, look: 0.35 } as const;

export interface Thresholds {
  readonly labels: Readonly<Record<string, number>>;
  readonly tiers: { readonly page: Cut; readonly pageUnread: Cut; readonly look: Cut };
}

export function thresholdsOf(scored: readonly HeldOut[]): Thresholds {
  const english = scored.filter(({ example }) => example.lang === undefined);
  const others = scored.filter(({ example }) => example.lang !== undefined);
  return {
    labels: Object.fromEntries(labels.map((label) => [label, bestCut(english, label)])),
    tiers: {
      page: lettingThrough(english, 'page', allowed.page),
      pageUnread: lettingThrough(others, 'page', allowed.pageUnread),
      look: lettingThrough(english, 'look', allowed.look),
    },
  };
}

/** A cut that lets this share of harmless texts through, of short ones and long ones alike. */
function lettingThrough(scored: readonly HeldOut[], tier: 'page' | 'look', share: number): Cut {
  const harmless = scored.filter(({ example }) => isHarmless(example));
  const scoreOf = ({ scores }: HeldOut): number => scores[tierHeads[tier]] ?? -Infinity;
  const groups = [...Map.groupBy(harmless, ({ clauses }) => Math.min(8, clauses))]
    .filter(([, some]) => some.length >= 20)
    .map(([clauses, some]) => ({
      x: doublings(clauses),
      y: atShare(some.map(scoreOf), share),
      n: some.length,
    }));
  const slope = rounded(slopeOf(groups));
  const left = harmless.map((one) => aboveCut(scoreOf(one), one.clauses, { at: 0, slope }));
  return { at: rounded(atShare(left, share)), slope };
}

const atShare = (scores: readonly number[], share: number): number =>
  scores.toSorted((one, two) => two - one)[Math.floor(scores.length * share)] ?? 0;

/** Least squares over groups, each weighing as many texts as it has. */
function slopeOf(groups: readonly { readonly x: number; readonly y: number; readonly n: number }[]): number {
  const all = groups.reduce((sum, { n }) => sum + n, 0) || 1;
  const mean = (of: 'x' | 'y'): number => groups.reduce((sum, one) => sum + one[of] * one.n, 0) / all;
  const [meanX, meanY] = [mean('x'), mean('y')];
  const above = groups.reduce((sum, { x, y, n }) => sum + n * (x - meanX) * (y - meanY), 0);
  const below = groups.reduce((sum, { x, n }) => sum + n * (x - meanX) ** 2, 0);
  return below === 0 ? 0 : above / below;
}

/** The cut at which precision and recall of a label balance best (F1). */
function bestCut(scored: readonly HeldOut[], label: Label): number {
  const sorted = scored
    .map(({ example, scores }) => ({ score: scores[headAt(label)] ?? 0, is: example.labels.includes(label) }))
    .toSorted((one, two) => two.score - one.score);
  const positives = sorted.filter(({ is }) => is).length;
  let [right, best, cut] = [0, 0, 0];
  sorted.forEach(({ score, is }, at) => {
    right += is ? 1 : 0;
    const f1 = (2 * right) / (at + 1 + positives);
    if (f1 <= best) return;
    best = f1;
    cut = score - 1e-4;
  });
  return rounded(cut);
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;
