import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftLine, handleLine, textLine } from '#entry/cli/reading-input.ts';
import { measured, readAll, stopping } from './drafts.ts';
import { itsSettings, judgedDrafts, judgedHandles, judgedMessages, type JudgedDraft } from './examples.ts';
import { measureAll, pathOfReport, report, type Measured } from './report.ts';
import { ratio } from './share.ts';
import { health } from '../testing-checks.ts';

let all: Measured;
beforeAll(() => {
  all = measureAll();
});

describe('the texts that the checks are judged by', () => {
  test('are as many as asked for, and no text stands twice', () => {
    const drafts = judgedDrafts();
    expect(drafts.length).toBeGreaterThanOrEqual(600);
    expect(new Set(drafts.map(({ text }) => text)).size).toBe(drafts.length);
    expect(judgedMessages().length).toBeGreaterThanOrEqual(500);
    expect(judgedHandles().length).toBeGreaterThanOrEqual(300);
  });

  test('are lines that the doors take', () => {
    for (const draft of [...judgedDrafts(), ...judgedDrafts('gate-')])
      expect(draftLine.safeParse(draft).error).toBeUndefined();
    for (const message of judgedMessages()) expect(textLine.safeParse(message).error).toBeUndefined();
    for (const handle of judgedHandles()) expect(handleLine.safeParse(handle).error).toBeUndefined();
  });

  test('are clean or have something to be found, never both', () => {
    const both = judgedDrafts().filter(
      ({ clean, expect: wanted }) => clean && wanted.some(({ severity }) => severity !== 'note'),
    );
    expect(both).toEqual([]);
  });

  test('mark pieces that stand in them', () => {
    for (const { text, spans } of judgedMessages())
      for (const { start, end } of spans) expect(text.slice(start, end)).toMatch(/^\S.*\S$/u);
  });
});

describe('measuring', () => {
  const draft = (more: Partial<JudgedDraft> & { text: string }): JudgedDraft => ({
    id: 'T1',
    accountKind: 'corporate',
    expect: [],
    ...more,
  });
  const read = (...drafts: JudgedDraft[]) => readAll(drafts, health, itsSettings());
  const number = 'Ring Dave, 07700 900456';

  test('counts what is found and wanted, what is missed, and what is found unasked', () => {
    const one = measured(
      'PD-04',
      read(
        draft({ text: number, expect: [{ ref: 'PD-04', severity: 'block' }] }),
        draft({ text: 'No number here', expect: [{ ref: 'PD-04', severity: 'block' }] }),
        draft({ text: number, near: ['PD-04'] }),
        draft({ text: number, may: ['PD-04'] }),
      ),
    );
    expect({ precision: one.precision, recall: one.recall, near: one.near }).toEqual({
      precision: { of: 1, all: 2 },
      recall: { of: 1, all: 2 },
      near: { of: 1, all: 1 },
    });
  });

  test('a warning does not stop a post', () => {
    const { precision, recall } = stopping(
      read(draft({ text: 'FREE HEALTH CHECKS TODAY', expect: [{ ref: 'ACC-22', severity: 'block' }] })),
    );
    expect({ precision, recall }).toEqual({ precision: { of: 0, all: 0 }, recall: { of: 0, all: 1 } });
  });
});

describe('what is asked of the checks is met on these texts', () => {
  test('what stops a post is nearly always right, and nearly always found', () => {
    expect(ratio(all.stops.precision)).toBeGreaterThanOrEqual(0.95);
    expect(ratio(all.stops.recall)).toBeGreaterThanOrEqual(0.9);
  });

  test('personal data is found, structured and by name', () => {
    expect(ratio(all.structured.share)).toBeGreaterThanOrEqual(0.98);
    expect(ratio(all.names.share)).toBeGreaterThanOrEqual(0.85);
  });

  test('few texts without personal data are taken to have some', () => {
    expect(ratio(all.falseAlarms.share)).toBeLessThanOrEqual(0.05);
  });

  test('handles are judged rightly', () => {
    expect(ratio(all.handles.share)).toBeGreaterThanOrEqual(0.98);
  });

  test('few clean drafts are warned about', () => {
    expect(ratio(all.alarms.share)).toBeLessThanOrEqual(0.03);
  });
});

test('docs/generated/checks.md is as measured now; script/evaluate writes it anew', () => {
  expect(readFileSync(pathOfReport, 'utf8')).toBe(report(all, measureAll('gate-')));
});
