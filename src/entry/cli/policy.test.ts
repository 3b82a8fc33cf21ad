import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPacks } from '#store/policy-folder.ts';
import type { LoadedPolicies } from './index.ts';
import { ran, type Told } from './testing-cli.ts';

const report = {
  rows: [
    { clause: '6.4.b', title: 'Reply in time', status: 'enforced', tests: ['due.test.ts'] },
    { clause: '9.a', title: 'Print it', status: 'outside', reason: 'paper', tests: [] },
  ],
  totals: { enforced: 1, outside: 1 },
};
const findings = [
  { id: 'review-date-passed', clauses: ['9.a'], severity: 'serious', sentence: 'Its review is late.' },
];
let loaded: LoadedPolicies;
beforeAll(async () => {
  const packs = await loadPacks(resolve(import.meta.dirname, '../../../policies'));
  const policies = packs.map(({ policy }) => policy);
  const inForce = policies.find(({ id }) => id === 'icb002/1.0');
  if (!inForce) throw new Error('the first pack is missing');
  loaded = {
    policies,
    inForce,
    now: Temporal.Instant.from('2026-11-18T23:30:00Z'),
    coverage: (policy) => (policy === inForce ? report : undefined),
    lint: (_, today) => (today.toString() === '2026-11-18' ? findings : []),
  };
});
const run = (...words: string[]): Promise<Told> =>
  ran(['policy', ...words], { policies: async () => loaded });

describe('signpost policy', () => {
  test('lists the versions and says which is in force', async () => {
    expect((await run('list')).out).toMatch(/icb002\/1\.0 +\d{4}-\d\d-\d\d +180 +in force/);
    const listed = JSON.parse((await run('list', '--json')).out) as { id: string; inForce: boolean }[];
    expect(listed.filter(({ inForce }) => inForce).map(({ id }) => id)).toEqual(['icb002/1.0']);
  });

  test('shows every clause by title, and one with the rules that it sets', async () => {
    const all = await run('show');
    expect(all.out.trim().split('\n')).toHaveLength(180);
    const citation = loaded.inForce.cite('inbox.reply-within');
    const one = await run('show', citation.clause);
    expect(one.out).toContain(loaded.inForce.clause(citation.clause).text);
    expect(one.out).toContain(`inbox.reply-within: ${citation.words} (${citation.basis})`);
    const [asJson] = JSON.parse((await run('show', citation.clause, '--json')).out) as {
      rules: { rule: string }[];
    }[];
    expect(asJson?.rules.map(({ rule }) => rule)).toContain('inbox.reply-within');
  });

  test('says where there is no such clause, or no such version', async () => {
    expect(await run('show', '99.z')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('has no clause 99.z'),
    });
    expect(await run('show', '--policy', 'none/9')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('There are: icb002/1.0'),
    });
  });

  test('says how each clause is kept, and counts them', async () => {
    const told = await run('coverage');
    expect(told.out).toBe(
      [
        'CLAUSE  KEPT      TITLE',
        '6.4.b   enforced  Reply in time',
        '9.a     outside   Print it (paper)',
        '',
        'icb002/1.0: 2 clauses: 1 enforced, 1 outside.',
        '',
      ].join('\n'),
    );
    expect(JSON.parse((await run('coverage', '--json')).out)).toEqual(report);
  });

  test('says what is wrong with the document on this day, where the organisation is', async () => {
    expect((await run('lint')).out).toBe(
      'serious: Its review is late.\n  review-date-passed, 9.a\nicb002/1.0: 1 found.\n',
    );
    expect(JSON.parse((await run('lint', '--json')).out)).toEqual(findings);
  });
});
