import { afterAll, afterEach, expect, test } from 'vitest';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { FolderInUse } from './owner.ts';
import { behindPidFile } from './pid-file.ts';
import { connection, silent } from './pool.ts';
import { postmaster } from './postmaster.ts';
import { openStore, type OpenStore, type StoreOptions } from './store.ts';
import { migrationsIn } from './migrate.ts';
import { auditEntry } from './testing-entry.ts';

// PostgreSQL runs as “nobody” where the tests run as root: the folder above must let it through.
const folder = mkdtempSync(join(tmpdir(), 'signpost-own-'));
chmodSync(folder, 0o711);
const data = join(folder, 'store', 'postgres');
const pidFile = join(data, 'postmaster.pid');
const options: StoreOptions = {
  folder: join(folder, 'store'),
  migrations: [migrationsIn('store', join(import.meta.dirname, 'migrations'))],
  queues: [],
  log: silent,
  from: import.meta.filename,
};
const opened: OpenStore[] = [];
const started: ChildProcess[] = [];

async function open(what: string): Promise<OpenStore> {
  const began = performance.now();
  const store = await openStore(options);
  console.log(`${what}: ${Math.round(performance.now() - began)} ms`);
  opened.push(store);
  return store;
}

/** Asks again until it is so; a test's own time limit ends it. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}

function postmasterPid(): number {
  const behind = behindPidFile(data);
  if (behind.is !== 'postmaster') throw new Error(`No postmaster runs there: ${behind.is}`);
  return behind.pid;
}

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const store of opened.splice(0)) await store.close();
});
afterAll(async () => {
  await postmaster(options.folder, { log: silent, from: options.from }).stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a second Signpost on the folder is refused, the first goes on, and a guest may come in', async () => {
  const store = await open('first start, with initdb');
  await expect(openStore(options)).rejects.toThrow(FolderInUse);
  await store.write((writing) => writing.audit(auditEntry()));
  const guest = await openStore({ ...options, guest: true });
  expect((await guest.trail.head()).sequence).toBe(1);
  await guest.close();
  expect(await store.healthy()).toBe(true);
});

test('it ends with its owner, and starts again with everything', async () => {
  expect(behindPidFile(data)).toEqual({ is: 'nobody' });
  const store = await open('second start');
  expect((await store.trail.head()).sequence).toBe(1);
});

const ownersOf = async (store: OpenStore): Promise<number | null> =>
  (await store.plainPool.query("select 1 from pg_stat_activity where application_name = 'signpost owner'"))
    .rowCount;

test('a killed postmaster comes back, with everything that was committed', async () => {
  const store = await open('third start');
  const before = (await store.trail.head()).sequence;
  const committed: string[] = [];
  let stop = false;
  const writing = (async () => {
    while (!stop) {
      const entry = auditEntry();
      const kept = await store
        .write((one) => one.audit(entry))
        .then(
          () => true,
          () => false,
        );
      if (kept) committed.push(entry.id);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await until(() => committed.length >= 20);
  const told: unknown[] = [];
  const unsubscribe = store.listening.subscribe(['note'], (changed) => told.push(changed));
  const pid = postmasterPid();
  const began = performance.now();
  process.kill(pid, 'SIGKILL');
  const untilKilled = committed.length;
  await until(() => committed.length >= untilKilled + 20);
  console.log(`killed, back and written to again: ${Math.round(performance.now() - began)} ms`);
  stop = true;
  await writing;
  expect(postmasterPid()).not.toBe(pid);
  // Whoever watches is told that anything may have changed, and the folder is owned again.
  await until(() => told.includes(undefined));
  await until(async () => (await ownersOf(store)) === 1);
  unsubscribe();
  const { rows } = await store.plainPool.query<{ id: string }>('select id from audit_entries');
  const found = new Set(rows.map((row) => row.id));
  expect(committed.filter((id) => !found.has(id))).toEqual([]);
  expect((await store.trail.head()).sequence).toBeGreaterThanOrEqual(before + committed.length);
}, 60_000);

test('a PostgreSQL whose Signpost was killed is taken over, with what it had committed', async () => {
  const code = `
    const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, 'store.ts'))});
    const { silent } = await import(${JSON.stringify(join(import.meta.dirname, 'pool.ts'))});
    const given = JSON.parse(process.argv[1]);
    const store = await openStore({ ...given.options, log: silent });
    await store.write((writing) => writing.audit(given.entry));
    console.log('open');
    setInterval(() => undefined, 1000);`;
  const entry = auditEntry();
  const words = ['--input-type=module', '-e', code, JSON.stringify({ options, entry })];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('open\n');
  const orphan = postmasterPid();
  await expect(openStore(options)).rejects.toThrow(FolderInUse);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(postmasterPid()).toBe(orphan);
  const store = await adopted();
  expect(postmasterPid()).toBe(orphan);
  expect(await store.trail.find({ row: entry.row })).toHaveLength(1);
}, 60_000);

/** The lock goes once PostgreSQL has noticed that its owner died. */
async function adopted(): Promise<OpenStore> {
  for (;;) {
    try {
      return await open('an orphan taken over');
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
    }
  }
}

