import { describe, expect, test } from 'vitest';
import { headAt } from '../heads.ts';
import { fromBytes } from '../model.ts';
import { shouldPage } from '../evaluation/measure.ts';
import { decided, type GateReading } from './accept.ts';
import { heldOut, thresholdsOf } from './calibrate.ts';
import { unsaid } from './fit.ts';
import { lineOf, marksIn } from './marks.ts';
import { ready } from './prepare.ts';
import { retrained } from './retrain.ts';
import { examplesOf, gate, type Example } from './texts.ts';
import { trained } from './train.ts';

const none = new Set<string>();
const asLine = (one: object): string => JSON.stringify(one);

describe('marks', () => {
  test('personal data is gone before anything is learned of it', () => {
    const { example } = lineOf(
      { text: 'ring Mrs Ada Harbottle on 07700 900123, NHS number 999 000 0018', mark: 'should have paged' },
      0,
    );
    expect(example.text).not.toMatch(/900123|999 000|Harbottle/);
    expect(example.text).toContain('[phone number]');
  });
  test('say no more than the handler said', () => {
    const should = lineOf({ text: 'he has gone quiet', mark: 'should have paged' }, 0).prepared.targets;
    expect([should[headAt('page')], should[headAt('look')], should[headAt('complaint')]]).toEqual([
      1,
      1,
      unsaid,
    ]);
    const needNot = lineOf({ text: 'he has gone quiet', mark: 'need not have paged' }, 0).prepared.targets;
    expect([needNot[headAt('page')], needNot[headAt('life_emergency')], needNot[headAt('look')]]).toEqual([
      0,
      0,
      unsaid,
    ]);
    const named = lineOf({ text: 'x', mark: 'should have paged', labels: ['speak_up'] }, 0).prepared.targets;
    expect([named[headAt('page')], named[headAt('speak_up')], named[headAt('complaint')]]).toEqual([1, 1, 0]);
  });
  test('that cannot be used are named by line and field, without their words, and the rest are used', () => {
    const good = { text: 'he has gone quiet', mark: 'should have paged' };
    const { marks, wrong } = marksIn(
      [
        asLine(good),
        'secret words',
        asLine({ text: 'secret words', mark: 'maybe' }),
        asLine({ text: 'secret words', mark: 'need not have paged', labels: ['life_emergency'] }),
        asLine({ text: 'secret words', mark: 'should have paged', labels: ['all_clear'] }),
        asLine({ text: 'of the gate', mark: 'should have paged' }),
        asLine({ text: 'disputed', mark: 'should have paged' }),
        asLine({ text: 'disputed', mark: 'need not have paged' }),
        '',
      ].join('\n'),
      new Set(['of the gate']),
    );
    expect(marks).toEqual([good]);
    expect(wrong.map((one) => one.match(/^line \d+: [a-z ]+/)?.[0])).toEqual([
      'line 2: the line',
      'line 3: mark',
      'line 4: labels',
      'line 5: labels',
      'line 6: text',
      'line 8: mark',
    ]);
    expect(wrong.join()).not.toContain('secret');
    expect(marksIn('', none)).toEqual({ marks: [], wrong: [] });
  });
});

describe('a decision', () => {
  const example = (labels: Example['labels'], severity: Example['severity'], lang?: string): Example => ({
    id: 'x',
    text: 'x',
    labels,
    lead: labels[0] ?? 'spam',
    severity,
    set: 'gate',
    ...(lang === undefined ? {} : { lang }),
  });
  const cuts = { page: 0, pageUnread: 0, look: 0 };
  const harmless = Array.from({ length: 10 }, () => example(['compliment'], 'S4'));
  const risks = Array.from({ length: 10 }, () => example(['life_emergency'], 'S1'));
  const reading = (scores: readonly (readonly [Example, number])[]): GateReading => ({
    scored: scores.map(([one, score]) => ({ example: one, page: score, look: score })),
    cuts,
  });
  const base = [
    ...harmless.map((one, at) => [one, at === 0 ? 1 : -1] as const),
    ...risks.map((one, at) => [one, at < 8 ? 2 : -2] as const),
  ];
  test('accepts the same again, and one whose scores only lie elsewhere', () => {
    expect(decided(reading(base), reading(base)).accepted).toBe(true);
    expect(decided(reading(base), reading(base.map(([one, score]) => [one, score - 40]))).accepted).toBe(
      true,
    );
  });
  test('refuses one that finds more only by waking people more often', () => {
    const louder = base.map(([one, score]) => [one, one.severity === 'S4' ? 5 : score + 2] as const);
    const { accepted, compared } = decided(reading(base), reading(louder));
    expect(accepted).toBe(false);
    expect(compared[0]).toMatchObject({
      group: 'page: all',
      texts: 10,
      present: 8,
      candidate: 0,
      loses: true,
    });
  });
  test('refuses one that gains over all and loses a language', () => {
    const polish = Array.from({ length: 10 }, () => example(['life_emergency'], 'S1', 'pl'));
    const here = reading([...base, ...polish.map((one) => [one, 1] as const)]);
    const there = reading([
      ...base.map(([one, score]) => [one, one.severity === 'S1' ? 3 : score] as const),
      ...polish.map((one, at) => [one, at === 0 ? -Infinity : 1] as const),
    ]);
    const { accepted, compared } = decided(here, there);
    expect(accepted).toBe(false);
    expect(compared.filter(({ loses }) => loses).map(({ group }) => group)).toEqual(['page: pl']);
  });
});

describe('retraining, with small models', { timeout: 120_000 }, () => {
  const taught = [...examplesOf('author-a').slice(0, 100), ...examplesOf('author-e').slice(0, 100)].map(
    ready,
  );
  const held = examplesOf(gate).map(ready);
  const present = fromBytes(trained(taught, thresholdsOf(heldOut(taught))));
  const others = examplesOf('author-o').slice(0, 600);
  const markedAs = (pagesRight: boolean): string =>
    others
      .map((one) => ({
        text: one.text,
        mark: shouldPage(one) === pagesRight ? 'should have paged' : 'need not have paged',
      }))
      .map(asLine)
      .join('\n');
  test('with marks that are right is accepted', () => {
    const { lines, bytes } = retrained({ marks: markedAs(true), taught, gate: held, present });
    expect(lines.at(-1)).toMatch(/^Accepted/);
    expect(bytes && fromBytes(bytes).weights.length).toBeGreaterThan(0);
  });
  test('with poisoned marks is refused, with the figures', () => {
    const { lines, bytes } = retrained({ marks: markedAs(false), taught, gate: held, present });
    expect(bytes).toBeUndefined();
    expect(lines.join('\n')).toMatch(/page: all: \d+ of \d+ now, \d+ retrained {2}<- loses/);
    expect(lines.at(-1)).toMatch(/^Refused/);
  });
  test('with nothing is refused', () => {
    expect(retrained({ marks: 'nonsense', taught, gate: held, present })).toEqual({
      lines: [expect.stringContaining('line 1'), 'No mark can be used.'],
      bytes: undefined,
    });
  });
});
