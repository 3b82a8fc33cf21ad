import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenRoles, peopleIn, peopleWithRoles } from '#features/people/index.ts';
import { readerOf } from '#kernel/need.ts';
import { person } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import type { Run } from './index.ts';
import { ran } from './testing-cli.ts';

let at: TestHouse;
let folder: string;
const passwords = new Map<string, string>();
const nothing: AsyncIterable<string> = Readable.from([]);
const ports: Partial<Run> = {
  open: async () => ({
    house: at.house,
    origin: 'https://signpost.test',
    actorOf: async (headers) => person(headers.get('authorization')?.replace('Bearer ', '') ?? ''),
    actorNamed: async () => undefined,
    exportAudit: () => nothing,
    backup: async () => ({ tables: 0, rows: 0 }),
    async setPassword(id, _, password) {
      if (password.length < 12) throw new Error('Use at least 12 characters.');
      passwords.set(id, password);
    },
    close: async () => undefined,
  }),
};
const everybody = () => peopleWithRoles(readerOf(at.house.store.read()));

beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London')] });
  folder = await mkdtemp(join(tmpdir(), 'signpost-people-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await at.close();
});

describe('signpost setup', () => {
  const words = ['setup', '--name', 'Ada First', '--email', 'Ada@example.test', '--password-stdin'];

  test('takes no poor password, and can then be run again', async () => {
    expect(await ran(words, ports, { stdin: 'short\n' })).toEqual({
      exit: 1,
      out: '',
      err: 'Use at least 12 characters.\n',
    });
    expect(await givenRoles(readerOf(at.house.store.read()))).toEqual([]);
    expect(await ran(words.slice(0, -1), ports)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--password-stdin'),
    });
    expect(await ran([...words, '--kind', 'king'], ports, { stdin: 'long enough for all\n' })).toMatchObject({
      exit: 1,
      err: expect.stringContaining('  kind: Choose again'),
    });
  });

  test('makes the first administrator, as the set-up of this machine, and no second', async () => {
    const told = await ran(words, ports, { stdin: 'three unconnected words\n' });
    expect(told).toEqual({
      exit: 0,
      out: 'Ada First is the first administrator and signs in as Ada@example.test.\n',
      err: '',
    });
    const [ada, ...others] = await everybody();
    expect(others).toEqual([]);
    expect(ada).toMatchObject({ name: 'Ada First', email: 'ada@example.test', roles: ['administrator'] });
    expect(passwords.get(ada?.id ?? '')).toBe('three unconnected words');
    const lines = await at.house.store.trail.find({ actor: 'system:setup' });
    expect(lines.map(({ entry }) => entry.command)).toEqual(['grant.give', 'person.add']);
    expect(JSON.stringify(lines)).not.toContain('unconnected');
    expect(await ran(words, ports, { stdin: 'three other words again\n' })).toMatchObject({
      exit: 1,
      err: expect.stringContaining('an administrator already'),
    });
  });
});

test('signpost people import takes the good lines and names the others', async () => {
  const admin = at.person('Adi Administrator', 'administrator');
  const file = join(folder, 'people.csv');
  await writeFile(
    file,
    'name,email,kind\nBo Good,bo@example.test,employee\nNo Kind,no@example.test,king\nAda,ada@example.test,employee\n',
  );
  const told = await ran(['people', 'import', file], ports, { token: admin.id });
  expect(told).toMatchObject({
    exit: 1,
    out: '1 added, 1 already there, 1 not taken.\n',
    err: expect.stringMatching(/^line 3: /),
  });
  expect((await everybody()).map(({ name }) => name)).toContain('Bo Good');
  const again = await ran(['people', 'import', '-', '--json'], ports, {
    token: admin.id,
    stdin: 'name,email,kind\nBo Good,bo@example.test,employee\n',
  });
  expect(JSON.parse(again.out)).toEqual({ added: 0, unchanged: 1, problems: [] });
});
