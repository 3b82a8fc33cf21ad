import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack } from '#policy/testing-packs.ts';
import type { LoadedPolicies } from './index.ts';
import { ran, type Told } from './testing-cli.ts';

const policy = pack('icb002/1.0');
const loaded: LoadedPolicies = {
  policies: [policy],
  inForce: policy,
  now: Temporal.Instant.from('2026-11-27T10:00:00Z'),
  coverage: () => undefined,
  lint: () => [],
};
/** Every other port is closed: opening a database would fail the test. */
const told = (words: readonly string[], stdin: string): Promise<Told> =>
  ran(['triage', '--jsonl', ...words], { policies: () => Promise.resolve(loaded) }, { stdin });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-triage-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a message a line in, its labels, tier, reasons and personal data a line out; a bad line is told and the rest still done', async () => {
  const good = {
    id: 'a',
    network: 'bluesky',
    kind: 'dm',
    text: 'hes not breathing, ring me on 07700 900123',
  };
  const { exit, out } = await told(
    [],
    `${JSON.stringify(good)}\nnope\n{"id":7}\n{"id":8,"text":"Thank you all"}\n`,
  );
  expect(exit).toBe(1);
  const [first, ...rest] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(first).toMatchObject({
    id: 'a',
    lead: 'life_emergency',
    severity: 'S1',
    page: true,
    lookFirst: false,
    language: 'en',
  });
  expect(first?.['reasons']).toContainEqual({ label: 'life_emergency', start: 4, end: 17 });
  expect(first?.['personalData']).toEqual([{ kind: 'phone', start: 30, end: 42 }]);
  expect(rest).toMatchObject([
    { error: 'line 2: it is not JSON' },
    { id: 7, error: expect.stringContaining('text') },
    { id: 8 },
  ]);
  expect(out).not.toContain('900123');
});

test('settings say which labels page, and name a label that there is not', async () => {
  const line = '{"id":1,"text":"my husband hits me and locks me in"}';
  const file = join(folder, 'settings.json');
  await writeFile(file, '{"pagingLabels": []}');
  expect(JSON.parse((await told([], line)).out)).toMatchObject({ page: true });
  expect(JSON.parse((await told(['--settings', file], line)).out)).toMatchObject({
    page: false,
    lookFirst: true,
  });
  await writeFile(file, '{"pagingLabels": ["nonsense"]}');
  expect(await told(['--settings', file], line)).toMatchObject({
    exit: 2,
    err: expect.stringContaining('nonsense'),
  });
});
