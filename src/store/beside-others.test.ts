import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newId } from '#kernel/ids.ts';
import { FolderInUse } from './owner.ts';
import { silent } from './pool.ts';
import { openStore, type OpenStore, type StoreOptions } from './store.ts';
import { auditEntry } from './testing-entry.ts';
import { allMigrations, emptyDatabase } from './testing.ts';
import { turns } from './turns.ts';

const queue = 'send/test.shared';
const folder = mkdtempSync(join(tmpdir(), 'signpost-beside-'));
const opened: OpenStore[] = [];
let database: Awaited<ReturnType<typeof emptyDatabase>>;

async function open(options: Partial<StoreOptions> = {}): Promise<OpenStore> {
  const store = await openStore({
    folder,
    url: database.url,
    migrations: allMigrations(resolve(import.meta.dirname, '../..'), []),
    queues: [queue],
    log: silent,
    from: import.meta.filename,
    ...options,
  });
  opened.push(store);
  return store;
}

beforeAll(async () => {
  database = await emptyDatabase();
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('three programs start at once over an empty server, and each of them serves', async () => {
  const stores = await Promise.all([open(), open(), open()]);
  await Promise.all(stores.map((store) => store.write((writing) => writing.audit(auditEntry()))));
  expect((await stores[0].trail.head()).sequence).toBe(3);
});

test('a job goes to one of two programs, once, and live notices go to both', async () => {
  const [one, other] = await Promise.all([open(), open()]);
  const done: string[] = [];
  const { promise, resolve: all } = Promise.withResolvers<void>();
  for (const store of [one, other])
    await store.jobs.work(queue, async ({ id }) => {
      done.push(id);
      if (done.length === 30) all();
    });
  const heard = Promise.all(
    [one, other].map(
      (store) => new Promise<void>((told) => void store.listening.subscribe(['note'], () => told())),
    ),
  );
  await one.write(async (writing) => {
    await writing.enqueue(Array.from({ length: 30 }, () => ({ queue, ids: {}, id: newId() })));
    await writing.notify('note', newId());
  });
  await Promise.all([promise, heard]);
  expect(new Set(done).size).toBe(30);
});

test('who must be alone is refused while somebody serves, and served beside is refused while one is alone', async () => {
  const serving = await open();
  await expect(open({ alone: true })).rejects.toThrow(FolderInUse);
  await expect(open({ alone: true })).rejects.toThrow(/Stop every program that serves it/);
  await serving.close();
  opened.splice(0);
  await open({ alone: true });
  await expect(open()).rejects.toThrow(FolderInUse);
});

test('a timer runs in one of several programs, and another takes it over when that one ends', async () => {
  const store = await open();
  const [one, other] = [turns(store.address), turns(store.address)];
  expect(await one.ours('a')).toBe(true);
  expect([await one.ours('a'), await other.ours('a'), await other.ours('b')]).toEqual([true, false, true]);
  await one.close();
  await expect.poll(() => other.ours('a')).toBe(true);
  await other.close();
});

test('a timer whose connection was ended is taken up again', async () => {
  const store = await open();
  const one = turns(store.address);
  expect(await one.ours('a')).toBe(true);
  await store.plainPool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'signpost timers'",
  );
  await expect.poll(() => one.ours('a').catch(() => false)).toBe(true);
  await one.close();
});

test('a program with other keys than the database was filled with says so, and what to do', async () => {
  const warned: string[] = [];
  const log = { ...silent, warn: (_: unknown, message: string) => void warned.push(message) };
  await open({ log });
  await open({ log });
  expect(warned).toEqual([]);
  const elsewhere = join(folder, 'elsewhere');
  await open({ log, folder: elsewhere });
  expect(warned).toEqual([expect.stringContaining(`keys.json in ${elsewhere} is not the one`)]);
});
