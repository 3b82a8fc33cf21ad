import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/rights.ts';
import { exportLines, verifyLines } from '#store/audit-file.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { parcels } from '../api/testing-room.ts';
import type { Run } from './index.ts';
import { ran } from './testing-cli.ts';

let at: TestHouse;
let folder: string;
let ann: Actor & { readonly kind: 'person' };
let olu: Actor & { readonly kind: 'person' };
let dee: Actor & { readonly kind: 'person' };
let ports: Partial<Run>;
let closed = 0;

beforeAll(async () => {
  at = await testHouse({ rooms: [parcels] });
  folder = await mkdtemp(join(tmpdir(), 'signpost-do-'));
  ann = at.person('Ann Sender');
  olu = at.person('Olu Officer', 'communications');
  dee = at.person('Dee Director', 'director');
  const addresses = new Map([
    ['ann@example.test', ann],
    ['olu@example.test', olu],
  ]);
  const people = new Map([ann, olu, dee].map((actor) => [actor.id, actor]));
  ports = {
    declared: async () => at.house,
    verifyAudit: verifyLines,
    open: async ({ practice }) => ({
      house: { ...at.house, practice },
      origin: 'https://signpost.test',
      actorOf: async (headers) => people.get(headers.get('authorization')?.replace('Bearer ', '') ?? ''),
      actorNamed: async (email) => addresses.get(email),
      exportAudit: () => exportLines(linked()),
      backup: async () => ({ tables: 0, rows: 0 }),
      setPassword: async () => undefined,
      close: async () => void (closed += 1),
    }),
  };
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await at.close();
});

async function* linked() {
  const rows = await at.house.store
    .read<{ audit_entries: { sequence: number; entry: string; previous: string; hash: string } }>()
    .selectFrom('audit_entries')
    .selectAll()
    .orderBy('sequence')
    .execute();
  for (const { sequence, entry, previous, hash } of rows) yield { sequence, text: entry, previous, hash };
}

const run = (words: string[], given: { stdin?: string; token?: string } = {}) => ran(words, ports, given);
const post = [
  'do',
  'parcel.post',
  '--contents',
  'Books',
  '--kinds',
  'heavy',
  '--kinds',
  'fragile',
  '--collect',
  '2026-11-19T09:00',
];
const posted = async (token = ann.id): Promise<string> => {
  const told = await run([...post, '--json'], { token });
  expect(told).toMatchObject({ exit: 0, err: '' });
  return (JSON.parse(told.out) as { id: string }).id;
};

