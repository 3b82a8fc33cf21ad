import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreAway } from '#kernel/store-port.ts';
import type { ServeOptions } from './index.ts';
import { ran } from './testing-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the words', () => {
  test('every command has help', async () => {
    const top = await ran(['--help'], {});
    expect(top.exit).toBe(0);
    for (const name of [
      'serve',
      'worker',
      'policy',
      'hours',
      'check',
      'redact',
      'handle',
      'audit',
      'backup',
      'restore',
      'do',
      'ask',
      'setup',
      'people',
    ]) {
      expect(top.out).toContain(`  ${name}`);
    }
    const nested = [
      ['serve'],
      ['worker'],
      ['policy'],
      ['policy', 'list'],
      ['policy', 'show'],
      ['policy', 'coverage'],
      ['policy', 'lint'],
      ['hours'],
      ['check'],
      ['redact'],
      ['handle'],
      ['triage'],
      ['audit'],
      ['audit', 'export'],
      ['audit', 'verify'],
      ['audit', 'find'],
      ['backup'],
      ['restore'],
      ['setup'],
      ['people'],
      ['people', 'import'],
      ['people', 'invite'],
    ];
    for (const words of nested) {
      const told = await ran([...words, '--help'], {});
      expect(told.exit).toBe(0);
      expect(told.out).toContain(`Usage: signpost ${words.join(' ')}`);
      expect(told.err).toBe('');
    }
  });

  test('what is not a command is a plain sentence and 2', async () => {
    for (const words of [
      ['fly'],
      ['serve', '--colour'],
      ['serve', '--port', 'x'],
      ['serve', '--port', '99999'],
      ['hours'],
      ['check'],
      ['redact'],
      ['handle'],
      ['audit', 'verify'],
      ['policy', 'fly'],
      ['setup'],
      [],
    ]) {
      const told = await ran(words, {});
      expect(told.exit).toBe(2);
      expect(told.err).toMatch(/[A-Z].*\.\n$/s);
      expect(told.err).not.toMatch(/error:|undefined|\bat .*\.ts/);
      expect(told.out).toBe('');
    }
    const json = await ran(['audit', 'verify', '--json'], {});
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: 'cli.usage' } });
  });

  test('serve and worker hand over what was said', async () => {
    const heard: unknown[] = [];
    const serve = async (options: ServeOptions) => void heard.push(options);
    const worker = async (options: unknown) => void heard.push(options);
    await ran(['serve', '--practice', '--port', '0', '--no-worker'], { serve });
    await ran(['serve', '--host', '::1'], { serve });
    await ran(['worker'], { worker });
    expect(heard).toEqual([
      { practice: true, host: undefined, port: 0, worker: false },
      { practice: false, host: '::1', port: undefined, worker: true },
      { practice: false },
    ]);
  });

  test('a database that is away is 3, anything else that goes wrong is 1 and a sentence', async () => {
    const away = await ran(['audit', 'find'], {
      open: () => Promise.reject(new StoreAway('nobody answers')),
    });
    expect(away).toMatchObject({ exit: 3, out: '' });
    expect(away.err).toContain('The database cannot be reached: nobody answers');
    const wrong = await ran(['audit', 'find', '--json'], {
      open: () => Promise.reject(new Error('The folder is another’s.')),
    });
    expect(wrong.exit).toBe(1);
    expect(JSON.parse(wrong.err)).toEqual({
      error: { code: 'cli.failed', sentence: 'The folder is another’s.' },
    });
    const missing = await ran(['people', 'import', join(folder, 'none.csv')], {});
    expect(missing).toMatchObject({ exit: 1, err: `There is no ${join(folder, 'none.csv')}.\n` });
  });
});

describe('hours', () => {
  const line = '{"received": "2026-12-24T16:30:00Z", "targetMinutes": 120, "calendar": "england-and-wales"}';
  test('answers a line with a line, opens nothing, and tells of bad lines', async () => {
    const good = await ran(['hours', '--jsonl'], {}, { stdin: `${line}\n\n${line}` });
    expect(good).toMatchObject({ exit: 0, err: '' });
    expect(
      good.out
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each) as unknown),
    ).toEqual([
      { aimAt: '2026-12-29T10:30:00Z', limitAt: '2026-12-29T10:30:00Z', inHours: true },
      { aimAt: '2026-12-29T10:30:00Z', limitAt: '2026-12-29T10:30:00Z', inHours: true },
    ]);
    const bad = await ran(['hours', '--jsonl'], {}, { stdin: `${line}\nnot json\n` });
    expect(bad.exit).toBe(1);
    expect(bad.out.trim().split('\n')).toHaveLength(2);
  });
  test('answers thousands of lines in their order', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => line.replace('120', String(at + 1)));
    const told = await ran(['hours', '--jsonl'], {}, { stdin: lines.join('\n') });
    const answers = told.out
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each) as { aimAt: string });
    expect(answers).toHaveLength(3000);
    const sorted = answers.map(({ aimAt }) => aimAt);
    expect(sorted).toEqual([...sorted].sort());
  });
});

test('a backup never goes over a file that is there', async () => {
  const file = join(folder, 'there.backup');
  await writeFile(file, 'precious');
  const told = await ran(['backup', file], {});
  expect(told.exit).toBe(1);
  expect(told.err).toContain('is there already');
  expect(await readFile(file, 'utf8')).toBe('precious');
});

test('restore looks for its file before anything else', async () => {
  expect(await ran(['restore', join(folder, 'none')], {})).toMatchObject({
    exit: 1,
    err: expect.stringContaining('There is no '),
  });
  const file = join(folder, 'some.backup');
  await writeFile(file, 'x');
  const told = await ran(['restore', file, '--json'], { restore: async () => restored });
  expect(JSON.parse(told.out)).toEqual({ file, ...restored });
  expect((await stat(file)).size).toBe(1);
});

const restored = {
  tables: 3,
  rows: 20,
  folder: '/somewhere',
  sameKeys: true,
  sealed: 2,
  unopened: 0,
  missingKeys: [] as string[],
};

test('restore says which keys are missing, what does not work without them, and what to do', async () => {
  const file = join(folder, 'keyless.backup');
  await writeFile(file, 'x');
  const told = async (over: Partial<typeof restored>) =>
    (await ran(['restore', file], { restore: async () => ({ ...restored, ...over }) })).out;
  expect(await told({})).toContain('keys.json in /somewhere is the right one: all 2 sealed secrets open.');
  const keyless = await told({ sameKeys: false, unopened: 2, missingKeys: ['abcd1234'] });
  expect(keyless).toContain('2 of 2 sealed secrets');
  expect(keyless).toContain('second factor');
  expect(keyless).toContain('Put that installation’s keys.json into /somewhere');
  expect(keyless).not.toContain('SIGNPOST_SECRET_KEY');
  const environmental = await told({ unopened: 1, missingKeys: ['env-abcd1234'] });
  expect(environmental).toContain('Set SIGNPOST_SECRET_KEY as it was set there.');
});
