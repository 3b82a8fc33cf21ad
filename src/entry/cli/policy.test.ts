import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPacks } from '#store/policy-folder.ts';
import type { LoadedPolicies } from './index.ts';
import { ran, type Told } from './testing-cli.ts';

let loaded: LoadedPolicies;
beforeAll(async () => {
  const packs = await loadPacks(resolve(import.meta.dirname, '../../../policies'));
  const policies = packs.map(({ policy }) => policy);
  const inForce = policies.find(({ id }) => id === 'icb002/1.0');
  if (!inForce) throw new Error('the first pack is missing');
  loaded = { policies, coverage: new Map(), inForce, now: Temporal.Instant.from('2026-11-18T10:00:00Z') };
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
});
