import { join } from 'node:path';
import pg from 'pg';

export type Tables = pg.Pool;

/** The private PostgreSQL of a folder, beside the program: to fill it and to measure it bare. */
export const openTables = (folder: string): Tables =>
  new pg.Pool({
    host: join(folder, 'socket'),
    user: 'signpost',
    database: 'postgres',
    port: 5432,
    max: 10,
  });

export async function waitingIds(tables: Tables, limit: number): Promise<string[]> {
  const { rows } = await tables.query<{ id: string }>(
    "select id from enquiries where state = 'waiting' order by risk, aim_at, id limit $1",
    [limit],
  );
  return rows.map((row) => row.id);
}

/** An account that messages came in to. */
export async function accountOf(tables: Tables): Promise<string> {
  const { rows } = await tables.query<{ account: string }>(
    'select account from enquiries where account is not null limit 1',
  );
  return rows[0]?.account ?? '';
}

/** Copies one enquiry until there are so many, straight into the table: this is a bench, not the product. */
export async function fill(tables: Tables, to: number): Promise<void> {
  const { rows } = await tables.query<{ count: string; columns: string }>(
    `select (select count(*) from enquiries) as count, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns
     where table_name = 'enquiries' and column_name not in ('id', 'remote', 'conversation', 'version', 'aim_at')`,
  );
  const { columns = '', count = '0' } = rows[0] ?? {};
  const missing = to - Number(count);
  if (missing <= 0) return;
  await tables.query(
    `insert into enquiries (id, remote, conversation, version, aim_at, ${columns})
     select gen_random_uuid(), 'bench-' || g || '-' || $1, 'bench-' || g || '-' || $1, 1, aim_at - g % 500 * interval '1 minute', ${columns}
     from (select * from enquiries where state = 'waiting' and claimed_by is null limit 1) one, generate_series(1, $2::int) g`,
    [to, missing],
  );
  await tables.query('vacuum analyze enquiries');
}
