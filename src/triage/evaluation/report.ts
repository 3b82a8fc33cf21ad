import { asShare, labelsOf, tiersOf, type Judged } from './measure.ts';

const row = (name: string, judged: readonly Judged[]): string => {
  const tiers = tiersOf(judged);
  const cells = [tiers.pageRecall, tiers.pagedHarmless, tiers.firstRecall, tiers.firstHarmless];
  return `| ${name} | ${judged.length} | ${cells.map(asShare).join(' | ')} |`;
};

const head = [
  '| texts | number | page recall | harmless that page | S1 and S2 paged or looked at first | harmless among those |',
  '|---|---|---|---|---|---|',
];

const words = ({ example }: Judged): number => example.text.split(/\s+/).length;

/** A table of the tiers, over all and by group. */
export const tierTable = (judged: readonly Judged[]): string[] => [
  ...head,
  row('all', judged),
  ...groups
    .map(([name, holds]) => [name, judged.filter(holds)] as const)
    .filter(([, some]) => some.length > 0)
    .map(([name, some]) => row(name, some)),
];

const groups: readonly (readonly [name: string, holds: (one: Judged) => boolean])[] = [
  ['English', ({ example }) => example.lang === undefined],
  ['other languages', ({ example }) => example.lang !== undefined],
  ['up to 10 words', (one) => words(one) <= 10],
  ['11 to 30 words', (one) => words(one) > 10 && words(one) <= 30],
  ['over 30 words', (one) => words(one) > 30],
];

/** Without an opener, then behind each, the worst page recall first. */
export const openerTable = (
  plain: readonly Judged[],
  behind: readonly { readonly opener: string; readonly judged: readonly Judged[] }[],
): string[] => {
  const recall = (judged: readonly Judged[]): number => tiersOf(judged).pageRecall.of;
  const shown = (opener: string): string =>
    opener.length > 60 ? `${opener.slice(0, 57).trimEnd()}...` : opener;
  return [
    ...head,
    row('no opener', plain),
    ...behind
      .toSorted((one, two) => recall(one.judged) - recall(two.judged))
      .map(({ opener, judged }) =>
        row(`“${shown(opener).replaceAll('|', '/').replaceAll('\n', ' ')}”`, judged),
      ),
  ];
};

export const byGroup = (judged: readonly Judged[], groupOf: (one: Judged) => string): string[] => [
  ...head,
  ...[...Map.groupBy(judged, groupOf)]
    .toSorted(([one], [two]) => (one < two ? -1 : 1))
    .map(([name, some]) => row(name, some)),
];

export const labelTable = (judged: readonly Judged[]): string[] => [
  '| label | texts | precision | recall | lead right |',
  '|---|---|---|---|---|',
  ...labelsOf(judged).map(
    ({ label, texts, precision, recall, leadRight }) =>
      `| ${label} | ${texts} | ${[precision, recall, leadRight].map(asShare).join(' | ')} |`,
  ),
];
