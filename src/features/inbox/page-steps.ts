import { pageCurve, type PageStep } from '#triage/index.ts';

const outOfHundred = (count: number, all: number): number => Math.round((count / all) * 100);

/** What a step finds and lets through, in words that compare steps. */
export function stepWords({ margin, found, needless }: PageStep): string {
  const { urgent, harmless } = pageCurve;
  const usual = margin === 0 ? ' (as it was taught)' : '';
  return `Finds ${outOfHundred(found, urgent)} of 100 grave ones, and calls for ${outOfHundred(needless, harmless)} of 100 harmless ones${usual}`;
}

const foundAt = (margin: number): number => {
  const step = pageCurve.steps.find((one) => one.margin === margin);
  return step ? step.found / pageCurve.urgent : 0;
};

/**
 * How many grave messages would call nobody at a margin, as far as can be told. What pages now and was not marked as
 * needless is taken to be grave; the invented texts say which part of the grave ones that is. What people marked as
 * missed is the least that there must be. Null where nothing paged and nothing was missed: then there is nothing to tell from.
 */
export function missesAt(
  margin: number,
  inUse: number,
  { page, needless, missed }: { readonly page: number; readonly needless: number; readonly missed: number },
): number | null {
  const right = Math.max(0, page - needless);
  const now = foundAt(inUse);
  if (right + missed === 0 || now === 0) return null;
  const grave = Math.max(right / now, right + missed);
  return Math.round(grave * (1 - foundAt(margin)) * 10) / 10;
}

export const stepKey = (margin: number): string => `at${margin * 10}`;
