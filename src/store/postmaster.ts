import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Log } from './pool.ts';
import { behindPidFile } from './pid-file.ts';
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
 * @param folder Signpost's folder; PostgreSQL's own files lie in `postgres` inside it.
 * @param fsync false only for tests, where a lost machine loses nothing.
 */
export function postmaster(folder: string, options: { log: Log; from: string; fsync?: boolean }): Postmaster {
  const files = join(folder, 'postgres');
  const socket = socketFolder(folder);
  const { initdb, pgCtl } = programs(options.from);
  let wanted = false;
  let starting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const start = async (): Promise<void> => {
    ownFolder(folder);
    ownFolder(socket);
    if (!existsSync(join(files, 'PG_VERSION'))) {
      rmSync(files, { recursive: true, force: true });
      ownFolder(files);
      await run(initdb, initWords(files), folder);
    }
    const behind = behindPidFile(files);
    if (behind.is === 'postmaster') return;
    if (behind.is === 'stale') rmSync(join(files, 'postmaster.pid'));
    const settings = startSettings(socket, options.fsync ?? true);
    await run(
      pgCtl,
      ['start', '-D', files, '-w', '-t', '60', '-s', '-l', join(folder, 'postgres.log'), '-o', settings],
      folder,
    );
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

function startSettings(socket: string, fsync: boolean): string {
  const settings: Record<string, string> = {
    listen_addresses: "''",
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '64MB',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
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
