import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { criticality, sentiment } from '../scales.ts';

/** A comment with what people said of it. `theme` and `scale` are what a head may ask. */
export interface Comment {
  readonly text: string;
  /** Undefined where nobody said. */
  readonly value: number | undefined;
  readonly themes: readonly string[];
  /** Trust, and kind of service where it is given. */
  readonly groups: readonly string[];
}

type Row = Readonly<Record<string, string>>;

const rowsIn = (folder: string, name: string): Row[] =>
  parse(readFileSync(join(folder, name), 'utf8'), { bom: true, columns: true, relax_column_count: true });

/** Rows whose mark is no number of the scale (`-o`, `cc`, `NA`) are left out: nobody can say what was meant. */
export const criticalityComments = (folder: string): Comment[] =>
  distinct(
    rowsIn(folder, 'nhs-fft-criticality-train.csv').map((row) => ({
      text: (row['feedback'] ?? '').trim(),
      value: onThe(criticality.steps, row['criticality']),
      themes: [],
      groups: [row['organization'] ?? ''],
    })),
  ).filter(({ value }) => value !== undefined);

/** These columns say that there was nothing to label. */
const noThemes = new Set(['Not assigned', 'Labelling not possible']);
const firstTheme = 'Not assigned';

export function themeComments(folder: string): Comment[] {
  const rows = rowsIn(folder, 'nhs-fft-themes-train.csv');
  const columns = Object.keys(rows[0] ?? {});
  const themes = columns.slice(columns.indexOf(firstTheme)).filter((name) => !noThemes.has(name));
  return distinct(
    rows.map((row) => ({
      text: (row['FFT answer'] ?? '').trim(),
      value: onThe(sentiment.steps, row['Comment sentiment']),
      themes: themes.filter((theme) => row[theme] === '1').map((theme) => theme.trim()),
      groups: [row['Trust'] ?? '', (row['Service type 1'] ?? '').replaceAll(/\s+/g, ' ').trim()],
    })),
  );
}

const onThe = (steps: readonly number[], mark: string | undefined): number | undefined =>
  mark !== undefined && mark.trim() !== '' && steps.includes(Number(mark)) ? Number(mark) : undefined;

const notAnswered = /^did not answer\.?$/i;

/** Without those that say nothing, and each text with the same marks once: “Nothing.” stands there two hundred times. */
const distinct = (comments: readonly Comment[]): Comment[] => [
  ...new Map(
    comments
      .filter(({ text }) => /\p{L}/u.test(text) && !notAnswered.test(text))
      .map((one) => [JSON.stringify([one.text, one.value, one.themes]), one]),
  ).values(),
];

/** Themes that stand in too few texts are not learned: the model would know the texts, not the theme. */
const fewestOfATheme = 20;

export function themesLearned(comments: readonly Comment[]): string[] {
  const counts = new Map<string, number>();
  for (const { themes } of comments) for (const one of themes) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= fewestOfATheme)
    .map(([theme]) => theme)
    .toSorted();
}

/** The same text falls into the same part on every machine, whatever the order of the file. */
export const partOf = (text: string, parts: number, salt = ''): number =>
  createHash('sha256').update(`${salt}${text.toLowerCase()}`).digest().readUInt32BE(0) % parts;

/** One text in ten is kept from all training and thresholds, and measures them. */
export const isMeasure = ({ text }: Comment): boolean => partOf(text, 10) === 0;
