import { asShare, labelsOf, tiersOf, type Judged } from './measure.ts';

/** Harmless words in front of a message: what follows must be found all the same. */
export const openers = [
  'Are you open on Saturday?',
  'Thanks for the post, very useful.',
  'Good morning, I hope you are all well and can help me. I have followed this page for a long time.',
  'Love the new garden at the front, well done to everybody.',
  'Hi, quick one about parking: is it still free after six?',
] as const;

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
