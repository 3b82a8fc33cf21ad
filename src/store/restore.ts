import type pg from 'pg';
import { systemClock } from '#kernel/clock.ts';
import { linkHash, nothingBefore } from './audit-file.ts';
import { BackupUnreadable, readBackup, type BackupFile } from './backup-file.ts';
import {
  batch,
  connectPlain,
  counter,
  quoted,
  rowsOf,
  stepsOf,
  tablesOf,
  type Copied,
  type Manifest,
  type Row,
  type Step,
  type Table,
} from './backup-tables.ts';
import type { Address } from './pool.ts';
import { keyOfSealed } from './secrets.ts';

export interface Restored extends Copied {
  /** What the installation that was backed up knew its keys by; undefined where it never noted it. */
  readonly keysMark: string | undefined;
  /** How many secrets were sealed with each key, by the key's id. */
  readonly sealed: ReadonlyMap<string, number>;
}

/**
 * Puts a backup into a prepared and empty store of either kind: everything or nothing.
 * @throws BackupUnreadable where the file is damaged; Error with a sentence where the store is not empty or was
 *   prepared by another version.
 */
export async function restore(address: Address, file: string): Promise<Restored> {
  const read = await readBackup(file);
  const client = await connectPlain(address);
  try {
    await client.query('begin');
    const tables = await fitting(client, read.manifest);
    await mustBeEmpty(client, tables);
    const sealed = new Map<string, number>();
    await withoutAuditTriggers(client, () => putIn(client, read, tables, sealed));
    await mustEqual(client, read, tables);
    await mustBeLinked(client);
    await noteMoment(client);
    const { rows } = await client.query<{ mark: string }>('select mark from keys_mark');
    await client.query('commit');
    return { tables: tables.length, rows: read.end.rows, keysMark: rows[0]?.mark, sealed };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Of two clocks that differ the later one: what is older than this may have been done since the backup. */
async function noteMoment(client: pg.Client): Promise<void> {
  await client.query('insert into restores (at) values (greatest(clock_timestamp(), $1::timestamptz))', [
    systemClock.now().toString(),
  ]);
}

/** The tables of both, which must be the same. */
async function fitting(client: pg.Client, manifest: Manifest): Promise<Table[]> {
  const differ = differences(manifest.steps, await stepsOf(client));
  if (differ.length > 0) {
    throw new Error(
      `This backup was written by another version of Signpost: ${differ.join('; ')}. Restore it with that version, then update.`,
    );
  }
  const tables = await tablesOf(client);
  const text = (table: Table): string => JSON.stringify([table.name, table.columns]);
  const here = new Set(tables.map(text));
  const there = new Set(manifest.tables.map(text));
  const other = [...manifest.tables, ...tables].filter(
    (table) => !(here.has(text(table)) && there.has(text(table))),
  );
  if (other.length > 0) {
    const names = [...new Set(other.map((table) => table.name))].join(', ');
    throw new Error(
      `The backup and this database have different tables (${names}). Restore it with the version that wrote it, then update.`,
    );
  }
  return tables;
}

function differences(backup: readonly Step[], database: readonly Step[]): string[] {
  const nameOf = (step: Step): string => `${step.room}/${step.name}`;
  const here = new Map(database.map((step) => [nameOf(step), step.digest]));
  const there = new Map(backup.map((step) => [nameOf(step), step.digest]));
  return [...new Set([...there.keys(), ...here.keys()])].flatMap((name) => {
    if (!here.has(name)) return [`${name} ran in the backup only`];
    if (!there.has(name)) return [`${name} ran in this database only`];
    return here.get(name) === there.get(name) ? [] : [`${name} is not the same in both`];
  });
}

/** Tables that have their one row from the first start on. */
const preparedWith = new Set(['audit_head', 'keys_mark']);

async function mustBeEmpty(client: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables.filter((table) => !preparedWith.has(table.name))) {
    const { rowCount } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rowCount) {
      throw new Error(
        `This installation is not empty (there are rows in ${name}). Restore into a new folder or a new database.`,
      );
    }
  }
}

const auditTriggers = ['audit_entries_link', 'audit_entries_keep', 'audit_entries_keep_all'];

