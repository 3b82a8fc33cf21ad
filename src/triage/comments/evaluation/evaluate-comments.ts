/** Measures the models of comments on the texts kept from them. `script/evaluate --data DIR` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ownModels, readComment, type CommentModels, type CommentReading } from '../comments.ts';
import { headsOf, sentiment } from '../scales.ts';
import { criticalityComments, isMeasure, themeComments, type Comment } from '../training/comment-texts.ts';
import { added, countsOf, inCells, placing, type Placed } from './measure-comments.ts';

interface Read {
  readonly comment: Comment;
  readonly said: CommentReading;
}

const read = (comments: readonly Comment[], models: CommentModels): Read[] =>
  comments.filter(isMeasure).flatMap((comment) => {
    const said = readComment(comment.text, models);
    return said ? [{ comment, said }] : [];
  });

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (...names: string[]): string[] => [line(names), line(names.map(() => '---'))];

const byGroup = (all: readonly Read[]): (readonly [string, Read[]])[] =>
  [...new Set(all.flatMap(({ comment }) => comment.groups))]
    .filter((group) => group !== '')
    .toSorted()
    .map((group) => [group, all.filter(({ comment }) => comment.groups.includes(group))] as const);

function scaleTable(all: readonly Read[], of: 'criticality' | 'sentiment'): string[] {
  const placed = (some: readonly Read[]): Placed[] =>
    some.flatMap(({ comment: { value }, said }) =>
      value === undefined ? [] : [{ is: value, said: said[of] }],
    );
  return [
    ...head('comments', 'number', 'mean distance', 'of always the commonest', 'exact', 'within one'),
    line(['all', ...placing(placed(all))]),
    ...byGroup(all).map(([group, some]) => line([group, ...placing(placed(some))])),
  ];
}

const worst = (
  all: readonly Read[],
  bad: (value: number) => boolean,
  of: 'criticality' | 'sentiment',
): string =>
  line([
    of === 'criticality' ? 'criticality -3 or worse' : 'sentiment 4 or worse',
    ...inCells(
      countsOf(
        all.filter(({ comment }) => comment.value !== undefined),
        ({ said }) => bad(said[of]),
        ({ comment }) => bad(comment.value ?? 0),
      ),
    ),
  ]);

function themeTable(all: readonly Read[], themes: readonly string[]): string[] {
  const counts = (some: readonly Read[], theme: string) =>
    countsOf(
      some,
      ({ said }) => said.themes.includes(theme),
      ({ comment }) => comment.themes.includes(theme),
    );
  const over = (some: readonly Read[]): string[] =>
    inCells(added(themes.map((theme) => counts(some, theme))));
  return [
    ...head('themes', 'marked', 'precision', 'recall', 'F1'),
    line(['all together', ...over(all)]),
    ...byGroup(all).map(([group, some]) => line([`*${group}*`, ...over(some)])),
    ...themes.map((theme) => line([theme, ...inCells(counts(all, theme))])),
  ];
}

export function commentReport(
  critical: readonly Comment[],
  themed: readonly Comment[],
  models: CommentModels,
): string {
  const [bad, about] = [read(critical, models), read(themed, models)];
  const themes = models.themes.card.heads.filter((one) => !headsOf(sentiment).includes(one));
  return [
    '# Comments about care, measured',
    '',
    'Made by `script/evaluate --data DIR`. One text in ten, chosen by its hash, was kept from all training and thresholds; the figures are of those. Data: answers to the Friends and Family Test of a few trusts, copyright NHS England, MIT licence; they are not kept here. What the models are for, and never for: [the model card](../comments-model-card.md).',
    '',
    '## Criticality, -4 (very bad) to 4 (very good)',
    '',
    ...scaleTable(bad, 'criticality'),
    '',
    ...head('found', 'marked', 'precision', 'recall', 'F1'),
    worst(bad, (value) => value <= -3, 'criticality'),
    '',
    '## Sentiment, 1 (very good) to 5 (very bad)',
    '',
    ...scaleTable(about, 'sentiment'),
    '',
    ...head('found', 'marked', 'precision', 'recall', 'F1'),
    worst(about, (value) => value >= 4, 'sentiment'),
    '',
    '## Themes',
    '',
    `${themes.length} of 50: the others stand in fewer than twenty texts that may be learned from, or say that there was nothing to label.`,
    '',
    ...themeTable(about, themes),
    '',
  ].join('\n');
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  if (values.data === undefined) throw new Error('Name the folder: script/evaluate --data DIR');
  const folder = join(import.meta.dirname, '../../../../docs/generated');
  mkdirSync(folder, { recursive: true });
  const report = commentReport(criticalityComments(values.data), themeComments(values.data), ownModels());
  writeFileSync(join(folder, 'comments.md'), report);
}
