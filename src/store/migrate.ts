import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { oneClient, type Address } from './pool.ts';

/** A room's SQL, one file a step: `0001-name.sql`. */
export interface MigrationSource {
  readonly room: string;
  readonly migrations: readonly { readonly name: string; readonly up: string }[];
}

/** Reads a room's steps in the order of their names. @throws on SQL that our reading of times cannot carry. */
export function migrationsIn(room: string, folder: string): MigrationSource {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return {
    room,
    migrations: files.map((name) => {
      const up = readFileSync(join(folder, name), 'utf8');
      const code = up.replaceAll(/--[^\n]*/g, '');
      if (/\binfinity\b|timestamptz\s*\[\]|\bdate\s*\[\]/i.test(code)) {
        throw new Error(
          `${room}/${name}: no infinite times and no arrays of times, they cannot be read back`,
        );
      }
      return { name, up };
    }),
  };
}

const digestOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/**
 * Brings the database to what this program knows: each step once, in one transaction, one program at a time.
 * @throws where a step that ran was changed since, or where the database knows steps that this program does not.
 */
export async function migrate(address: Address, sources: readonly MigrationSource[]): Promise<number> {
  const client = oneClient(address, {
    name: 'signpost migrations',
    settings: '-c timezone=UTC -c lock_timeout=60000',
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtextextended('signpost.migrate', 0))");
    await client.query(
      'create table if not exists migrations (room text, name text, digest text not null, at timestamptz not null default now(), primary key (room, name))',
    );
    const { rows } = await client.query<{ room: string; name: string; digest: string }>(
      'select room, name, digest from migrations',
    );
    const ran = new Map(rows.map((row) => [`${row.room}/${row.name}`, row.digest]));
    const count = await runMissing(client, sources, ran);
    await client.query('commit');
    return count;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function runMissing(
  client: pg.Client,
  sources: readonly MigrationSource[],
  ran: Map<string, string>,
): Promise<number> {
  let count = 0;
  for (const { room, migrations } of sources) {
    for (const { name, up } of migrations) {
      const step = `${room}/${name}`;
      const before = ran.get(step);
      ran.delete(step);
      if (before === digestOf(up)) continue;
      if (before !== undefined)
        throw new Error(`${step} was changed after it ran here. Put it back and add a new step instead.`);
      await client.query(up).catch((cause: unknown) => {
        throw new Error(`${step} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
          cause,
        });
      });
      await client.query('insert into migrations (room, name, digest) values ($1, $2, $3)', [
        room,
        name,
        digestOf(up),
      ]);
      count += 1;
    }
  }
  const unknown = [...ran.keys()].filter((step) =>
    sources.some((source) => step.startsWith(`${source.room}/`)),
  );
  if (unknown.length > 0) {
    throw new Error(
      `This database is newer than this program: it has ${unknown.join(', ')}. Start the newer version, or restore a backup.`,
    );
  }
  return count;
}
