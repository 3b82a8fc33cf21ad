import { labels, pagingByDefault, type Label } from '../labels.ts';
import { isHarmless, type Example } from '../training/texts.ts';

/** What a reader said of a text: the tiers, and the labels. */
export interface Verdict {
  readonly page: boolean;
  /** In the tier that is looked at first, or paged. */
  readonly seenFirst: boolean;
  readonly labels: readonly Label[];
}

export interface Judged {
  readonly example: Example;
  readonly verdict: Verdict;
}

/** A count of those it is true of, among all. */
export interface Share {
  readonly of: number;
  readonly all: number;
}

export const shouldPage = ({ labels: its }: Pick<Example, 'labels'>): boolean =>
  its.some((label) => pagingByDefault.includes(label));

const share = (judged: readonly Judged[], holds: (verdict: Verdict) => boolean): Share => ({
  of: judged.filter(({ verdict }) => holds(verdict)).length,
  all: judged.length,
});

export interface Tiers {
  readonly pageRecall: Share;
  readonly pagedHarmless: Share;
  readonly firstRecall: Share;
  readonly firstHarmless: Share;
}

/** Recall of each tier, and how many harmless texts it holds. One without the other says nothing. */
export function tiersOf(judged: readonly Judged[]): Tiers {
  const harmless = judged.filter(({ example }) => isHarmless(example));
  return {
    pageRecall: share(
      judged.filter(({ example }) => shouldPage(example)),
      ({ page }) => page,
    ),
    pagedHarmless: share(harmless, ({ page }) => page),
    firstRecall: share(
      judged.filter(({ example }) => !isHarmless(example)),
      ({ seenFirst }) => seenFirst,
    ),
    firstHarmless: share(harmless, ({ seenFirst }) => seenFirst),
  };
}

export interface LabelMeasure {
  readonly label: Label;
  readonly texts: number;
  readonly precision: Share;
  readonly recall: Share;
  readonly leadRight: Share;
}

export const labelsOf = (judged: readonly Judged[]): LabelMeasure[] =>
  labels.map((label) => {
    const its = judged.filter(({ example }) => example.labels.includes(label));
    return {
      label,
      texts: its.length,
      precision: share(
        judged
          .filter(({ verdict }) => verdict.labels.includes(label))
          .map(({ example }) => ({
            example,
            verdict: { page: false, seenFirst: false, labels: example.labels },
          })),
        (verdict) => verdict.labels.includes(label),
      ),
      recall: share(its, (verdict) => verdict.labels.includes(label)),
      leadRight: share(
        judged.filter(({ example }) => example.lead === label),
        (verdict) => verdict.labels[0] === label,
      ),
    };
  });

export const asShare = ({ of, all }: Share): string => (all === 0 ? '-' : (of / all).toFixed(3));
