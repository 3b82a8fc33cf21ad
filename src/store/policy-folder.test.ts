import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundledCalendars } from '#calendar/named.ts';
import { parseCalendar } from '#calendar/parse.ts';
import { readCoverage } from '#policy/index.ts';
import { loadPacks } from './policy-folder.ts';

const policies = resolve(import.meta.dirname, '../../policies');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-policies-'));
  await cp(policies, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

test('every pack of the checkout is read, with its coverage', async () => {
  const packs = await loadPacks(folder);
  expect(packs.map((pack) => pack.policy.id)).toEqual(['icb002/1.0', 'lmc-sm/2.1']);
  for (const { policy, coverage } of packs)
    expect(readCoverage(coverage ?? '', policy)).toHaveLength(policy.clauses.length);
});

test('the hours of every pack are hours that the calendar understands', async () => {
  for (const { policy } of await loadPacks(folder))
    expect(parseCalendar(policy.value('hours.open'), bundledCalendars)).toMatchObject({ ok: true });
});

test('a pack without coverage is read all the same', async () => {
  await rm(join(folder, 'lmc-sm/2.1/coverage.json'));
  expect((await loadPacks(folder))[1]).toMatchObject({ coverage: undefined });
});

test('what is wrong is told by the name of its pack', async () => {
  const file = join(folder, 'lmc-sm/2.1/bindings.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replaceAll('"S4/2"', '"S4/99"'));
  await expect(loadPacks(folder)).rejects.toThrow(
    /lmc-sm\/2\.1: bindings\.json: inbox\.reply-within is bound to clause S4\/99/,
  );
});

test('a pack in the wrong folder is refused: items are kept under its name', async () => {
  await rename(join(folder, 'icb002/1.0'), join(folder, 'icb002/1.1'));
  await expect(loadPacks(folder)).rejects.toThrow(
    'icb002/1.1: its number and version make it icb002/1.0, but its folder is icb002/1.1',
  );
});

test('a file that is missing is named', async () => {
  await rm(join(folder, 'icb002/1.0/clauses.md'));
  await expect(loadPacks(folder)).rejects.toThrow(/icb002\/1\.0: .*clauses\.md/);
});

test('an empty folder says where to put a policy', async () => {
  await rm(join(folder, 'icb002'), { recursive: true });
  await rm(join(folder, 'lmc-sm'), { recursive: true });
  await expect(loadPacks(folder)).rejects.toThrow('add one as policies/<policy>/<version>/');
});
