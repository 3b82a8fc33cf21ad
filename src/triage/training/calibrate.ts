import { headAt } from '../heads.ts';
import { labels, type Label } from '../labels.ts';
import { scoreOf } from '../model.ts';
import { tierScores } from '../tiers.ts';
import { learned } from './learn.ts';
import type { Ready } from './prepare.ts';
import { isHarmless, type Example } from './texts.ts';

/** A text with the scores of a model that never saw its author. */
export interface HeldOut {
  readonly example: Example;
  readonly scores: Float64Array;
}

/** How many models are trained to score every text by one that has not seen it. */
const parts = 5;

/** `author-h-languages` is by `author-h`. */
const authorOf = ({ set }: Example): string => set.split('-').slice(0, 2).join('-');

/**
 * Every text scored by a model that was trained without its whole author, which is what a text from outside meets:
 * by the very sums that will judge texts from outside.
 */
export function heldOut(all: readonly Ready[]): HeldOut[] {
  const authors = [...new Set(all.map(({ example }) => authorOf(example)))].toSorted();
  const partOf = ({ example }: Ready): number => authors.indexOf(authorOf(example)) % parts;
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const unseen = all.filter((one) => partOf(one) === part);
    if (unseen.length === 0) return [];
    const taught = all.filter((one) => partOf(one) !== part);
    const model = learned(taught.map(({ prepared }) => prepared));
    return unseen.map(({ example, clauses }) => ({ example, scores: scoreOf(model, clauses).scores }));
  });
}

/** Shares of harmless texts that the thresholds let through. */
export const allowed = { page: 0.13, pageUnread: 0.2, look: 0.27 } as const;

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
      page: lettingThrough(english, 'page', allowed.page),
      pageUnread: lettingThrough(others, 'page', allowed.pageUnread),
      look: lettingThrough(english, 'look', allowed.look),
    },
  };
}

/**
 * A cut that lets this share of harmless texts through. It is one cut for short texts and long ones: if a long text
 * had to score higher, a polite opener would hide what follows.
 */
function lettingThrough(scored: readonly HeldOut[], tier: 'page' | 'look', share: number): number {
  const harmless = scored
    .filter(({ example }) => isHarmless(example))
    .map(({ scores }) => tierScores(scores)[tier])
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
