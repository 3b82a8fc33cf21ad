import { resolve } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPool, silent } from './pool.ts';
import type { OpenStore } from './store.ts';
import { testStore } from './testing.ts';
import { transaction } from './transaction.ts';

let store: OpenStore;
let pool: pg.Pool;
beforeAll(async () => {
  store = await testStore({ rooms: [], queues: [], root: resolve(import.meta.dirname, '../..') });
  await store.plainPool.query('create table told (word text primary key)');
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.plainPool.query('delete from told');
  pool = openPool(store.address, { max: 2, log: silent, pipeline: true });
  return () => pool.end();
});

const told = async (): Promise<unknown[]> =>
  (await store.plainPool.query<{ word: string }>('select word from told order by word')).rows.map(
    ({ word }) => word,
  );

test('what was sent is committed, in its order, and whoever asks afterwards sees it', async () => {
  const seen = await transaction(pool, async (trx, sent) => {
    sent.add(sql`insert into told values ('one')`.compile(trx));
    sent.add(sql`update told set word = 'two' where word = 'one'`.compile(trx));
    const { rows } = await sql`select word from told`.execute(trx);
    sent.add(sql`insert into told values ('three')`.compile(trx));
    return rows;
  });
  expect(seen).toEqual([{ word: 'two' }]);
  expect(await told()).toEqual(['three', 'two']);
});

test('one that fails takes everything back and is named, though nobody waited for it', async () => {
  const failing = transaction(pool, async (trx, sent) => {
    sent.add(sql`insert into told values ('one')`.compile(trx));
    sent.add(sql`insert into told values ('one')`.compile(trx));
    sent.add(sql`insert into told values ('two')`.compile(trx));
  });
  await expect(failing).rejects.toMatchObject({ code: '23505', table: 'told' });
  expect(await told()).toEqual([]);
});

test('the first that went wrong is the reason, not what stumbled over it', async () => {
  const failing = transaction(pool, async (trx, sent) => {
    sent.add(sql`select 1 / 0`.compile(trx));
    await sql`insert into told values ('two')`.execute(trx);
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
});

test('a refusal takes back what was sent before it', async () => {
  const refused = transaction(pool, async (trx, sent) => {
    sent.add(sql`insert into told values ('one')`.compile(trx));
    throw new Error('not yours');
  });
  await expect(refused).rejects.toThrow('not yours');
  expect(await told()).toEqual([]);
});

test('connections are given back whole, and one whose roll-back failed is not used again', async () => {
  const work = () =>
    transaction(pool, async (trx, sent) => {
      sent.add(sql`select pg_terminate_backend(pg_backend_pid())`.compile(trx));
      await sql`select 1`.execute(trx);
    });
  await expect(work()).rejects.toMatchObject({ name: 'StoreAway' });
  expect(pool.idleCount).toBe(0);
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((word) =>
      transaction(pool, async (trx, sent) => {
        sent.add(sql`insert into told values (${word})`.compile(trx));
      }),
    ),
  );
  expect(await told()).toEqual(['a', 'b', 'c', 'd']);
  expect([pool.totalCount, pool.idleCount]).toEqual([2, 2]);
});
