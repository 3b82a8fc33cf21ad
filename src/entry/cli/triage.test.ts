import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack } from '#policy/testing-packs.ts';
import type { SecondReader } from '#triage/index.ts';
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

test('the two most alike of the texts that triage was taught are shown when asked for, and only then', async () => {
  const line = '{"id":1,"text":"my dad collapsed in the waiting room and is not breathing"}';
  const { nearest } = JSON.parse((await told(['--nearest'], line)).out) as { nearest: object[] };
  expect(nearest).toHaveLength(2);
  expect(nearest[0]).toEqual({ text: expect.any(String), labels: expect.any(Array) });
  expect(JSON.parse((await told([], line)).out)).not.toHaveProperty('nearest');
});

describe('a second reader', () => {
  const line = '{"id":1,"text":"All the tablets are lined up now. Thank you for everything."}';
  const asked = (reader: SecondReader | undefined): Promise<Told> =>
    ran(
      ['triage', '--jsonl', '--second-reader'],
      { policies: () => Promise.resolve(loaded), secondReader: () => Promise.resolve(reader) },
      { stdin: line },
    );
  test('is asked when told to, and its part stands beside the answer', async () => {
    const content = '{"labels":["suicide_imminent"],"words":"tablets are lined up"}';
    const body = JSON.stringify({ choices: [{ message: { content } }] });
    const { exit, out } = await asked({ model: 'small', ask: () => Promise.resolve({ body }) });
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      page: true,
      severity: 'S1',
      secondReader: { outcome: expect.any(String) },
    });
    expect(JSON.parse((await told([], line)).out)).not.toHaveProperty('secondReader');
  });
  test('that does not answer leaves what was there, and says so', async () => {
    const { out } = await asked({ model: 'small', ask: () => Promise.resolve({ failed: 'late' }) });
    const { secondReader, ...rest } = JSON.parse(out) as Record<string, unknown>;
    expect(rest).toEqual(JSON.parse((await told([], line)).out));
    expect(secondReader).toEqual({ outcome: 'late', labels: [] });
  });
  test('that is not set is said before anything is read', async () => {
    expect(await asked(undefined)).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringContaining('SIGNPOST_SECOND_READER'),
    });
  });
});