/** Entries come back with their links, so they must not be linked anew. Others wait for the table's lock meanwhile. */
async function withoutAuditTriggers(client: pg.Client, work: () => Promise<void>): Promise<void> {
  for (const name of auditTriggers) await client.query(`alter table audit_entries disable trigger ${name}`);
  for (const name of preparedWith) await client.query(`delete from ${quoted(name)}`);
  await work();
  for (const name of auditTriggers) await client.query(`alter table audit_entries enable trigger ${name}`);
}

/** Rows refer to rows of later batches and tables refer to each other, so references are checked at the end. */
async function putIn(
  client: pg.Client,
  read: BackupFile,
  tables: readonly Table[],
  sealed: Map<string, number>,
): Promise<void> {
  const { rows: references } = await client.query<{ table: string; name: string }>(
    `select c.relname as table, k.conname as name
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname = 'public' and not k.condeferrable`,
  );
  const alter = async (to: string): Promise<void> => {
    for (const { table, name } of references)
      await client.query(`alter table ${quoted(table)} alter constraint ${quoted(name)} ${to}`);
  };
  await alter('deferrable initially deferred');
  await client.query('set constraints all deferred');
  const byName = new Map(tables.map((table) => [table.name, table]));
  for await (const { table: name, rows } of read.batches()) {
    const table = byName.get(name);
    if (!table) throw new BackupUnreadable(`The backup holds rows of ${name}, which it does not declare.`);
    await insert(client, table, rows);
    for (const key of rows.flat().flatMap((value) => keyOfSealed(value ?? '') ?? []))
      sealed.set(key, (sealed.get(key) ?? 0) + 1);
  }
  await client.query('set constraints all immediate');
  await alter('not deferrable');
}

async function insert(client: pg.Client, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = table.columns.map((column) => quoted(column.name)).join(', ');
  const values = table.columns.map((column, index) => `x.c${index}::${column.type}`).join(', ');
  // Each column travels as one list of texts: one statement a batch, whatever its width.
  const lists = table.columns.map((_, index) => rows.map((row) => row[index] ?? null));
  const given = table.columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const names = table.columns.map((_, index) => `c${index}`).join(', ');
  await client.query(
    `insert into ${quoted(table.name)} (${columns}) overriding system value select ${values} from unnest(${given}) as x(${names})`,
    lists,
  );
}

/** What lies in the database now, read back, must be what lay in the other one. */
async function mustEqual(client: pg.Client, read: BackupFile, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const seen = counter();
    for await (const rows of rowsOf(client, table)) seen.add(rows);
    const { rows, sha256 } = seen.done();
    const expected = read.end.each[table.name];
    if (expected?.rows !== rows || expected.sha256 !== sha256) {
      throw new BackupUnreadable(
        `The table ${table.name} did not come back as it was: ${rows} rows of ${expected?.rows ?? 0}. Nothing was restored.`,
      );
    }
  }
}

/** The trail must follow from its first entry to its head, or the backup is not to be trusted. */
async function mustBeLinked(client: pg.Client): Promise<void> {
  let previous = nothingBefore;
  let sequence = 0;
  await client.query(
    'declare entries no scroll cursor for select sequence::float8, entry, previous, hash from audit_entries order by sequence',
  );
  for (;;) {
    const { rows } = await client.query<{ sequence: number; entry: string; previous: string; hash: string }>(
      `fetch ${batch} from entries`,
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      sequence += 1;
      const linked = row.previous === previous && row.hash === linkHash(previous, row.entry);
      if (row.sequence !== sequence || !linked) {
        throw new BackupUnreadable(
          `The audit trail in this backup is broken at entry ${sequence}. Nothing was restored.`,
        );
      }
      previous = row.hash;
    }
  }
  const { rows } = await client.query<{ sequence: number; hash: string }>(
    'select sequence::float8, hash from audit_head',
  );
  if (rows.length !== 1 || rows[0]?.sequence !== sequence || rows[0].hash !== previous) {
    throw new BackupUnreadable(
      'The audit trail in this backup does not reach its head. Nothing was restored.',
    );
  }
}
