import { describe, expect, test } from 'vitest';
import { lintPolicy, type Finding } from './lint.ts';
import { historyDate, reviewDue } from './lint/dates.ts';
import type { PolicyDocument } from './document.ts';
import { pack, packIds } from './testing-packs.ts';

const today = Temporal.PlainDate.from('2026-11-27');
const { document } = pack('icb002/1.0');
const findingsIn = (change: Partial<PolicyDocument>, on = today): readonly Finding[] =>
  lintPolicy({ document: { ...document, ...change } }, on);
const finding = (id: string, change: Partial<PolicyDocument> = {}, on = today): Finding | undefined =>
  findingsIn(change, on).find((one) => one.id === id);

describe('findings', () => {
  test.each(packIds)('of %s point at clauses that it has, with a sentence and facts', (id) => {
    const policy = pack(id);
    for (const one of lintPolicy(policy, today)) {
      expect(one.clauses.length).toBeGreaterThan(0);
      for (const clause of one.clauses) expect(policy.clause(clause).id).toBe(clause);
      expect(new Set(one.clauses).size).toBe(one.clauses.length);
      expect(one.sentence).toMatch(/^[A-Z“\d].*\.$/);
      expect(one.mend).toMatch(/^[A-Z].{20,}\.$/);
      expect(Object.keys(one.facts).length).toBeGreaterThan(0);
    }
  });

  test('of another policy are its own', () => {
    const ids = lintPolicy(pack('lmc-sm/2.1'), today).map((one) => one.id);
    expect(ids).toEqual(['renamed-products', 'erasure-without-limits']);
    const nextYear = lintPolicy(pack('lmc-sm/2.1'), Temporal.PlainDate.from('2027-04-06'));
    expect(nextYear[0]).toMatchObject({
      id: 'review-date-passed',
      facts: { due: '2027-04-05', daysLate: 1 },
    });
  });

  test('about the world begin when the world changed, not when the policy was written', () => {
    const ids = findingsIn({}, Temporal.PlainDate.from('2022-07-01')).map((one) => one.id);
    expect(ids).toHaveLength(16);
    for (const later of ['review-date-passed', 'renamed-products', 'mark-taken-for-proof'])
      expect(ids).not.toContain(later);
    const yammerOnly = finding('renamed-products', {}, Temporal.PlainDate.from('2023-06-30'));
    expect(yammerOnly?.facts).toEqual({ products: ['Yammer (now Viva Engage)'] });
    const both = finding('renamed-products', {}, Temporal.PlainDate.from('2023-07-01'));
    expect(both?.facts).toEqual({ products: ['Twitter (now X)', 'Yammer (now Viva Engage)'] });
  });
});

describe('dates', () => {
  test('a month is due on its last day, a day on itself', () => {
    expect(reviewDue('2024-02').toString()).toBe('2024-02-29');
    expect(reviewDue('2023-02').toString()).toBe('2023-02-28');
    expect(reviewDue('2024-02-10').toString()).toBe('2024-02-10');
  });

  test('the history is read with the year that it prints, else with the year of ratification', () => {
    expect(historyDate('21 June', 2022)?.toString()).toBe('2022-06-21');
    expect(historyDate('01 July', 2022)?.toString()).toBe('2022-07-01');
    expect(historyDate('2 May 2019', 2022)?.toString()).toBe('2019-05-02');
    expect(historyDate('15 Feb', 2022)?.toString()).toBe('2022-02-15');
    expect(historyDate('spring', 2022)).toBeUndefined();
  });

  const late = { version: '0.9', date: '20 June 2022', author: 'Lead', summary: 'New section on films.' };
  test.each([
    ['a section after ratification', late, true],
    ['a section on the day of it', { ...late, date: '14 June 2022' }, false],
    ['a section in the year before', { ...late, date: '20 June 2021' }, false],
    ['a correction afterwards', { ...late, summary: 'A slip of the pen in section 2.' }, false],
  ])('%s', (_, row, found) => {
    expect(finding('changed-after-ratification', { history: [row] }) !== undefined).toBe(found);
  });

  test('nothing was changed after a ratification that never was', () => {
    expect(finding('changed-after-ratification', { ratified: null })).toBeUndefined();
  });
});

describe('promises', () => {
  const promise = { clause: '6.4.b', promise: 'an answer soon', targetShare: 0.9, answers: {} } as const;
  test.each([
    ['always, with no share', { force: 'always', targetShare: null }, undefined],
    ['usually, with a share', { force: 'usually' }, undefined],
    ['usually, with no share', { force: 'usually', targetShare: null }, ['which share counts as good']],
    [
      'usually, and silent on closing time',
      { force: 'usually', answers: { 'near-closing': false } },
      ['what holds near closing time'],
    ],
  ] as const)('%s', (_, change, unsaid) => {
    const found = finding('promise-without-share', { promises: [{ ...promise, ...change }] });
    expect(found?.facts['unsaid']).toEqual(unsaid);
  });

  test('a deletion is asked for each limit that it leaves out', () => {
    const practice = { clause: '6.5.e', practice: 'pass-on-then-delete' as const };
    const found = finding('erasure-without-limits', { practices: [{ ...practice, limits: ['time'] }] });
    expect(found?.facts).toEqual({ unsaid: ['what stops it', 'what must be kept all the same'] });
  });
});

describe('principles', () => {
  test('are found where they are printed twice, and where they stand under two headings', () => {
    const once = { title: 'Pause', printed: 1, clauses: ['6.7.P21'] };
    const facts = (change: object) =>
      finding('printed-twice', { principles: [{ ...once, ...change }] })?.facts;
    expect(facts({})).toBeUndefined();
    expect(facts({ printed: 2 })).toEqual({ twice: ['Pause'], split: [] });
    expect(facts({ clauses: ['6.7.P21', '6.7.P22'] })).toEqual({ twice: [], split: ['Pause'] });
  });
});

describe('people', () => {
  test('staff takes employees in, and nobody else; without staff, employees are missed', () => {
    const covers = ['employees', 'volunteers'];
    const unnamed = (audience: string[]) =>
      finding('audience-too-narrow', { audience, covers })?.facts['unnamed'];
    expect(unnamed(['staff'])).toEqual(['volunteers']);
    expect(unnamed(['staff', 'volunteers'])).toBeUndefined();
    expect(unnamed(['volunteers'])).toEqual(['employees']);
  });
});

describe('addresses', () => {
  const [first] = document.addresses;
  test('one that is hidden is found alone too, and is not said to differ', () => {
    const found = finding('hidden-addresses', { addresses: first ? [first] : [] });
    expect(found?.sentence).toBe('The published copy hides where to write for content requests.');
  });
});
