import { describe, expect, test } from 'vitest';
import { pack } from '#policy/testing-packs.ts';
import { labels, modelName, severityOf } from '#triage/index.ts';
import { flagged, gravestLabel } from './flagging.ts';
import {
  graver,
  keptByPeople,
  labelsOf,
  orUnread,
  readMessage,
  readStrictly,
  sooner,
  type Paging,
} from './triage-reading.ts';
import type { Labels } from './triage-words.ts';

const packs = ['icb002/1.0', 'lmc-sm/2.1'] as const;
const policy = pack('icb002/1.0');
const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
const paging: Paging = { mode: 'paging', margin: 0 };
const read = (text: string, pictures = 0, its = paging) =>
  readMessage({ text, pictures }, { now, policy, paging: its });

describe('the policy’s labels', () => {
  test.each(packs)('of %s are those that triage knows, in the order in which one leads', (id) => {
    expect(labelsOf(pack(id)).map((label) => label.id)).toEqual(labels);
  });
  test.each(packs)('of %s are as grave as triage takes them for, and the gravest page', (id) => {
    const levels = { S1: 1, S2: 2, S3: 3, S4: 4, S5: 4 };
    for (const label of labelsOf(pack(id))) {
      const its = labels.find((one) => one === label.id);
      expect([label.id, label.severity]).toEqual([label.id, its && levels[severityOf(its)]]);
      if (label.severity === 1) expect([label.id, label.pages]).toEqual([label.id, true]);
    }
  });
});

describe('a message', () => {
  test('has a tier, a severity and labels with the words that caused them', () => {
    const text = 'My dad has collapsed in your car park and nobody is coming';
    const { severity, columns } = read(text);
    expect([severity, columns.tier, columns.triage_model]).toEqual([1, 'page', modelName()]);
    const [first] = columns.labels.list;
    expect(first).toMatchObject({ id: 'life_emergency', by: 'triage' });
    expect(first?.spans.map(({ start, end }) => text.slice(start, end)).join()).toContain('collapsed');
  });
  test.each([
    ['Where is the clinic?', 'rest', 3],
    ['Thank you so much', 'rest', 4],
    ['They have shut all maternity from Monday, my neighbour says. Is that true??', 'look-first', 2],
  ])('%s: %s, severity %d', (text, tier, severity) => {
    expect([read(text).columns.tier, read(text).severity]).toEqual([tier, severity]);
  });
  test.each([
    ['', 0, 'few-words'],
    ['Look', 0, 'few-words'],
    ['Where is the clinic?', 1, 'picture'],
    ['مرحبا كيف حالك', 0, 'language'],
  ])('that cannot be understood is looked at first and says why: %j', (text, pictures, why) => {
    const { severity, columns } = read(text, pictures);
    expect([columns.tier, columns.not_understood, severity]).toEqual(['look-first', why, 2]);
  });
  test('in a language that triage cannot read has no label that it only guesses', () => {
    expect(read('مرحبا كيف حالك').columns.labels.list).toEqual([]);
  });
  test('that breaks triage stands as not read and is looked at first, never as harmless', () => {
    const broken = orUnread(() => {
      throw new Error('The model is not whole');
    });
    expect(broken).toMatchObject({
      severity: 2,
      columns: { tier: null, labels: { list: [] }, triaged_at: null },
    });
    // The same reader, whole, does read.
    expect(
      orUnread(() => readStrictly({ text: 'Where is the clinic?', pictures: 0 }, { now, policy, paging }))
        .columns.tier,
    ).toBe('rest');
  });
  test('pages less where it must be surer, except what is said outright', () => {
    const quiet = 'I got a letter with somebody else’s name on it. What should I do with it?';
    expect(read(quiet).columns.tier).toBe('page');
    expect(read(quiet, 0, { mode: 'paging', margin: 3 }).columns.tier).not.toBe('page');
    expect(read('hes not breathing', 0, { mode: 'paging', margin: 3 }).columns.tier).toBe('page');
  });
});

describe('what rises', () => {
  test('never comes down: the graver and the sooner of both', () => {
    expect([graver(2, 3), graver(3, 1), graver(4, 4)]).toEqual([2, 1, 4]);
    expect([
      sooner('page', 'rest'),
      sooner('rest', 'look-first'),
      sooner(null, 'rest'),
      sooner(null, null),
    ]).toEqual(['page', 'look-first', 'rest', null]);
  });
  test('keeps the labels that a person chose, in front', () => {
    const before: Labels = {
      list: [
        { id: 'complaint', score: null, spans: [{ start: 0, end: 3 }], by: 'person' },
        { id: 'legal', score: 1, spans: [], by: 'triage' },
      ],
      length: 9,
    };
    const after: Labels = { list: [{ id: 'compliment', score: 2, spans: [], by: 'triage' }], length: 5 };
    expect(keptByPeople(before, after)).toEqual({
      list: [{ id: 'complaint', score: null, spans: [], by: 'person' }, ...after.list],
      length: 5,
    });
  });
});

describe('what other rooms are told', () => {
  const row = (tier: 'page' | 'look-first' | 'rest' | null, risk: number, ...ids: string[]) => ({
    tier,
    risk,
    labels: { list: ids.map((id) => ({ id, score: 1, spans: [], by: 'triage' as const })), length: 1 },
  });
  const told = (its: ReturnType<typeof row>, mode: Paging['mode'] = 'paging') =>
    flagged('e', its, { mode, margin: 0 }, policy).map(({ ids }) => ids);
  test('is ids and numbers alone, of what pages and of what is grave and looked at first', () => {
    expect(told(row('page', 1, 'complaint', 'life_emergency'))).toEqual([
      { enquiry: 'e', tier: 'page', severity: 1, lead: 'life_emergency' },
    ]);
    expect(told(row('look-first', 2, 'speak_up'))).toMatchObject([{ tier: 'look-first', lead: 'speak_up' }]);
  });
  test('is nothing of the rest, of what a person lowered, and of what triage has not read', () => {
    for (const its of [row('rest', 3), row('look-first', 3), row(null, 2)]) expect(told(its)).toEqual([]);
  });
  test('is only to look first while triage just records', () => {
    expect(told(row('page', 1, 'life_emergency'), 'shadow')).toMatchObject([
      { tier: 'look-first', severity: 1 },
    ]);
  });
  test('names the gravest label, and of equally grave ones the one that leads', () => {
    const { labels: its } = row('page', 1, 'complaint', 'patient_safety', 'mental_distress');
    expect(gravestLabel(policy, its)).toBe('patient_safety');
  });
});
