import { headAt } from './heads.ts';

/**
 * Where a tier begins. A long text has more sentences of which one may score high by chance, so it must score
 * higher: by `slope` for each time that its clauses double. Nothing harmless is weighed against what is not, or a
 * polite opener would hide what follows.
 */
export interface Cut {
  readonly at: number;
  readonly slope: number;
}

export const tierHeads = { page: headAt('page'), look: headAt('look') } as const;

export const doublings = (clauses: number): number => Math.log2(Math.max(1, clauses));

/** How far a text's score stands above the cut. */
export const aboveCut = (score: number, clauses: number, { at, slope }: Cut): number =>
  score - slope * doublings(clauses) - at;
