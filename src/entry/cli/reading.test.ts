import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  ran(words, { policies: () => Promise.resolve(loaded) }, { stdin });
const answers = ({ out }: Told): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-reading-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('signpost check', () => {
  test('tells what is the matter with a draft, where, and which clause says so; and stops what must not go out', async () => {
    const { exit, out } = await told(
      ['check', '-'],
      'Book now\nCall Jo on 07700 900123 #mentalhealthawareness\n',
    );
    expect(exit).toBe(1);
    expect(out).toMatch(
      /^STOP +2:12 +This looks like somebody’s phone number.* \[clause 6\.7\.g, CNT-01\]$/m,
    );
    expect(out).toMatch(
      /^WARNING +2:25 +Write #mentalhealthawareness as #MentalHealthAwareness.*\[clause 6\.2\.i\.3, ACC-15\]$/m,
    );
    expect(out).not.toContain('900123');
  });

  test('a draft in order passes, and nobody is told that it is safe', async () => {
    const { exit, out } = await told(['check', '-'], 'Flu clinics are open this week.');
    expect({ exit, out }).toEqual({
      exit: 0,
      out: 'Nothing found. Checked against icb002/1.0; a person still reads it.\n',
    });
  });

  test('reads a file, for a network and a kind of account, and answers as JSON', async () => {
    const file = join(folder, 'draft.txt');
    await writeFile(file, `Big news coming soon ${'x'.repeat(300)}`);
    const { exit, out } = await told(
      ['check', file, '--network', 'bluesky', '--account', 'personal', '--json'],
      '',
    );
    const { findings } = JSON.parse(out) as { findings: { ref: string }[] };
    expect(exit).toBe(1);
    expect(findings.map((one) => one.ref)).toEqual(expect.arrayContaining(['LEN-01', 'CNT-07']));
  });

  test('a draft a line: a bad line is answered with an error, and the rest still done', async () => {
    const good = { id: 'a', accountKind: 'corporate', text: '𝗕𝗼𝗼𝗸 now', media: null };
    const lines = [
      JSON.stringify(good),
      '{',
      JSON.stringify({ id: 'c', text: 'Secret words' }),
      JSON.stringify({ ...good, id: 4, text: 'Book now' }),
    ];
    const { exit, out } = await told(['check', '--jsonl'], `${lines.join('\n')}\n`);
    const [first, second, third, fourth] = answers({ exit, out, err: '' });
    expect(exit).toBe(1);
    expect(first).toMatchObject({
      id: 'a',
      questions: [],
      findings: [
        {
          rule: 'checks.styled-letters',
          ref: 'ACC-20',
          clause: '6.2.i.5',
          basis: 'inferred',
          severity: 'block',
          field: 'text',
          start: 0,
          end: 8,
          fix: { start: 0, end: 8, replacement: 'Book' },
        },
      ],
    });
    expect(second).toEqual({ error: 'line 2: it is not JSON' });
    expect(third?.['id']).toBe('c');
    expect(third?.['error']).toMatch(/accountKind/);
    expect(JSON.stringify(third)).not.toContain('Secret');
    expect(fourth).toEqual({ id: 4, findings: [], questions: [] });
  });

  test('either a file or lines', async () => {
    expect((await told(['check'], '')).exit).toBe(2);
    expect((await told(['check', '-', '--jsonl'], '')).exit).toBe(2);
  });

  test('settings stand in for the organisation’s own; a wrong one is named', async () => {
    const file = join(folder, 'settings.json');
    await writeFile(file, JSON.stringify({ allowedNumbers: ['01632 960100'], acronyms: ['XYZ'] }));
    const line = JSON.stringify({
      id: 1,
      accountKind: 'corporate',
      text: 'Ask the XYZ team on 01632 960100',
    });
    const [without] = answers(await told(['check', '--jsonl'], line));
    const [withThem] = answers(await told(['check', '--jsonl', '--settings', file], line));
    expect(without?.['findings']).toHaveLength(2);
    expect(withThem?.['findings']).toEqual([]);
    await writeFile(file, JSON.stringify({ acronym: [] }));
    const bad = await told(['check', '--jsonl', '--settings', file], line);
    expect(bad.exit).toBe(2);
    expect(bad.err).toContain('acronym');
  });
});

test('signpost redact gives kinds and places, and nothing of the data', async () => {
  const text = 'I am Sarah Jones, NHS number 999 000 0018';
  const { exit, out } = await told(['redact', '--jsonl'], JSON.stringify({ text }));
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toEqual({
    spans: [
      { kind: 'person', start: 5, end: 16 },
      { kind: 'nhs_number', start: 29, end: 41 },
    ],
  });
});

test('signpost handle judges a handle a line', async () => {
  const file = join(folder, 'names.json');
  await writeFile(file, JSON.stringify({ organisationNames: ['MSE', 'MSEICS'] }));
  const lines = ['JoeBloggsMSEICS', 'TomSelby'].map((handle) =>
    JSON.stringify({ handle, accountKind: 'personal' }),
  );
  const said = answers(await told(['handle', '--jsonl', '--settings', file], lines.join('\n')));
  expect(said.map((one) => [one['verdict'], one['clause']])).toEqual([
    ['must_not_contain_name', '6.7.P8'],
    ['ok', null],
  ]);
});

test('signpost handle judges the name and the profile too, where a line has them', async () => {
  const line = {
    handle: 'MSEICSMaternity',
    accountKind: 'departmental',
    name: 'Babies',
    bio: 'News',
    links: [],
  };
  const [first] = answers(await told(['handle', '--jsonl'], JSON.stringify(line)));
  expect(first).toMatchObject({
    profile: {
      findings: expect.arrayContaining([expect.objectContaining({ ref: 'BRD-03', clause: '6.7.P9' })]),
      questions: [expect.objectContaining({ ref: 'BRD-02' })],
    },
  });
});

test('signpost check takes what a draft may say of its thread, its pictures and its language', async () => {
  const line = {
    id: 1,
    accountKind: 'corporate',
    text: 'Flu clinics are open.',
    media: [{ kind: 'image', alt: 'A chart of waits by month', subtype: 'chart', licence: 'own', people: 0 }],
    context: { thread: { part: 1, of: 2 }, language: 'pl' },
  };
  const [first] = answers(await told(['check', '--jsonl'], JSON.stringify(line)));
  const found = ((first?.['findings'] ?? []) as { ref: string }[]).map((one) => one.ref);
  expect(found).toEqual(expect.arrayContaining(['ACC-07', 'ACC-32', 'ACC-35']));
});
