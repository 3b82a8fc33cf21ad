import { afterEach, expect, test } from 'vitest';
import { resolve } from 'node:path';
import { newId } from '#kernel/ids.ts';
import type { OpenStore } from './store.ts';
import { testStore } from './testing.ts';

const queue = 'send/test.burst';
const opened: OpenStore[] = [];

async function open(): Promise<OpenStore> {
  const store = await testStore({ rooms: [], queues: [queue], root: resolve(import.meta.dirname, '../..') });
  opened.push(store);
  return store;
}
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

const numbered = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ queue, ids: { number }, id: newId() }));

/** Works the queue, counts how often each number was tried, and says when `done` numbers were finished. */
async function counting(
  store: OpenStore,
  done: number,
  handle: (number: number, times: number) => void = () => undefined,
): Promise<{ tried: Map<number, number>; finished: Promise<unknown> }> {
  const tried = new Map<number, number>();
  const good = new Set<number>();
  const { promise, resolve: finish } = Promise.withResolvers<void>();
  await store.jobs.work(queue, async ({ ids }) => {
    const number = Number(ids['number']);
    const times = (tried.get(number) ?? 0) + 1;
    tried.set(number, times);
    handle(number, times);
    good.add(number);
    if (good.size === done) finish();
  });
  return { tried, finished: promise };
}

test('a burst on one queue is worked off at once, not one job a look', { timeout: 10_000 }, async () => {
  const store = await open();
  const { tried, finished } = await counting(store, 61);
  // The first wakes the worker and lets it fall asleep again: from here on only a notice wakes it.
  await store.write((writing) => writing.enqueue(numbered(61).slice(60)));
  await store.write((writing) => writing.enqueue(numbered(60)));
  await finished;
  expect([...tried.values()]).toEqual(Array.from({ length: 61 }, () => 1));
});

test(
  'a job that fails is tried again by itself; its neighbours are done once',
  { timeout: 25_000 },
  async () => {
    const store = await open();
    const { tried, finished } = await counting(store, 20, (number, times) => {
      if (number === 7 && times === 1) throw new Error('this one fails the first time');
    });
    await store.write((writing) => writing.enqueue(numbered(20)));
    await finished;
    expect(Object.fromEntries(tried)).toEqual(
      Object.fromEntries(Array.from({ length: 20 }, (_, number) => [number, number === 7 ? 2 : 1])),
    );
  },
);

test('a job that fails for good is counted where somebody can see it', { timeout: 15_000 }, async () => {
  const store = await open();
  expect(await store.failedJobs()).toEqual([]);
  await store.write((writing) => writing.enqueue(numbered(3)));
  await store.plainPool.query('update pgboss.job set retry_limit = 0 where name = $1', [queue]);
  await counting(store, 3, () => {
    throw new Error('never');
  });
  await expect
    .poll(() => store.failedJobs(), { timeout: 10_000 })
    .toEqual([{ queue: 'failed/test.burst', count: 3 }]);
});
