import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownModels, readComment } from './comments.ts';
import { commentReport } from './evaluation/evaluate-comments.ts';
import { countsOf, inCells, placing } from './evaluation/measure-comments.ts';
import { fromBytes, readingNow } from './linear.ts';
import { criticality, headsOf, onScale } from './scales.ts';
import {
  criticalityComments,
  isMeasure,
  partOf,
  themeComments,
  themesLearned,
} from './training/comment-texts.ts';
import { commentModels } from './training/train-comments.ts';

/** Invented comments in the columns of the public files. */
const subjects = ['ward', 'clinic', 'driver', 'doctor', 'nurse', 'receptionist', 'porter', 'pharmacy'];
const places = ['in town', 'by the river', 'at the hospital', 'near us', 'up the hill'];
const waits = subjects.flatMap((one) => places.map((where) => `A long wait for the ${one} ${where}, awful`));
const thanks = subjects.flatMap((one) => places.map((where) => `The ${one} ${where} was kind and lovely`));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-comments-'));
  const rows = (mark: string) => [
    ...waits.map((text) => `"${text}",${mark === 'c' ? -3 : 5}`),
    ...thanks.map((text) => `"${text}",${mark === 'c' ? 4 : 1}`),
  ];
  await writeFile(
    join(folder, 'nhs-fft-criticality-train.csv'),
    [
      'feedback,criticality,organization',
      ...rows('c').map((row) => `${row},Trust X`),
      '"odd mark",-o,Trust X',
      '"odd mark",NA,Trust X',
    ].join('\n'),
  );
  await writeFile(
    join(folder, 'nhs-fft-themes-train.csv'),
    [
      '\uFEFFFFT answer,Comment sentiment,Trust,Service type 1,Not assigned,Timeliness,Staff manner,Rare',
      ...rows('t').map((row, at) => `${row},T,S,,${at < waits.length ? '1,,' : ',1,'}${at === 0 ? '1' : ''}`),
      '"Did not answer",,T,S,1,,,',
      '" ",,T,S,,1,,',
    ].join('\n'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('the data', () => {
  test('marks that are no number of the scale, and answers that say nothing, are left out', () => {
    expect(criticalityComments(folder)).toHaveLength(80);
    expect(themeComments(folder)).toHaveLength(80);
    expect(themeComments(folder)[0]).toEqual({
      text: waits[0],
      value: 5,
      themes: ['Timeliness', 'Rare'],
      groups: ['T', 'S'],
    });
  });
  test('themes of few texts are not learned', () => {
    expect(themesLearned(themeComments(folder))).toEqual(['Staff manner', 'Timeliness']);
  });
  test('the same text falls into the same part, whatever its capitals', () => {
    expect(partOf('A long wait', 10)).toBe(partOf('a LONG wait', 10));
    expect(new Set(waits.map((text) => partOf(text, 10))).size).toBeGreaterThan(4);
  });
});

describe('training', () => {
  const models = () => commentModels(criticalityComments(folder), themeComments(folder));
  test('gives the same bytes for the same data, and learns what is there', () => {
    const [one, two] = [models(), models()];
    for (const name of ['criticality', 'themes'])
      expect(one.get(name)?.equals(two.get(name) ?? Buffer.of())).toBe(true);
    const learned = {
      criticality: fromBytes(one.get('criticality') ?? Buffer.of()),
      themes: fromBytes(one.get('themes') ?? Buffer.of()),
    };
    expect(readComment('A long wait for the dentist, awful', learned)).toEqual({
      criticality: -3,
      sentiment: 5,
      themes: ['Timeliness'],
    });
    expect(readComment('The dentist was kind and lovely', learned)).toEqual({
      criticality: 4,
      sentiment: 1,
      themes: ['Staff manner'],
    });
    expect(readComment('...', learned)).toBeUndefined();
    const report = commentReport(criticalityComments(folder), themeComments(folder), learned);
    const measured = criticalityComments(folder).filter(isMeasure).length;
    expect(report).toContain(`| all | ${measured} | 0.00 |`);
  });
  test('never sees the texts that measure it', () => {
    const all = criticalityComments(folder);
    const other = all.map((one) => (isMeasure(one) ? { ...one, value: 0 } : one));
    const of = (some: typeof all) => commentModels(some, themeComments(folder)).get('criticality');
    expect(of(other)?.equals(of(all) ?? Buffer.of())).toBe(true);
  });
});

describe('the models that are kept', () => {
  const file = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'models', `${name}.bin`));
  test.each(['criticality', 'themes'])('%s is under four million bytes and holds no text', (name) => {
    const bytes = file(name);
    expect(bytes.length).toBeLessThan(4_000_000);
    expect(fromBytes(bytes).card.data).toMatch(/^[0-9a-f]{64}$/);
  });
  test('know the features of today: after a change of words or features, run script/train --data DIR', () => {
    for (const { card } of Object.values(ownModels())) expect(card.reading).toBe(readingNow());
  });
  test('a damaged file is refused, and one that was trained on other features', () => {
    const whole = file('themes');
    expect(() => fromBytes(whole.subarray(0, 4_000))).toThrow(/script\/train --data/);
    const other = Buffer.from(
      whole.toString('latin1').replace(`"reading":"${readingNow()}"`, '"reading":"0"'),
      'latin1',
    );
    expect(other.length).toBeLessThan(whole.length);
    expect(() => fromBytes(other)).toThrow(/script\/train --data/);
  });
  test('stay on their scales, whatever they read', () => {
    for (const text of ['x', 'awful '.repeat(2_000), '🚑 😀 ок', 'Nothing.']) {
      const read = readComment(text);
      if (!read) continue;
      expect([
        read.criticality >= -4 && read.criticality <= 4,
        read.sentiment >= 1 && read.sentiment <= 5,
      ]).toEqual([true, true]);
    }
    expect(ownModels().criticality.card.heads).toEqual(headsOf(criticality));
    expect(
      onScale(
        criticality,
        headsOf(criticality).map(() => true),
      ),
    ).toBe(-4);
    expect(
      onScale(
        criticality,
        headsOf(criticality).map(() => false),
      ),
    ).toBe(4);
  });
});

test('measures count what they say', () => {
  const all = [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ] as const;
  expect(
    inCells(
      countsOf(
        all,
        ([found]) => found,
        ([, there]) => there,
      ),
    ),
  ).toEqual(['2', '0.50', '0.50', '0.50']);
  expect(
    placing([
      { is: 1, said: 1 },
      { is: 1, said: 3 },
      { is: 4, said: 3 },
    ]),
  ).toEqual(['3', '1.00', '1.00', '0.33', '0.67']);
});
