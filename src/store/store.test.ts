import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { openPool, silent } from './pool.ts';
import { auditEntry } from './testing-entry.ts';
import { testStore } from './testing.ts';
import type { OpenStore } from './store.ts';
import { entriesInOrder } from './trail.ts';
import { exportLines, verifyLines } from './audit-file.ts';
import type { StoreTables } from './tables.ts';

let store: OpenStore;
beforeAll(async () => {
  store = await testStore({
    rooms: [],
    queues: ['send/test.one'],
    root: resolve(import.meta.dirname, '../..'),
  });
});
afterAll(() => store.close());

test('eight writers at once leave one whole chain without a gap', async () => {
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 10; n += 1) await store.write((writing) => writing.audit(auditEntry()));
    }),
  );
  const lines = exportLines(entriesInOrder(store.read<StoreTables>()));
  const head = await store.trail.head();
  expect(await verifyLines(lines)).toEqual({ ok: true, entries: 80, head: head.hash });
});

test('the read handle cannot write', async () => {
  await expect(sql`delete from kept_answers`.execute(store.read())).rejects.toThrow(/read-only/);
});

test('nobody changes an entry, not by hand either', async () => {
  for (const statement of [
    "update audit_entries set hash = 'x'",
    'delete from audit_entries',
    'truncate audit_entries',
  ]) {
    await expect(store.write(async ({ db }) => void (await sql.raw(statement).execute(db)))).rejects.toThrow(
      /append-only/,
    );
  }
});

test('what is enqueued goes back with its transaction, and an unknown queue takes it back', async () => {
  const row = newId();
  await expect(
    store.write(async (writing) => {
      await writing.audit(auditEntry({ row }));
      await writing.enqueue([{ queue: 'send/nobody', ids: {}, id: newId() }]);
    }),
  ).rejects.toThrow(/Nobody declared/);
  expect(await store.trail.find({ row })).toEqual([]);
});

test('a statement that takes too long is ended, whoever waited may try again, and it is noted without its values', async () => {
  const noted: unknown[] = [];
  const log = { ...silent, warn: (facts: unknown) => void noted.push(facts) };
  const pool = openPool(store.address, { max: 1, log, name: 'test' });
  const client = await pool.connect();
  await client.query('set statement_timeout = 50');
  await expect(client.query('select pg_sleep($1), $2::text', [5, 'Amy Invented'])).rejects.toThrow(StoreAway);
  client.release();
  await pool.end();
  expect(noted).toEqual([{ statement: 'select pg_sleep($1), $2::text' }]);
});
