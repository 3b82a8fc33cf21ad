import { describe, expect, test } from 'vitest';
import { checkCoverage, coverageReport, readCoverage, type Coverage } from './coverage.ts';
import { fileOf, pack, packIds } from './testing-packs.ts';

const policy = pack('lmc-sm/2.1');
const planned: Coverage = policy.clauses.map(({ id }) => ({ id, status: 'planned' }));
const due = { file: 'src/calendar/due.test.ts', name: 'a day and a night' };
const rowOf = (id: string, row: object): string =>
  JSON.stringify(planned.map((one) => (one.id === id ? { id, ...row } : one)));

test.each(packIds)('the coverage of %s has a row for each clause', (id) => {
  const read = readCoverage(fileOf(id, 'coverage.json'), pack(id));
  expect(read.map((row) => row.id)).toEqual(pack(id).clauses.map((clause) => clause.id));
});

describe('a coverage is refused', () => {
  test.each([
    ['with a clause that is missing', JSON.stringify(planned.slice(1)), 'S1/1 is missing'],
    [
      'with a clause that the policy does not have',
      JSON.stringify([...planned, { id: '6.4.b', status: 'planned' }]),
      '6.4.b is no clause',
    ],
    ['with a clause twice', JSON.stringify([...planned, ...planned.slice(0, 1)]), 'S1/1 stands there twice'],
    ['enforced without a test', rowOf('S4/2', { status: 'enforced' }), 'S4/2 is enforced but names no test'],
    [
      'measured without a test',
      rowOf('S4/2', { status: 'measured', tests: [] }),
      'S4/2 is measured but names no test',
    ],
    ['shown without a test', rowOf('S4/2', { status: 'shown' }), 'S4/2 is shown but names no test'],
    [
      'planned with a test',
      rowOf('S4/2', { status: 'planned', tests: [due] }),
      'S4/2 is planned but names tests',
    ],
    [
      'outside without a reason',
      rowOf('S4/2', { status: 'outside', reason: ' ' }),
      'S4/2 is outside without a reason',
    ],
    ['with a status of its own', rowOf('S4/2', { status: 'done' }), 'status'],
    ['that is no JSON', '[', 'it is not JSON'],
  ])('%s', (_, text, sentence) => {
    expect(() => readCoverage(text, policy)).toThrow(sentence);
  });
});

test('a report gives every clause in the policy’s order, and counts', () => {
  const coverage = readCoverage(rowOf('S4/2', { status: 'enforced', tests: [due] }), policy);
  const report = coverageReport(policy, coverage);
  expect(report.rows.map((row) => row.clause)).toEqual(policy.clauses.map((clause) => clause.id));
  expect(report.rows.find((row) => row.clause === 'S4/2')).toEqual({
    clause: 'S4/2',
    title: 'A day and a night',
    status: 'enforced',
    tests: [due],
  });
  expect(report.totals).toEqual({ enforced: 1, measured: 0, shown: 0, outside: 0, planned: 34 });
});

describe('what a coverage claims, against a run of the tests', () => {
  const coverage = readCoverage(rowOf('S4/2', { status: 'enforced', tests: [due] }), policy);

  test('holds where each named test passed', () => {
    expect(checkCoverage(coverage, [{ ...due, state: 'passed' }])).toEqual([]);
  });

  test('does not hold where one did not run, or does not exist, or has the name in another file', () => {
    const said = ['S4/2: there is no test src/calendar/due.test.ts › a day and a night, or it did not run'];
    expect(checkCoverage(coverage, [])).toEqual(said);
    expect(checkCoverage(coverage, [{ ...due, file: 'x.test.ts', state: 'passed' }])).toEqual(said);
  });

  test.each(['failed', 'skipped'])('does not hold where one %s, even if a namesake passed', (state) => {
    const ran = [
      { ...due, state: 'passed' },
      { ...due, state },
    ];
    expect(checkCoverage(coverage, ran)).toEqual([
      `S4/2: src/calendar/due.test.ts › a day and a night is ${state}`,
    ]);
  });
});
