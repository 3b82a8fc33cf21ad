import { pageCurve, type PageStep } from '#triage/index.ts';

const outOfHundred = (count: number, all: number): number => Math.round((count / all) * 100);

/** What a step finds and lets through, in words that compare steps. */
export function stepWords({ margin, found, needless }: PageStep): string {
  const { urgent, harmless } = pageCurve;
  const usual = margin === 0 ? ' (as it was taught)' : '';
  return `Finds ${outOfHundred(found, urgent)} of 100 grave ones, and calls for ${outOfHundred(needless, harmless)} of 100 harmless ones${usual}`;
}
