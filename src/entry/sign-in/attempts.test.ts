import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stoppedClock } from '#kernel/clock.ts';
import { asAway } from '#store/away.ts';
import type { OpenStore } from '#store/store.ts';
import { testStore } from '#store/testing.ts';
import { attempts } from './attempts.ts';

let store: OpenStore;
const clock = stoppedClock('2026-11-24T10:00:00Z');
beforeAll(async () => {
  store = await testStore({ rooms: [], queues: [], root: resolve(import.meta.dirname, '../../..') });
});
afterAll(() => store.close());
beforeEach(async () => {
  clock.set('2026-11-24T10:00:00Z');
  await store.plainPool.query('delete from failed_sign_ins');
});

/** One program; several share nothing but the database and the salt. */
const program = () =>
  attempts({
    pool: store.plainPool,
    clock,
    digest: (text) => createHmac('sha256', 'salt of the test').update(text).digest('hex'),
    away: asAway,
  });
const kept = async () =>
  (await store.plainPool.query<{ what: string }>('select what from failed_sign_ins')).rows;

test('after five failures from one address an account waits there, longer each time, and is never locked', async () => {
  const tried = program();
  for (let n = 0; n < 5; n += 1) {
    expect(await tried.wait('a', '10.0.0.1')).toBe(0);
    await tried.failed('a', '10.0.0.1');
  }
  expect(await tried.wait('a', '10.0.0.1')).toBe(30);
  clock.set('2026-11-24T10:00:31Z');
  expect(await tried.wait('a', '10.0.0.1')).toBe(0);
  await tried.failed('a', '10.0.0.1');
  expect(await tried.wait('a', '10.0.0.1')).toBe(60);
  clock.set('2026-11-24T10:20:00Z');
  expect(await tried.wait('a', '10.0.0.1')).toBe(0);
});

test('nobody waits longer than five minutes, however often they failed and however a clock stands', async () => {
  const tried = program();
  for (let n = 0; n < 19; n += 1) await tried.failed('a', '10.0.0.1');
  expect(await tried.wait('a', '10.0.0.1')).toBe(300);
  clock.set('2026-11-24T09:00:00Z');
  expect(await tried.wait('a', '10.0.0.1')).toBe(300);
});

test('a stranger’s failures slow nobody else down: neither another address nor another account', async () => {
  const tried = program();
  for (let n = 0; n < 12; n += 1) await tried.failed('a', '10.0.0.66');
  expect(await tried.wait('a', '10.0.0.66')).toBeGreaterThan(0);
  expect(await tried.wait('a', '10.0.0.1')).toBe(0);
  expect(await tried.wait('b', '10.0.0.66')).toBe(0);
});

test('an address that fails with one account after another waits for all of them, and for codes', async () => {
  const tried = program();
  for (let n = 0; n < 19; n += 1) await tried.failed(`account ${n}`, '10.0.0.66');
  expect(await tried.wait('any', '10.0.0.66')).toBe(0);
  await tried.failed(undefined, '10.0.0.66');
  expect(await tried.wait('any', '10.0.0.66')).toBe(30);
  expect(await tried.wait(undefined, '10.0.0.66')).toBe(30);
  expect(await tried.wait('any', '10.0.0.1')).toBe(0);
});

test('what was tried right is forgotten, for that address alone', async () => {
  const tried = program();
  for (let n = 0; n < 5; n += 1) {
    await tried.failed('a', '10.0.0.1');
    await tried.failed('a', '10.0.0.2');
  }
  await tried.succeeded('a', '10.0.0.1');
  expect(await tried.wait('a', '10.0.0.1')).toBe(0);
  expect(await tried.wait('a', '10.0.0.2')).toBe(30);
});

test('a guesser who goes from one program to the next gets no more tries', async () => {
  const programs = [program(), program(), program()] as const;
  for (let n = 0; n < 5; n += 1) await programs[n % 3]?.failed('a', '10.0.0.1');
  expect(await Promise.all(programs.map((one) => one.wait('a', '10.0.0.1')))).toEqual([30, 30, 30]);
  await programs[2].succeeded('a', '10.0.0.1');
  expect(await programs[0].wait('a', '10.0.0.1')).toBe(0);
});

test('what is kept names nobody, and goes when it no longer counts', async () => {
  const tried = program();
  for (let n = 0; n < 20; n += 1) await tried.failed('pat@board.example', `10.0.0.${n}`);
  const rows = await kept();
  expect(rows).toHaveLength(40);
  expect(rows.every(({ what }) => /^[0-9a-f]{64}$/.test(what))).toBe(true);
  clock.set('2026-11-24T10:15:00Z');
  await Promise.all([tried.failed('new', '10.0.0.1'), tried.failed('newer', '10.0.0.2')]);
  expect(await kept()).toHaveLength(4);
});