describe('signpost do', () => {
  test('lists the commands with their clause, those of the program left out', async () => {
    const told = await run(['do']);
    const { clause } = at.house.policies.inForce(at.clock.now()).cite('inbox.answer');
    expect(told.out).toMatch(new RegExp(`parcel.post +${clause.replaceAll('.', '\\.')} +Post a parcel`));
    expect(told.out).not.toContain('take-in');
    expect(JSON.parse((await run(['do', '--json'])).out)).toMatchObject({ policy: 'icb002/1.0' });
  });

  test('shows the fields of one from its declaration, and opens nothing', async () => {
    const told = await ran(['do', 'parcel.route', '--help'], { declared: async () => at.house });
    expect(told.exit).toBe(0);
    for (const words of [
      'Usage: signpost do parcel.route ID',
      'Clause ',
      '--depot ID (--dry-run lists the depots)',
      'Which depot? (needed)',
      'A note (may be left out)',
      '--seen-version N    the version of the row that you saw (needed)',
    ]) {
      expect(told.out).toContain(words);
    }
    expect((await run(['do', 'parcel.post', '-h'])).out).toContain('heavy: Heavy');
  });

  test('does it as the person of the session token, and says under which clause', async () => {
    const told = await run(post, { token: ann.id });
    expect(told.out).toMatch(
      /^Done: parcel\.post [0-9a-f-]{36} is now waiting \(version 1\)\.\nUnder clause .+: .+ \(icb002\/1\.0\)\.\n$/,
    );
    const id = told.out.split(' ')[2] ?? '';
    const [line] = await at.house.store.trail.find({ row: id });
    expect(line?.entry).toMatchObject({ door: 'cli', actor: `person:${ann.id}` });
    const row = await at.house.store
      .read<{ test_parcels: { id: string; collect_at: unknown } }>()
      .selectFrom('test_parcels')
      .select('collect_at')
      .where('id', '=', id)
      .executeTakeFirst();
    expect(String(row?.collect_at)).toBe('2026-11-19T09:00:00Z');
  });

  test('does it as somebody else in practice mode only', async () => {
    expect((await run([...post, '--practice', '--as', 'ann@example.test'])).exit).toBe(0);
    const real = await run([...post, '--as', 'ann@example.test']);
    expect(real).toMatchObject({ exit: 2, err: expect.stringContaining('practice mode only') });
    expect((await run([...post, '--practice', '--as', 'nobody@example.test'])).err).toContain(
      'Nobody here has the address',
    );
    expect((await run(post)).err).toContain('Nobody is signed in.');
    expect((await run(post, { token: 'old' })).err).toContain('has ended');
  });

  test('tries it without doing it, with the choices', async () => {
    const id = await posted();
    const told = await run(['do', 'parcel.route', id, '--dry-run', '--json'], { token: ann.id });
    expect(JSON.parse(told.out)).toMatchObject({
      id,
      version: 1,
      fields: [{ name: 'depot', choices: [{ id: 'north' }, { id: 'south' }] }, {}],
    });
    expect((await run(['do', 'parcel.route', id, '--dry-run'], { token: ann.id })).out).toContain(
      'Nothing was done. It would ask:',
    );
    expect(await at.house.store.trail.find({ row: id })).toHaveLength(1);
  });

  test('is refused in words, with what to do instead and a 1', async () => {
    const id = await posted();
    const told = await run(['do', 'parcel.deliver', id], { token: ann.id });
    expect(told).toEqual({ exit: 1, out: '', err: 'You may not do this.\nAsk: communications officer.\n' });
    const json = await run(['do', 'parcel.deliver', id, '--json'], { token: ann.id });
    expect(JSON.parse(json.err)).toMatchObject({
      error: { code: 'kernel.not-yours', instead: 'Ask: communications officer.' },
    });
    const input = await run(['do', 'parcel.route', id, '--seen-version', '1', '--depot', 'west'], {
      token: ann.id,
    });
    expect(input.err).toContain('  depot: Choose again');
    const version = await run(['do', 'parcel.route', id, '--depot', 'north'], { token: ann.id });
    expect(version.err).toContain('Say which version you saw');
    expect(
      (await run(['do', 'parcel.route', id, '--seen-version=1', '--depot', 'north'], { token: ann.id })).exit,
    ).toBe(0);
    expect((await run(['do', 'parcel.deliver', 'undefined'], { token: ann.id })).err).toContain(
      'There is nothing here that you can see.',
    );
  });

  test('with one key is done once', async () => {
    const twice = [
      await run([...post, '--idempotency-key', 'k1', '--json'], { token: ann.id }),
      await run([...post, '--idempotency-key', 'k1', '--json'], { token: ann.id }),
    ];
    expect(new Set(twice.map(({ out }) => (JSON.parse(out) as { id: string }).id)).size).toBe(1);
  });

  test('reads words from standard input, and a secret only from there', async () => {
    const told = await run([...post.map((word) => (word === 'Books' ? '-' : word)), '--json'], {
      token: ann.id,
      stdin: '--dashes and\nlines\n',
    });
    expect(told.exit).toBe(0);
    const id = await posted();
    const open = await run(['do', 'parcel.lock', id, '--key', 'x'], { token: dee.id });
    expect(open).toMatchObject({ exit: 2, err: expect.stringContaining('others could read it') });
    expect((await run(['do', 'parcel.lock', id, '--key', '-'], { token: dee.id, stdin: 'x\n' })).exit).toBe(
      0,
    );
    expect((await run(['do', 'parcel.lock', '--help'])).out).toContain(
      '--key - (reads it from standard input)',
    );
  });

  test('says how it is written where it is not', async () => {
    for (const [words, says] of [
      [['do', 'parcel.fly'], 'There is no command parcel.fly'],
      [['do', 'post'], 'Did you mean parcel.post?'],
      [['do', 'parcel.take-in'], 'There is no command parcel.take-in'],
      [['do', 'parcel.route'], 'Write: signpost do parcel.route ID'],
      [['do', 'parcel.post', 'id'], 'Write: signpost do parcel.post [--field'],
      [['do', 'parcel.route', 'id', 'more'], 'I do not know what to do with “more”'],
      [['do', 'parcel.post', '--colour', 'red'], 'There is no option --colour here'],
      [['do', 'parcel.route', 'id', '--seen-version', 'x'], 'Give --seen-version as'],
    ] as const) {
      const told = await run([...words]);
      expect(told.exit).toBe(2);
      expect(told.err).toContain(says);
    }
  });

  test('closes what it opened, whatever happens', async () => {
    const before = closed;
    await run(post, { token: ann.id });
    await run(post, { token: 'old' });
    expect(closed - before).toBe(2);
  });
});

