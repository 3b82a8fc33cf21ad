/** The two servers from Debian that a real network needs: PostgreSQL and Redis, private to one run. */
import { type ChildProcess, execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface Started {
  readonly address: string;
  stop(): Promise<void>;
}

/** Whom to run servers as, as PostgreSQL refuses root. Empty where we are nobody special ourselves. */
interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

function someoneElse(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user here: try the next.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody.');
}

/** A port of loopback that nobody uses at the moment of asking. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** @param folder empty, and ours to give away. Trusts whoever comes over loopback; keeps nothing safe. */
export async function startPostgres(folder: string): Promise<Started> {
  const as = someoneElse();
  const programs = postgresFolder();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const files = join(folder, 'cluster');
  const quiet: SpawnOptions = { ...as, cwd: folder, stdio: 'ignore' };
  await finished(
    spawn(join(programs, 'initdb'), ['-D', files, '-U', 'postgres', '--auth=trust', '--no-sync'], quiet),
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', files, ...settings.flatMap((each) => ['-c', each])],
    quiet,
  );
  await answering(port, server);
  // SIGINT is PostgreSQL's word for: stop now, but in order.
  return {
    address: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop: () => stopped(server, 'SIGINT'),
  };
}

function postgresFolder(): string {
  const all = '/usr/lib/postgresql';
  const versions = existsSync(all) ? readdirSync(all) : [];
  const newest = versions.map(Number).toSorted((one, two) => two - one)[0];
  if (newest === undefined)
    throw new Error('PostgreSQL is missing. On Debian: apt-get install postgresql-15');
  return join(all, String(newest), 'bin');
}

export async function startRedis(folder: string): Promise<Started> {
  const port = await freePort();
  const flags = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const server = spawn('redis-server', flags, { stdio: 'ignore' });
  await answering(port, server);
  return { address: `127.0.0.1:${port}`, stop: () => stopped(server, 'SIGTERM') };
}

async function finished(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${code}`);
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Resolves when something listens there. @throws when the program ends first, or after twenty seconds. */
async function answering(port: number, child: ChildProcess): Promise<void> {
  const failed = once(child, 'error').then(([error]: unknown[]) => {
    throw new Error(`${child.spawnfile} does not start: ${String(error)}`);
  });
  failed.catch(() => {});
  const began = performance.now();
  while (performance.now() - began < 20_000) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    if (await Promise.race([failed, listens(port)])) return;
  }
  throw new Error(`${child.spawnfile} does not answer`);
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(200) });
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  } finally {
    socket.destroy();
  }
}
