import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { linkHash, nothingBefore } from './audit-file.ts';
import { connection, type Address } from './pool.ts';

export interface Copied {
  readonly tables: number;
  readonly rows: number;
}

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

const format = 1;
const batch = 500;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function connect(address: Address): Promise<pg.Client> {
  const client = new pg.Client({ ...connection(address), application_name: 'signpost backup', options: '-c timezone=UTC -c statement_timeout=0' });
  await client.connect();
  return client;
}

/** Tables of ours, those that others refer to first. The queue's own are left out: what they hold is found again by the sweeps. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> 'migrations'
      order by c.relname collate "C", a.attnum`,
  );
  const tables = Map.groupBy(rows, (row) => row.table);
  const found = [...tables].map(([name, columns]): Table => ({ name, columns: columns.map(({ column, type }) => ({ name: column, type })) }));
  return inOrder(found, await references(client));
}

async function references(client: pg.Client): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select f.relname as from, t.relname as to from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid where k.contype = 'f' and f.oid <> t.oid`,
  );
  return rows;
}

function inOrder(tables: readonly Table[], refers: readonly { from: string; to: string }[]): Table[] {
  const done: Table[] = [];
  const left = [...tables];
  while (left.length > 0) {
    const next = left.findIndex((table) => refers.every(({ from, to }) => from !== table.name || done.some((one) => one.name === to) || !left.some((one) => one.name === to)));
    done.push(...left.splice(Math.max(next, 0), 1));
  }
  return done;
}

const stepsOf = async (client: pg.Client): Promise<unknown[]> =>
  (await client.query<Record<string, unknown>>('select room, name, digest from migrations order by room collate "C", name collate "C"')).rows;

/**
 * Writes everything that the database holds at one moment to one new file: JSON lines, compressed. It holds no keys.
 * Every value travels as text, so that it goes into another version of PostgreSQL as well.
 */
export async function backup(address: Address, file: string): Promise<Copied> {
  const client = await connect(address);
  const part = `${file}.part`;
  const count = { tables: 0, rows: 0 };
  try {
    await client.query('begin isolation level repeatable read read only');
    await pipeline(Readable.from(linesOf(client, count)), createGzip(), createWriteStream(part, { mode: 0o600 }));
    await client.query('commit');
  } finally {
    await client.end();
  }
  const handle = await open(part, 'r+');
  await handle.sync();
  await handle.close();
  await rename(part, file);
  return count;
}

async function* linesOf(client: pg.Client, count: { tables: number; rows: number }): AsyncGenerator<string> {
  const whole = createHash('sha256');
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    whole.update(text);
    return text;
  };
  const tables = await tablesOf(client);
  yield line({ signpost: 'backup', format, steps: await stepsOf(client), tables });
  for (const table of tables) {
    count.tables += 1;
    const columns = table.columns.map((column) => `${quoted(column.name)}::text`).join(', ');
    await client.query(`declare rows no scroll cursor for select ${columns} from ${quoted(table.name)}`);
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({ text: `fetch ${batch} from rows`, rowMode: 'array' });
      if (rows.length === 0) break;
      count.rows += rows.length;
      yield line({ table: table.name, rows });
    }
    await client.query('close rows');
  }
  yield `${JSON.stringify({ end: true, ...count, sha256: whole.digest('hex') })}\n`;
}

/**
 * Puts a backup into a prepared and empty store of either kind.
 * @throws with a sentence where the store is not empty, was prepared by another version, or the file is damaged.
 */
