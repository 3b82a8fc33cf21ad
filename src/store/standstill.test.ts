import { afterAll, afterEach, expect, test } from 'vitest';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { asAway } from './away.ts';
import { listen } from './listen.ts';
import { behindPidFile } from './pid-file.ts';
import { silent } from './pool.ts';
import { postmaster } from './postmaster.ts';
import { openStore, type OpenStore, type StoreOptions } from './store.ts';
import { auditEntry } from './testing-entry.ts';
import { allMigrations, emptyDatabase } from './testing.ts';

/** Longer than an answer may take and a connection may take to come about; nobody's page waits for longer. */
const bound = 9000;
const folder = mkdtempSync(join(tmpdir(), 'signpost-still-'));
chmodSync(folder, 0o711);
const queue = 'send/test.still';
const options: StoreOptions = {
  folder: join(folder, 'store'),
  migrations: allMigrations(resolve(import.meta.dirname, '../..'), []),
  queues: [queue],
  log: silent,
  from: import.meta.filename,
};
const data = join(options.folder, 'postgres');
let store: OpenStore | undefined;
let goOn: () => void = () => undefined;

async function open(): Promise<OpenStore> {
  store = await openStore(options);
  return store;
}
afterEach(async () => {
  goOn();
  await store?.close();
  store = undefined;
});
afterAll(async () => {
  await postmaster(options.folder, { log: silent, from: options.from }).stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Our own PostgreSQL with all its processes: the postmaster first, so that it starts no more. */
function processes(): number[] {
  const behind = behindPidFile(data);
  if (behind.is !== 'postmaster') throw new Error(`No postmaster runs there: ${behind.is}`);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === behind.pid);
  return [behind.pid, ...children.map(Number)];
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\)\s/s, '')
        .split(' ')[1],
    );
  } catch {
    return undefined;
  }
}

function stop(pids: readonly number[]): void {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  goOn = () => {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
    goOn = () => undefined;
  };
}

/** Everything that a page may wait for, more of it than there are connections. */
const asked = (on: OpenStore): Promise<unknown>[] => [
  ...Array.from({ length: 14 }, () => on.write((writing) => writing.audit(auditEntry()))),
  ...Array.from({ length: 12 }, () => on.trail.head()),
  on.snapshot((reader) => sql`select 1`.execute(reader)),
  ...Array.from({ length: 5 }, () => on.plainPool.query('select 1')),
];

/** How each ended, and after how many milliseconds the last did. */
async function ended(all: readonly Promise<unknown>[]): Promise<{ ends: Set<string>; took: number }> {
  const began = performance.now();
  const ends = await Promise.all(
    all.map((one) =>
      one.then(
        () => 'done',
        (error: unknown) => (asAway(error) instanceof StoreAway ? 'away' : String(error)),
      ),
    ),
  );
  return { ends: new Set(ends), took: performance.now() - began };
}

test(
  'PostgreSQL that stands still: everything says so in time, and all is well when it goes on',
  { timeout: 60_000 },
  async () => {
    const on = await open();
    expect((await ended(asked(on))).ends).toEqual(new Set(['done']));
    stop(processes());
    const { ends, took } = await ended(asked(on));
    expect(ends).toEqual(new Set(['away']));
    expect(took).toBeLessThan(bound);
    const began = performance.now();
    expect(await on.healthy()).toBe(false);
    expect(performance.now() - began).toBeLessThan(bound);
    goOn();
    // At once and every time: no connection that waits for an old answer is left in a pool.
    for (let round = 0; round < 3; round += 1)
      expect(await ended(asked(on))).toMatchObject({ ends: new Set(['done']) });
    const done = Promise.withResolvers<void>();
    await on.jobs.work(queue, async () => done.resolve());
    await on.write((writing) => writing.enqueue([{ queue, ids: {}, id: newId() }]));
    await done.promise;
  },
);

test(
  'a postmaster that stands still alone: whoever needs a new connection is told in time',
  { timeout: 60_000 },
  async () => {
    const on = await open();
    stop(processes().slice(0, 1));
    const { ends, took } = await ended(asked(on));
    expect([...ends].filter((end) => end !== 'done' && end !== 'away')).toEqual([]);
    expect(took).toBeLessThan(bound);
  },
);

test('a program that ends while PostgreSQL stands still does end', { timeout: 60_000 }, async () => {
  const database = await emptyDatabase();
  const line = await proxy(database.url);
  const on = await openStore({ ...options, url: line.url });
  line.swallow();
  const began = performance.now();
  await on.close();
  expect(performance.now() - began).toBeLessThan(30_000);
  await line.close();
  await database.drop();
});

/** A line to the run's PostgreSQL that can begin to swallow everything: nobody is told, nothing arrives. */
async function proxy(
  to: string,
): Promise<{ url: string; swallow(): void; let(): void; close(): Promise<void> }> {
  const { hostname, port, username, password, pathname } = new URL(to);
  const host = decodeURIComponent(hostname);
  let swallows = false;
  const lines = new Set<{ socket: Socket; dead: boolean }>();
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    const line = { socket, dead: swallows };
    lines.add(line);
    const upstream = host.startsWith('/')
      ? connect(join(host, '.s.PGSQL.5432'))
      : connect(Number(port || 5432), host);
    socket.on('data', (bytes) => void (line.dead || upstream.write(bytes)));
    socket.on('end', () => void (line.dead || upstream.end()));
    upstream.on('data', (bytes) => void (line.dead || socket.write(bytes)));
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = server.address() as AddressInfo;
  const who = password === '' ? username : `${username}:${password}`;
  return {
    url: `postgresql://${who}@127.0.0.1:${at.port}${pathname}`,
    swallow() {
      swallows = true;
      for (const line of lines) line.dead = true;
    },
    /** New connections come through again; the old ones stay dead for ever. */
    let() {
      swallows = false;
    },
    async close() {
      for (const { socket } of lines) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

test.concurrent(
  'a line that swallows everything: told in time, and new connections take the place of the dead ones',
  { timeout: 60_000 },
  async () => {
    const database = await emptyDatabase();
    const line = await proxy(database.url);
    const on = await openStore({ ...options, url: line.url });
    expect((await ended(asked(on))).ends).toEqual(new Set(['done']));
    const listening = await listen(on.address, silent, { every: 300, answer: 500 });
    const missed = new Promise<void>((told) => void listening.subscribe(['note'], () => told()));
    line.swallow();
    const { ends, took } = await ended(asked(on));
    expect(ends).toEqual(new Set(['away']));
    expect(took).toBeLessThan(bound);
    line.let();
    await missed;
    expect((await ended(asked(on))).ends).toEqual(new Set(['done']));
    await listening.close();
    await on.close();
    await line.close();
    await database.drop();
  },
);
