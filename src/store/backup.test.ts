import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql, type Kysely } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { AnyTables } from '#kernel/store-port.ts';
import { exportLines, verifyLines } from './audit-file.ts';
import type { Manifest } from './backup-tables.ts';
import { backup, restore } from './backup.ts';
import type { OpenStore } from './store.ts';
import type { StoreTables } from './tables.ts';
import { forge } from './testing-forgery.ts';
import { auditEntry } from './testing-entry.ts';
import { testStore } from './testing.ts';
import { entriesInOrder } from './trail.ts';

const root = resolve(import.meta.dirname, '../..');
const room = { name: 'test-books', migrations: 'src/store/testing-migrations' };
const folder = mkdtempSync(join(tmpdir(), 'signpost-backup-'));
const file = join(folder, 'whole.backup');
const books = 1203;
const opened: OpenStore[] = [];
let store: OpenStore;

async function open(rooms = [room]): Promise<OpenStore> {
  const made = await testStore({ rooms, queues: [], root });
  opened.push(made);
  return made;
}

beforeAll(async () => {
  store = await testStore({ rooms: [room], queues: [], root });
  await store.write(async ({ db }) => {
    await sql`insert into test_shelves values (${newId()}, null, 'a'), (${newId()}, null, 'bcd')`.execute(db);
    // Every book follows a later one, so rows of one batch refer to rows of another.
    await sql`insert into test_books (id, shelf, follows, read_at, bought, pages, price, weight, lent, words, tags, cover, note, "order")
      select n, (select id from test_shelves where code = 'bcd'), nullif(n + 1, ${books + 1}::integer),
        timestamptz '2026-11-18T10:00:00.123456Z' + n * interval '1 hour', date '2026-03-29' + n, 9007199254740993 + n, n * 0.01, 1.0 / n,
        n * interval '1 day 2 hours', '{"b": [1, null, "é"], "a": 1.50}', ${['a,b', 'c"d\\', 'null']}, '\\x00ff', ${'first\r\nsecond\t👩🏽‍⚕️ \\N "x" \u2028 Ŵ'}, n % 2 = 0
      from generate_series(1, ${books}::integer) n`.execute(db);
    await sql`update test_books set shelf = null, read_at = null, bought = null, pages = null, price = null, weight = 'NaN', lent = null, words = 'null', tags = null, cover = null, note = '', "order" = null where id = 7`.execute(
      db,
    );
  });
  for (let n = 0; n < 12; n += 1) {
    await store.write(async (writing) => {
      await writing.audit(auditEntry({ input: { text: store.digest(`é ${n}`) } }));
      const answer = { id: newId(), state: 'open', version: n };
      await writing.keep('person:x', `key ${n}`, { command: 'note.write', row: null, digest: 'd', answer });
    });
  }
  await backup(store.address, file);
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All rows of all our tables as text, in PostgreSQL's own words. */
async function everything(db: Kysely<AnyTables>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of ['audit_entries', 'audit_head', 'kept_answers', 'test_books', 'test_shelves']) {
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(table)} t order by 1`.execute(db);
    found[table] = rows.map((each) => each.row);
  }
  return found;
}

const lines = (): string[] => gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');

function written(text: readonly string[]): string {
  const other = join(folder, `${newId()}.backup`);
  writeFileSync(other, gzipSync(`${text.join('\n')}\n`));
  return other;
}

async function refuses(copy: string, words: RegExp): Promise<void> {
  const empty = await open();
  const before = await everything(empty.read());
  await expect(restore(empty.address, copy)).rejects.toThrow(words);
  expect(await everything(empty.read())).toEqual(before);
}

test('everything comes back as it was, in any kind of column', async () => {
  const other = await open();
  expect(await restore(other.address, file)).toMatchObject({
    tables: 6,
    rows: books + 2 + 12 + 12 + 1,
  });
  const back = await everything(other.read());
  expect(back).toEqual(await everything(store.read()));
  expect(back['test_books']).toHaveLength(books);
});

test('the trail still follows after a restore, goes on from its head and is append-only again', async () => {
  const other = await open();
  await restore(other.address, file);
  const head = await store.trail.head();
  await other.write((writing) => writing.audit(auditEntry()));
  const exported = (): AsyncIterable<string> => exportLines(entriesInOrder(other.read<StoreTables>()));
  expect(await verifyLines(exported(), head)).toMatchObject({ ok: true, entries: head.sequence + 1 });
  for (const statement of [
    "update audit_entries set hash = 'x'",
    'delete from audit_entries',
    'truncate audit_entries',
  ])
    await expect(other.write(async ({ db }) => void (await sql.raw(statement).execute(db)))).rejects.toThrow(
      /append-only/,
    );
});

test('references are checked at once again after a restore', async () => {
  const other = await open();
  await restore(other.address, file);
  const { rows } =
    await sql`select conname from pg_constraint where contype = 'f' and condeferrable and connamespace = 'public'::regnamespace`.execute(
      other.read(),
    );
  expect(rows).toEqual([]);
});

test('a backup of a restored store says the same, and nobody else may read the file', async () => {
  const other = await open();
  await restore(other.address, file);
  const again = join(folder, 'again.backup');
  await backup(other.address, again);
  expect(gunzipSync(readFileSync(again)).equals(gunzipSync(readFileSync(file)))).toBe(true);
  expect(statSync(again).mode & 0o077).toBe(0);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a backup that cannot be written leaves nothing behind', async () => {
  const nowhere = join(folder, 'missing', 'x.backup');
  await expect(backup(store.address, nowhere)).rejects.toThrow(/ENOENT/);
  expect(existsSync(nowhere)).toBe(false);
});

test('it shows one moment: what is committed meanwhile is not in it, and writers do not wait', async () => {
  const before = (await store.trail.head()).sequence;
  const copy = join(folder, 'moment.backup');
  const writing = Promise.all(Array.from({ length: 8 }, () => store.write((one) => one.audit(auditEntry()))));
  await Promise.all([backup(store.address, copy), writing]);
  const other = await open();
  await restore(other.address, copy);
  const { sequence } = await other.trail.head();
  expect(sequence).toBeGreaterThanOrEqual(before);
  const exported = exportLines(entriesInOrder(other.read<StoreTables>()));
  expect(await verifyLines(exported)).toMatchObject({ ok: true, entries: sequence });
});

test('a store that is not empty is refused, and stays as it is', async () => {
  const other = await open();
  await other.write((writing) => writing.audit(auditEntry()));
  const before = await everything(other.read());
  await expect(restore(other.address, file)).rejects.toThrow(/not empty \(there are rows in audit_entries\)/);
  expect(await everything(other.read())).toEqual(before);
});

test('another version is refused by the name of the step that differs', async () => {
  const other = await open([]);
  await expect(restore(other.address, file)).rejects.toThrow(
    /test-books\/0001-backup-rows\.sql ran in the backup only/,
  );
});

test.each([0.05, 0.5, 0.95, 0.9999])('a file cut at %d of its length is refused', async (part) => {
  const bytes = readFileSync(file);
  const cut = join(folder, `cut-${part}.backup`);
  writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * part)));
  await refuses(cut, /cut short or was altered/);
});

test('a file whose last lines are missing is refused', async () => {
  const all = lines();
  await refuses(written(all.slice(0, -1)), /cut short or was altered/);
  await refuses(written(all.slice(0, -2)), /cut short or was altered/);
  await refuses(written([]), /cut short or was altered|not a backup/);
});

test('an altered, removed or added line is refused', async () => {
  const all = lines();
  const altered = all.map((line) => line.replace('first', 'worst'));
  expect(altered).not.toEqual(all);
  await refuses(written(altered), /cut short or was altered/);
  await refuses(written(all.toSpliced(2, 1)), /cut short or was altered/);
  await refuses(written([...all, all[1] ?? '']), /cut short or was altered/);
});

test('a flipped byte is refused', async () => {
  const bytes = Buffer.from(readFileSync(file));
  const at = Math.floor(bytes.length / 3);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  const flipped = join(folder, 'flipped.backup');
  writeFileSync(flipped, bytes);
  await refuses(flipped, /cut short or was altered/);
});

test('what is no backup, or not there, is refused in plain words', async () => {
  await refuses(written(['{"signpost":"audit-trail","format":1}']), /not a backup of Signpost/);
  await refuses(written(['{"signpost":"backup","format":99}']), /another form/);
  const plain = join(folder, 'plain.txt');
  writeFileSync(plain, 'hello\n');
  await refuses(plain, /cut short or was altered/);
  await refuses(join(folder, 'missing.backup'), /ENOENT/);
});

test('a trail rewritten with every digest made anew is still caught by its chain', async () => {
  const forged = forge(lines(), (text) => text.replace('note.write', 'note.wrote'));
  await refuses(written(forged), /audit trail in this backup is broken at entry 1/);
});

test('a backup rewritten so that what is searched differs from what was hashed does not come in', async () => {
  const other = await open();
  const all = lines();
  const manifest = JSON.parse(all[0] ?? '') as Manifest;
  const trail = manifest.tables.find((table) => table.name === 'audit_entries');
  const names = trail?.columns.map((column) => column.name) ?? [];
  const at = names.includes('actor') ? names.indexOf('actor') : names.length;
  const columns = names.includes('actor')
    ? trail?.columns
    : [...(trail?.columns ?? []), { name: 'actor', type: 'text' }];
  const tables = manifest.tables.map((table) =>
    table.name === 'audit_entries' ? { ...table, columns } : table,
  );
  const forged = forge([JSON.stringify({ ...manifest, tables }), ...all.slice(1)], (text) => {
    const read = JSON.parse(text) as { table: string; rows: (string | null)[][] };
    return JSON.stringify({ ...read, rows: read.rows.map((row) => row.toSpliced(at, 1, 'person:somebody')) });
  });
  await restore(other.address, written(forged)).catch(() => undefined);
  expect(await other.trail.find({ actor: 'person:somebody' })).toEqual([]);
});

test('columns of the trail cannot be set apart from its text, not by the owner of the tables either', async () => {
  const other = await open();
  await restore(other.address, file);
  const found = (await other.trail.find({ actor: 'system:timer', limit: 200 })).length;
  expect(found).toBe(12);
  for (const change of [
    "update audit_entries set actor = 'x'",
    "update audit_entries set command = 'x.y'",
    'update audit_entries set at = now()',
    'update audit_entries set row_id = gen_random_uuid()',
    'update audit_entries set id = gen_random_uuid()',
  ]) {
    await expect(
      other.write(async ({ db }) => {
        await sql`alter table audit_entries disable trigger user`.execute(db);
        await sql.raw(change).execute(db);
      }),
    ).rejects.toThrow(/generated column|can only be updated to DEFAULT|violates check constraint/);
  }
});

test('a restore tells by which keys the store was filled, and which of them its secrets need', async () => {
  const [from, to] = [await open(), await open()];
  await from.write(async ({ db }) => {
    await sql`insert into keys_mark (mark) values (${from.mark})`.execute(db);
    const sealed = [from.seal('one'), from.seal('two')];
    await sql`insert into test_books (id, note) values (1, ${sealed[0]}), (2, ${sealed[1]}), (3, 'v1.x')`.execute(
      db,
    );
  });
  await to.write(
    async ({ db }) => void (await sql`insert into keys_mark (mark) values ('mine')`.execute(db)),
  );
  const copy = join(folder, 'sealed.backup');
  await backup(from.address, copy);
  const { keysMark, sealed } = await restore(to.address, copy);
  expect(keysMark).toBe(from.mark);
  expect([...sealed.values()]).toEqual([2]);
  const needed = [...sealed.keys()];
  expect([needed.map(from.holds), needed.map(to.holds)]).toEqual([[true], [false]]);
});

test('sessions of the sign-in library stay out: an old backup signs nobody in', async () => {
  const other = await open();
  await other.write(async ({ db }) => {
    await sql`create table sign_in_sessions (id text primary key, token text)`.execute(db);
    await sql`insert into sign_in_sessions values ('1', 'token-of-somebody')`.execute(db);
  });
  const copy = join(folder, 'sessions.backup');
  expect(await backup(other.address, copy)).toEqual({ tables: 6, rows: 1 });
  expect(gunzipSync(readFileSync(copy)).toString('utf8')).not.toMatch(/token-of-somebody|"sign_in_sessions"/);
});
