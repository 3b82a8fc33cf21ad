import { createHash } from 'node:crypto';
import type pg from 'pg';
import { oneClient, type Address } from './pool.ts';

/** What was written or put back. */
export interface Copied {
  readonly tables: number;
  readonly rows: number;
}

/** A table and its columns in their order; `type` as PostgreSQL writes it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** What its rows are sorted by, so that two copies of the same rows have one digest. */
  readonly key: readonly string[];
}

/** A migration step that ran. */
export interface Step {
  readonly room: string;
  readonly name: string;
  readonly digest: string;
}

/** Every value as text; null stays null. */
export type Row = readonly (string | null)[];

/** First line of a backup. */
export interface Manifest {
  readonly signpost: 'backup';
  readonly format: typeof format;
  readonly steps: readonly Step[];
  readonly tables: readonly Table[];
}

/** Last line: `sha256` is over every line before it, each with its line feed. */
export interface End {
  readonly end: true;
  readonly rows: number;
  readonly each: Readonly<Record<string, Counted>>;
  readonly sha256: string;
}

/** `sha256` is over the rows as JSON, a line each, in the order of the table's key. */
export interface Counted {
  readonly rows: number;
  readonly sha256: string;
}

export const format = 1;
export const batch = 500;

/**
 * Never copied: the steps travel in the manifest, each store knows by itself when it was restored, and a copy of sign-in's sessions would be keys to the house that
 * come back to life with an old backup. Everybody signs in again after a restore.
 */
const leftOut: readonly string[] = [
  'migrations',
  'restores',
  'sign_in_sessions',
  'sign_in_verifications',
  'failed_sign_ins',
];

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Servers may be set to write times, intervals and numbers in other ways: a backup is always written in one. */
const forms =
  '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=1 -c bytea_output=hex -c statement_timeout=0 -c lock_timeout=60000';

export async function connectPlain(address: Address): Promise<pg.Client> {
  const client = oneClient(address, { name: 'signpost backup', settings: forms });
  await client.connect();
  return client;
}

/** Our tables. The queue's own schema is left out: what it holds is found again by the rooms' sweeps. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string; key: boolean }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
            coalesce(a.attnum = any (i.indkey), false) as key
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid
       left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and c.relname <> all ($1)
      order by c.relname collate "C", a.attnum`,
    [leftOut],
  );
  return [...Map.groupBy(rows, (row) => row.table)].map(([name, columns]): Table => {
    const key = columns.filter((column) => column.key);
    return {
      name,
      columns: columns.map(({ column, type }) => ({ name: column, type })),
      key: (key.length > 0 ? key : columns).map(({ column }) => column),
    };
  });
}

export async function stepsOf(client: pg.Client): Promise<Step[]> {
  const { rows } = await client.query<Step>(
    'select room, name, digest from migrations order by room collate "C", name collate "C"',
  );
  return rows.map(({ room, name, digest }) => ({ room, name, digest }));
}

/** A table's rows in the order of its key, some hundreds at a time. Must run inside a transaction. */
export async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<Row[]> {
  const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  const order = table.key.map((name) => `${quoted(name)}::text collate "C"`).join(', ');
  await client.query(
    `declare copied no scroll cursor for select ${columns} from ${quoted(table.name)} order by ${order}`,
  );
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${batch} from copied`,
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('close copied');
}

/** Counts and digests a table's rows as they pass by. */
export function counter(): { add(rows: readonly Row[]): void; done(): Counted } {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add(rows) {
      count += rows.length;
      for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
    },
    done: () => ({ rows: count, sha256: hash.digest('hex') }),
  };
}