export async function restore(address: Address, file: string): Promise<Copied> {
  const client = await connect(address);
  try {
    await client.query('begin');
    const copied = await putIn(client, file);
    await mustBeWhole(client);
    await client.query('commit');
    return copied;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function putIn(client: pg.Client, file: string): Promise<Copied> {
  const whole = createHash('sha256');
  const tables = await tablesOf(client);
  let rows = 0;
  let first = true;
  let end: { rows: number; sha256: string } | undefined;
  for await (const text of readLines(file)) {
    if (end) throw new Error('The backup goes on after its end: it was altered. Use another copy.');
    const read = JSON.parse(text) as { table?: string; rows?: (string | null)[][]; end?: boolean; sha256?: string };
    if (read.end === true) {
      end = { rows: Number(Reflect.get(read, 'rows')), sha256: read.sha256 ?? '' };
      continue;
    }
    whole.update(`${text}\n`);
    if (first) {
      await prepare(client, read, tables);
      first = false;
      continue;
    }
    const table = tables.find((one) => one.name === read.table);
    if (!table || !read.rows) throw new Error('The backup holds a table that this version does not know.');
    await insert(client, table, read.rows);
    rows += read.rows.length;
  }
  if (!end || end.rows !== rows || end.sha256 !== whole.digest('hex')) throw new Error('The backup is cut short or was altered. Nothing was restored; use another copy.');
  for (const trigger of auditTriggers) await client.query(`alter table audit_entries enable trigger ${trigger}`);
  return { tables: tables.length, rows };
}

async function* readLines(file: string): AsyncGenerator<string> {
  const unzipped = createReadStream(file).pipe(createGunzip());
  unzipped.on('error', () => undefined);
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) yield line;
  } catch (cause) {
    throw new Error('The backup is cut short or was altered. Nothing was restored; use another copy.', { cause });
  }
}

const auditTriggers = ['audit_entries_link', 'audit_entries_keep', 'audit_entries_keep_all'] as const;

async function prepare(client: pg.Client, manifest: object, tables: readonly Table[]): Promise<void> {
  if (Reflect.get(manifest, 'signpost') !== 'backup') throw new Error('This is not a backup of Signpost.');
  if (Reflect.get(manifest, 'format') !== format) throw new Error('This backup was written by another version, whose form is not known here.');
  if (JSON.stringify(Reflect.get(manifest, 'steps')) !== JSON.stringify(await stepsOf(client))) {
    throw new Error('This backup was written by another version of Signpost. Restore it with that version, then update.');
  }
  for (const { name } of tables.filter((table) => table.name !== 'audit_head')) {
    const { rowCount } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rowCount) throw new Error(`This installation is not empty (there are rows in ${name}). Restore into a new folder or a new database.`);
  }
  for (const trigger of auditTriggers) await client.query(`alter table audit_entries disable trigger ${trigger}`);
  await client.query('delete from audit_head');
}

async function insert(client: pg.Client, table: Table, rows: readonly (string | null)[][]): Promise<void> {
  const columns = table.columns.map((column) => quoted(column.name)).join(', ');
  const types = table.columns.map((column, index) => `x.c${index}::${column.type}`).join(', ');
  // Each column travels as one list of texts: one statement a batch, whatever its width.
  const lists = table.columns.map((_, index) => rows.map((row) => row[index] ?? null));
  const given = table.columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const names = table.columns.map((_, index) => `c${index}`).join(', ');
  await client.query(`insert into ${quoted(table.name)} (${columns}) select ${types} from unnest(${given}) as x(${names})`, lists);
}

/** The trail must follow from its first entry to its head, or the backup is not to be trusted. */
async function mustBeWhole(client: pg.Client): Promise<void> {
  let previous = nothingBefore;
  let sequence = 0;
  await client.query('declare entries no scroll cursor for select sequence::int, entry, previous, hash from audit_entries order by sequence');
  for (;;) {
    const { rows } = await client.query<{ sequence: number; entry: string; previous: string; hash: string }>(`fetch ${batch} from entries`);
    if (rows.length === 0) break;
    for (const row of rows) {
      sequence += 1;
      if (row.sequence !== sequence || row.previous !== previous || row.hash !== linkHash(previous, row.entry)) throw new Error(`The audit trail in this backup is broken at entry ${row.sequence}. Nothing was restored.`);
      previous = row.hash;
    }
  }
  const { rows } = await client.query<{ sequence: number; hash: string }>('select sequence::int, hash from audit_head');
  if (rows[0]?.sequence !== sequence || rows[0].hash !== previous) throw new Error('The audit trail in this backup does not reach its head. Nothing was restored.');
}
