import { resolve } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPool, silent } from './pool.ts';
import type { OpenStore } from './store.ts';
import { testStore } from './testing.ts';
import { together } from './together.ts';

let store: OpenStore;
let pool: pg.Pool;
let read: Kysely<object>;
beforeAll(async () => {
  store = await testStore({ rooms: [], queues: [], root: resolve(import.meta.dirname, '../..') });
});
afterAll(() => store.close());
beforeEach(() => {
  pool = openPool(store.address, { max: 3, log: silent, readOnly: true, pipeline: true });
  read = new Kysely<object>({ dialect: new PostgresDialect({ pool: together(pool) }) });
  return () => read.destroy();
});

const backEnd = async (): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(read);
  return rows[0]?.pid ?? 0;
};
const given = async (value: number): Promise<number> => {
  const { rows } = await sql<{ value: number }>`select ${value}::int as value`.execute(read);
  return rows[0]?.value ?? 0;
};

test('what is asked in one turn goes over one connection, is answered each to its own, and gives it back', async () => {
  const many = Array.from({ length: 40 }, (_, n) => n);
  expect(await Promise.all(many.map(given))).toEqual(many);
  expect(new Set(await Promise.all([backEnd(), backEnd(), backEnd()])).size).toBe(1);
  expect([pool.totalCount, pool.idleCount]).toEqual([1, 1]);
});

test('who asks in a later turn does not wait behind a slow question', async () => {
  const slow = sql`select pg_sleep(1)`.execute(read);
  let ended = false;
  const waiting = slow.then(() => (ended = true));
  await new Promise((done) => setImmediate(done));
  expect(await given(1)).toBe(1);
  expect(ended).toBe(false);
  await waiting;
});

test('one that goes wrong takes no other with it', async () => {
  const answers = await Promise.allSettled([
    given(1),
    sql`select 1 / ${0}::int`.execute(read),
    sql`select nothing from nowhere`.execute(read),
    given(2),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(await given(3)).toBe(3);
  expect(pool.idleCount).toBe(pool.totalCount);
});

test('nothing that spans statements is let in between others’', async () => {
  await expect(read.transaction().execute(() => given(1))).rejects.toThrow(/ask for a snapshot/);
  await expect(sql`set statement_timeout = 0`.execute(read)).rejects.toThrow(/ask for a snapshot/);
  expect(await given(1)).toBe(1);
});

test('a lost connection is told to everybody who shared it, and the next turn has another', async () => {
  const asked = Promise.allSettled([sql`select pg_sleep(4)`.execute(read), given(1)]);
  await new Promise((done) => setTimeout(done, 200));
  await store.plainPool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(4)%' and pid <> pg_backend_pid()",
  );
  const answers = await asked;
  expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected']);
  for (const answer of answers)
    expect(answer.status === 'rejected' && String(answer.reason)).toMatch(/StoreAway/);
  expect(await given(5)).toBe(5);
});
