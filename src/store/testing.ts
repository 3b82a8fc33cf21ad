import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { startJobs } from './jobs.ts';
import { migrate, migrationsIn, type MigrationSource } from './migrate.ts';
import { connection, silent, type Address } from './pool.ts';
import { connectStore, type OpenStore } from './store.ts';

const given = (): { socket: string } | { url: string } => inject('database');

function addressOf(database: string): Address {
  const at = given();
  if ('socket' in at) return { socket: at.socket, database, user: 'signpost' };
  const url = new URL(at.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection(addressOf('postgres')));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The store's own steps and those of these rooms. */
export function allMigrations(
  root: string,
  rooms: readonly { name: string; migrations?: string }[],
): MigrationSource[] {
  return [
    migrationsIn('store', join(import.meta.dirname, 'migrations')),
    ...rooms.flatMap((room) =>
      room.migrations === undefined ? [] : [migrationsIn(room.name, join(root, room.migrations))],
    ),
  ];
}

/** A template for this set of steps and queues, migrated by whoever comes first; the others wait for it. */
async function template(migrations: readonly MigrationSource[], queues: readonly string[]): Promise<string> {
  const name = `template_${createHash('sha256')
    .update(JSON.stringify([migrations, queues]))
    .digest('hex')
    .slice(0, 20)}`;
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query(
      'select 1 from pg_database where datname = $1 and not datallowconn',
      [name],
    );
    if (rowCount) return;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
    await migrate(addressOf(name), migrations);
    await (await startJobs(addressOf(name), queues, silent)).stop();
    await client.query(`alter database ${name} allow_connections false`);
  });
  return name;
}

/** A fresh copy of a migrated database on the run's PostgreSQL, dropped when it is closed. */
export async function testDatabase(
  migrations: readonly MigrationSource[],
  queues: readonly string[] = [],
): Promise<{ address: Address; drop(): Promise<void> }> {
  const from = await template(migrations, queues);
  const database = `copy_${randomBytes(8).toString('hex')}`;
  await onServer((client) => client.query(`create database ${database} template ${from}`));
  return {
    address: addressOf(database),
    drop: () =>
      onServer(
        async (client) => void (await client.query(`drop database if exists ${database} with (force)`)),
      ),
  };
}

/** A new and empty database on the run's PostgreSQL, by an address such as `DATABASE_URL` holds. */
export async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const database = `empty_${randomBytes(8).toString('hex')}`;
  await onServer((client) => client.query(`create database ${database}`));
  const address = addressOf(database);
  return {
    url:
      'url' in address
        ? address.url
        : `postgresql://${address.user}@${encodeURIComponent(address.socket)}/${database}`,
    drop: () =>
      onServer(
        async (client) => void (await client.query(`drop database if exists ${database} with (force)`)),
      ),
  };
}

/** An open store over a fresh copy, with keys of its own in a temporary folder. */
export async function testStore(options: {
  rooms: readonly { name: string; migrations?: string }[];
  queues: readonly string[];
  root: string;
}): Promise<OpenStore> {
  const migrations = allMigrations(options.root, options.rooms);
  const database = await testDatabase(migrations, options.queues);
  const { address } = database;
  const folder = mkdtempSync(join(tmpdir(), 'signpost-keys-'));
  const store = await connectStore(address, {
    folder,
    migrations,
    queues: options.queues,
    log: silent,
    from: import.meta.filename,
  });
  return {
    ...store,
    kind: 'url' in address ? 'server' : 'embedded',
    async close() {
      await store.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
