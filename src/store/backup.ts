import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import {
  connectPlain,
  counter,
  format,
  rowsOf,
  stepsOf,
  tablesOf,
  type Copied,
  type Counted,
  type End,
  type Manifest,
} from './backup-tables.ts';
import type { Address } from './pool.ts';

export { restore } from './restore.ts';

/**
 * Writes everything that the database holds at one moment to one file: JSON lines, compressed. It holds no keys.
 * Every value travels as text, so that it goes into another version of PostgreSQL as well.
 * The file appears only once it is whole and on the disk; a file of that name is replaced.
 */
export async function backup(address: Address, file: string): Promise<Copied> {
  const client = await connectPlain(address);
  const part = `${file}.part`;
  const count = { tables: 0, rows: 0 };
  try {
    await rm(part, { force: true });
    await client.query('begin isolation level repeatable read read only');
    await pipeline(
      Readable.from(linesOf(client, count)),
      createGzip(),
      createWriteStream(part, { mode: 0o600 }),
    );
    await client.query('commit');
    await onDisk(part);
    await rename(part, file);
    await onDisk(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
  return count;
}

async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* linesOf(client: pg.Client, count: { tables: number; rows: number }): AsyncGenerator<string> {
  const whole = createHash('sha256');
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    whole.update(text);
    return text;
  };
  const tables = await tablesOf(client);
  const manifest: Manifest = { signpost: 'backup', format, steps: await stepsOf(client), tables };
  yield line(manifest);
  const each: Record<string, Counted> = {};
  for (const table of tables) {
    const seen = counter();
    for await (const rows of rowsOf(client, table)) {
      seen.add(rows);
      yield line({ table: table.name, rows });
    }
    const counted = seen.done();
    each[table.name] = counted;
    count.tables += 1;
    count.rows += counted.rows;
  }
  const end: End = { end: true, rows: count.rows, each, sha256: whole.digest('hex') };
  yield `${JSON.stringify(end)}\n`;
}
