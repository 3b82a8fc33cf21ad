import { hostname } from 'node:os';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { oneClient, type Address, type Log } from './pool.ts';

/** Somebody else serves this folder, or this database where it must be had alone. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

export interface Ownership {
  release(): Promise<void>;
}

/** `alone`: nobody else may serve it. `beside-others`: several programs of one version serve one server. */
export type Manner = 'alone' | 'beside-others';

/**
 * Owns a database for the life of a connection: the lock goes by itself when its owner dies, so an orphaned
 * PostgreSQL is simply taken over, and whoever must be alone is refused before it can change anything.
 * @throws FolderInUse
 */
export async function own(address: Address, what: string, manner: Manner, log: Log): Promise<Ownership> {
  let released = false;
  let client = await locked(address, what, manner);
  const again = async (): Promise<void> => {
    for (let wait = 200; !released; wait = Math.min(wait * 2, 5000)) {
      try {
        client = await locked(address, what, manner);
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

async function locked(address: Address, what: string, manner: Manner): Promise<pg.Client> {
  const client = oneClient(address, { name: 'signpost owner', answer: 10_000 });
  await client.connect();
  const take = manner === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared';
  const { rows } = await client.query<{ got: boolean }>(
    `select ${take}(hashtextextended('signpost.owner', 0)) as got`,
  );
  if (rows[0]?.got === true) return client;
  await client.end();
  throw new FolderInUse(
    'url' in address
      ? `${what} is in use by another Signpost, and this needs it alone. Stop every program that serves it, then try again.`
      : `${what} is already served by another Signpost. Stop that one first, or give this one a folder of its own (SIGNPOST_FOLDER).`,
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
