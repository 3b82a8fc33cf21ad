import { hostname } from 'node:os';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connection, type Address, type Log } from './pool.ts';

/** Somebody else serves this folder or this database. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

export interface Ownership {
  release(): Promise<void>;
}

/**
 * Owns a database for the life of a connection: the lock goes by itself when its owner dies, so an orphaned
 * PostgreSQL is simply taken over, and a second start is refused before it can migrate anything.
 * @throws FolderInUse
 */
export async function own(address: Address, what: string, log: Log): Promise<Ownership> {
  let released = false;
  let client = await locked(address, what);
  const again = async (): Promise<void> => {
    for (let wait = 200; !released; wait = Math.min(wait * 2, 5000)) {
      try {
        client = await locked(address, what);
        client.once('error', lost);
        return;
      } catch (error) {
        if (error instanceof FolderInUse) {
          log.error({}, 'another program took this database over while ours was away from it');
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  };
  const lost = (): void => {
    if (!released) void again();
  };
  client.once('error', lost);
  return {
    async release() {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}

async function locked(address: Address, what: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...connection(address),
    application_name: 'signpost owner',
    connectionTimeoutMillis: 10_000,
  });
  // A lost connection errs twice: PostgreSQL's last word, then the socket's end. Neither may end the program.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ got: boolean }>(
    "select pg_try_advisory_lock(hashtextextended('signpost.owner', 0)) as got",
  );
  if (rows[0]?.got === true) return client;
  await client.end();
  throw new FolderInUse(
    `${what} is already served by another Signpost. Stop that one first, or give this one a folder of its own (SIGNPOST_FOLDER).`,
  );
}

/**
 * A data folder belongs to one machine: process ids mean nothing across two of them.
 * @throws FolderInUse where the folder was last used by another machine and may still be.
 */
export function onThisMachine(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'machine');
  const here = machine();
  let before: string;
  try {
    before = readFileSync(file, 'utf8').trim();
  } catch {
    writeFileSync(file, `${here}\n`);
    return;
  }
  if (before === here) return;
  const sameHost = before.split(' ')[0] === here.split(' ')[0];
  if (!sameHost) {
    throw new FolderInUse(
      `${folder} was last used by the machine “${before.split(' ')[0]}”. If nothing runs there any more, remove ${file} and start again; one folder serves one machine.`,
    );
  }
  writeFileSync(file, `${here}\n`);
}

function machine(): string {
  let boot: string;
  try {
    boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    boot = 'unknown';
  }
  return `${hostname()} ${boot}`;
}
