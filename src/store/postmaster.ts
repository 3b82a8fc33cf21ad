import { chownSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isAway } from './away.ts';
import { oneClient, type Address, type Log } from './pool.ts';
import { behindPidFile, makeHarmless } from './pid-file.ts';
import { owner, programs, run } from './programs.ts';

/** The private PostgreSQL of one folder. */
export interface Postmaster {
  /** Folder of its socket. */
  readonly socket: string;
  /** Starts it where it does not run; a postmaster left behind by a killed run is simply used. */
  ensure(): Promise<void>;
  /** Looks four times a second and starts it again where it was killed. */
  watch(): void;
  /** Ends it, cleanly and quickly. */
  stop(): Promise<void>;
}

const socketPathLimit = 100;

/**
 * @param given Signpost's folder; PostgreSQL's own files lie in `postgres` inside it.
 * @param fsync false only for tests, where a lost machine loses nothing.
 */
export function postmaster(given: string, options: { log: Log; from: string; fsync?: boolean }): Postmaster {
  const folder = oneName(given);
  const files = join(folder, 'postgres');
  const socket = socketFolder(folder);
  const { initdb, pgCtl } = programs(options.from);
  let wanted = false;
  let starting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const start = async (): Promise<void> => {
    ownFolder(folder);
    ownFolder(socket);
    if (!existsSync(files)) await makeCluster(initdb, folder, files);
    for (;;) {
      const behind = behindPidFile(files);
      if (behind.is === 'postmaster') break;
      if (makeHarmless(files, behind)) {
        await startNow();
        break;
      }
      await new Promise((again) => setTimeout(again, 200));
    }
    await answering({ socket, database: 'postgres', user: 'signpost' });
  };
  const startNow = async (): Promise<void> => {
    const settings = startSettings(socket, options.fsync ?? true);
    const log = join(folder, 'postgres.log');
    const words = ['start', '-D', files, '-w', '-t', '60', '-s', '-l', log, '-o', settings];
    await run(pgCtl, words, folder).catch((error: unknown) => {
      // Somebody else started it at the same moment: who owns it is settled by the lock.
      if (behindPidFile(files).is !== 'postmaster') throw error;
    });
  };
  const ensure = (): Promise<void> => {
    wanted = true;
    starting ??= start().finally(() => {
      starting = undefined;
    });
    return starting;
  };
  return {
    socket,
    ensure,
    watch() {
      timer = setInterval(() => {
        if (!wanted || starting || behindPidFile(files).is === 'postmaster') return;
        options.log.warn({}, 'the private PostgreSQL was gone; starting it again');
        ensure().catch((error: unknown) =>
          options.log.error({ error: String(error) }, 'PostgreSQL did not start'),
        );
      }, 250);
      timer.unref();
    },
    async stop() {
      wanted = false;
      clearInterval(timer);
      await starting?.catch(() => undefined);
      if (behindPidFile(files).is !== 'postmaster') return;
      // One that stands still has been told, and ends when it goes on: its folder is safe, and we need not wait.
      await run(pgCtl, ['stop', '-D', files, '-m', 'fast', '-w', '-t', '30', '-s'], folder).catch(
        (error: unknown) => options.log.warn({ error: String(error) }, 'PostgreSQL has not ended yet'),
      );
    },
  };
}

/** A folder that is reached by several names must have one: its socket may be named by it. */
function oneName(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

/** Made beside and put in place whole, so that a start that is killed, or two at once, leave no half-made one. */
async function makeCluster(initdb: string, folder: string, files: string): Promise<void> {
  const made = `${files}.new-${randomUUID()}`;
  ownFolder(made);
  try {
    await run(initdb, initWords(made), folder);
    renameSync(made, files);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(files)) throw error;
  }
}

/** Waits until one that was only found, or is still recovering, answers. @throws after a minute. */
async function answering(address: Address): Promise<void> {
  for (const began = performance.now(); ;) {
    const client = oneClient(address, { name: 'signpost start' });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (!isAway(error) || performance.now() - began > 60_000) throw error;
      await new Promise((again) => setTimeout(again, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

const initWords = (files: string): string[] => [
  '-D',
  files,
  '-U',
  'signpost',
  '--auth=trust',
  '--encoding=UTF8',
  '--no-instructions',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

/**
 * Modest: one organisation, one program, often a small machine that does other things as well. Its tables fit into
 * the system's own cache many times over, so little is kept twice.
 */
const modest: Readonly<Record<string, string>> = {
  // Our pools use 20 at most. The rest is for commands beside the program, and for a moment in which dead ones linger.
  max_connections: '60',
  shared_buffers: '32MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  // Our queries take a few milliseconds: compiling them, or sharing one out among processes, costs more than it gains.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '2',
  autovacuum_max_workers: '1',
  // Three processes that read ahead for large tables.
  io_method: 'sync',
  // Nobody replicates a private PostgreSQL.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
};

/** Tests lose nothing with a lost machine, and open many stores at once. */
const forTests = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

function startSettings(socket: string, fsync: boolean): string {
  const settings: Record<string, string> = {
    listen_addresses: "''",
    unix_socket_permissions: '0700',
    ...modest,
    ...(fsync ? {} : forTests),
  };
  return [`-k '${socket}'`, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(
    ' ',
  );
}

/** A socket's path may have 107 bytes: a deep folder gets a short one beside the temporary files, named by digest. */
function socketFolder(folder: string): string {
  const beside = join(folder, 'socket');
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= socketPathLimit) return beside;
  return join(tmpdir(), `signpost-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!owner) return;
  chownSync(folder, owner.uid, owner.gid);
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    if ((statSync(above).mode & 0o001) === 0 && statSync(above).uid !== owner.uid) {
      throw new Error(
        `PostgreSQL does not run as root, so it runs as “nobody”, who cannot enter ${above}. Set SIGNPOST_FOLDER to a folder elsewhere, such as /var/lib/signpost.`,
      );
    }
  }
}