const idle = 'setInterval(() => undefined, 1000)';
const innocents: readonly { who: string; argv0?: string; words: readonly string[] }[] = [
  { who: 'any process', words: [] },
  { who: 'one that works on our files', words: [data] },
  { who: 'one that speaks of PostgreSQL and of our files', words: ['/usr/bin/postgres', '-D', data] },
  { who: 'a PostgreSQL of another folder', argv0: '/usr/bin/postgres', words: ['-D', `${data}-of-others`] },
  { who: 'a back end of some PostgreSQL', argv0: 'postgres: checkpointer', words: [] },
];

test.each(innocents)(
  'a pid file that names an innocent process ($who): PostgreSQL starts and stops, and the process is left alone',
  async ({ argv0, words }) => {
    // `--` keeps Node from reading the words as its own.
    const innocent = spawn(process.execPath, ['-e', idle, '--', ...words], {
      stdio: 'ignore',
      ...(argv0 === undefined ? {} : { argv0 }),
    });
    started.push(innocent);
    const ended = once(innocent, 'exit');
    await once(innocent, 'spawn');
    expect(existsSync(pidFile)).toBe(false);
    writeFileSync(pidFile, `${innocent.pid}\n${data}\n1763460000\n5432\n\n\n`);
    expect(behindPidFile(data)).toEqual({ is: 'innocent' });
    // As on a machine where everything runs as one user: PostgreSQL itself would take the process for its own.
    await postmaster(options.folder, { log: silent, from: options.from }).stop();
    await open('start over a stale pid file');
    expect(postmasterPid()).not.toBe(innocent.pid);
    for (const store of opened.splice(0)) await store.close();
    expect([innocent.exitCode, innocent.signalCode]).toEqual([null, null]);
    innocent.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
  },
);

test('a pid file that names a dead process is left to PostgreSQL, which also looks for its memory', async () => {
  writeFileSync(pidFile, `999999999\n${data}\n1763460000\n5432\n\n\n`);
  expect(behindPidFile(data)).toEqual({ is: 'dead' });
  await open('start over the pid file of a dead one');
});

test('a pid file that names nothing is removed once nobody can be writing it any more', async () => {
  for (const text of ['', '-1\n', 'x\n']) {
    writeFileSync(pidFile, text);
    expect(behindPidFile(data)).toEqual({ is: 'unreadable' });
  }
  utimesSync(pidFile, 0, 0);
  await open('start over an empty pid file');
});

test('a folder that is reached by another name is the same folder', async () => {
  await open('start by the first name');
  const other = join(folder, 'other-name');
  symlinkSync(options.folder, other);
  expect(behindPidFile(join(other, 'postgres'))).toEqual({ is: 'postmaster', pid: postmasterPid() });
  await expect(openStore({ ...options, folder: other })).rejects.toThrow(FolderInUse);
});

test('two starts at the same moment on a new folder: one serves, the other is refused, nothing is broken', async () => {
  const fresh = { ...options, folder: join(folder, 'fresh') };
  const both = await Promise.allSettled([openStore(fresh), openStore(fresh)]);
  const stores = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  opened.push(...stores);
  expect(both.map((one) => (one.status === 'fulfilled' ? 'serves' : String(one.reason))).sort()).toEqual([
    expect.stringContaining('FolderInUse'),
    'serves',
  ]);
  await stores[0]?.write((writing) => writing.audit(auditEntry()));
});

test('it listens on its socket only', async () => {
  const store = await open('last start');
  const client = new pg.Client(connection(store.address));
  await client.connect();
  const { rows } = await client.query(
    "select current_setting('listen_addresses') as at, current_setting('fsync') as fsync",
  );
  await client.end();
  expect(rows).toEqual([{ at: '', fsync: 'on' }]);
});
