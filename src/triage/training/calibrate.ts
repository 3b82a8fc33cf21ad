import { headAt } from '../heads.ts';
import { labels, type Label } from '../labels.ts';
import { lookScore, pageScore } from '../tiers.ts';
import { fit, strongest } from './fit.ts';
import type { Ready } from './prepare.ts';
import { isHarmless, type Example } from './texts.ts';

/** A text with the scores of a model that never saw its author. */
export interface HeldOut {
  readonly example: Example;
  readonly scores: Float32Array;
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
      .map(({ example, prepared }) => ({ example, scores: strongest(prepared.clauses, weights).scores }));
  });
}

/** Shares of harmless texts that the thresholds let through. */
export const allowed = { page: 0.12, pageUnread: 0.12, look: 0.35 } as const;

export interface Thresholds {
  readonly labels: Readonly<Record<string, number>>;
  readonly tiers: { readonly page: number; readonly pageUnread: number; readonly look: number };
}

export function thresholdsOf(scored: readonly HeldOut[]): Thresholds {
  const english = scored.filter(({ example }) => example.lang === undefined);
  const others = scored.filter(({ example }) => example.lang !== undefined);
  return {
    labels: Object.fromEntries(labels.map((label) => [label, bestCut(english, label)])),
    tiers: {
      page: lettingThrough(english, pageScore, allowed.page),
      pageUnread: lettingThrough(others, pageScore, allowed.pageUnread),
      look: lettingThrough(english, lookScore, allowed.look),
    },
  };
}

function lettingThrough(
  scored: readonly HeldOut[],
  score: (scores: Float32Array) => number,
  share: number,
): number {
  const harmless = scored
    .filter(({ example }) => isHarmless(example))
    .map(({ scores }) => score(scores))
    .toSorted((one, two) => two - one);
  return rounded(harmless[Math.floor(harmless.length * share)] ?? 0);
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