describe('signpost ask', () => {
  test('lists the questions, and shows one', async () => {
    expect((await run(['ask'])).out).toMatch(/parcels\.waiting +Which parcels wait\?/);
    expect((await run(['ask', 'parcels.waiting', '--help'])).out).toContain(
      '--kinds heavy|fragile (may be repeated)',
    );
  });
  test('answers as this person sees it, as columns or as JSON', async () => {
    const id = await posted();
    const words = await run(['ask', 'parcels.waiting', '--contents', 'Books'], { token: ann.id });
    expect(words.out).toContain(id);
    expect(words.out).toMatch(/id +contents +collectAt/);
    const json = await run(['ask', 'parcels.waiting', '--json'], { token: at.person('Sam Stranger').id });
    expect(json.exit).toBe(1);
    expect((await run(['ask', 'parcels.hours', '--json'])).out).toBe('{\n  "open": "9am to 5pm"\n}\n');
    expect((await run(['ask', 'parcels.waiting', '--colour', 'red'], { token: ann.id })).exit).toBe(2);
    expect((await run(['ask', 'parcels.fly'])).exit).toBe(2);
  });
});

const verify = (...words: string[]) => ran(['audit', 'verify', ...words], { verifyAudit: verifyLines });
async function* brokenLines() {
  yield '{}';
  throw new Error('The line broke.');
}

describe('signpost audit', () => {
  test('exports a trail that verifies elsewhere, and names the first bad entry where it does not', async () => {
    await posted();
    const out = join(folder, 'trail.jsonl');
    const exported = await run(['audit', 'export', '--out', out]);
    expect(exported.exit).toBe(0);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const head = /--head (\d+:[0-9a-f]{64})/.exec(exported.err)?.[1] ?? '';
    const whole = await verify(out, '--head', head);
    expect(whole).toMatchObject({ exit: 0, err: '' });
    expect(whole.out).toContain(`Head: ${head}`);
    expect((await run(['audit', 'export'])).out).toBe(await readFile(out, 'utf8'));

    const lines = (await readFile(out, 'utf8')).split('\n');
    const changed = join(folder, 'changed.jsonl');
    await writeFile(
      changed,
      lines.map((line, index) => (index === 2 ? line.replace('2026-11-18', '2026-11-19') : line)).join('\n'),
    );
    const told = await verify(changed);
    expect(told.exit).toBe(1);
    expect(told.err).toMatch(
      /^Not whole\. The first bad place is entry 2 \([0-9a-f-]{36}\), line 3 of the file: /,
    );
    expect(JSON.parse((await verify(changed, '--json')).out)).toMatchObject({ ok: false, sequence: 2 });

    const cut = join(folder, 'cut.jsonl');
    await writeFile(cut, lines.slice(0, -2).join('\n'));
    expect((await verify(cut)).exit).toBe(0);
    expect((await verify(cut, '--head', head)).exit).toBe(1);
    expect((await verify(out, '--head', '12')).exit).toBe(2);
    expect((await verify(join(folder, 'none'))).err).toContain('There is no ');
  });

  test('a failed export leaves no file behind', async () => {
    const out = join(folder, 'broken.jsonl');
    const broken: Partial<Run> = {
      open: async (place) => ({
        ...(await (ports.open ?? (() => Promise.reject(new Error('no port'))))(place)),
        exportAudit: brokenLines,
      }),
    };
    expect(await ran(['audit', 'export', '--out', out], broken)).toMatchObject({
      exit: 1,
      err: 'The line broke.\n',
    });
    await expect(stat(out)).rejects.toThrow(/ENOENT/);
    await expect(stat(`${out}.part`)).rejects.toThrow(/ENOENT/);
  });

  test('finds entries, newest first', async () => {
    const id = await posted();
    const told = await run(['audit', 'find', '--row', id]);
    expect(told.out.split('\n')).toHaveLength(3);
    expect(told.out).toContain('parcel.post');
    expect(JSON.parse((await run(['audit', 'find', '--row', id, '--json'])).out)).toMatchObject([
      { entry: { row: id } },
    ]);
    expect((await run(['audit', 'find', '--limit', '201'])).exit).toBe(2);
  });
});
