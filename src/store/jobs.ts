import { fromKysely, PgBoss } from 'pg-boss';
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { AnyTables, Job } from '#kernel/store-port.ts';
import { connection, type Address, type Log } from './pool.ts';

type Ids = Job['ids'];

/** The job queue: everything queued in a transaction happens after its commit, at least once. */
export interface Jobs {
  readonly enqueue: (db: Kysely<AnyTables>, jobs: readonly Job[]) => Promise<void>;
  work(
    queue: string,
    handler: (job: { readonly id: string; readonly ids: Ids }) => Promise<void>,
    options?: { readonly concurrency?: number },
  ): Promise<void>;
  /** Runs `run` every so many seconds on one of several workers: who holds the lock of that name. */
  readonly every: (seconds: number, name: string, run: () => Promise<void>) => Promise<void>;
  /** Jobs that failed for good, by queue: somebody must look. */
  deadLetters(): Promise<{ queue: string; count: number }[]>;
  readonly stop: () => Promise<void>;
}

const deadLetterOf = (queue: string): string => `failed/${queue.split('/')[1] ?? 'rest'}`;

/** @param queues every queue that the rooms declare; a send to any other throws and takes its transaction back. */
export async function startJobs(address: Address, queues: readonly string[], log: Log): Promise<Jobs> {
  const config =
    'url' in address
      ? { connectionString: address.url }
      : { host: address.socket, user: address.user, database: address.database, port: 5432 };
  const boss = new PgBoss({
    ...config,
    max: 4,
    useListenNotify: true,
    schedule: false,
    supervise: true,
    application_name: 'signpost jobs',
  });
  boss.on('error', (error) =>
    log.warn({ code: String(Reflect.get(error, 'code') ?? '') }, 'the job queue met an error'),
  );
  await boss.start();
  const known = new Set(queues);
  for (const dead of new Set(queues.map(deadLetterOf))) await boss.createQueue(dead, { retryLimit: 0 });
  for (const queue of queues) {
    await boss.createQueue(queue, {
      notify: true,
      retryLimit: 8,
      retryBackoff: true,
      retryDelay: 2,
      retryDelayMax: 600,
      expireInSeconds: 120,
      deadLetter: deadLetterOf(queue),
    });
  }
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<unknown>>();
  return {
    async enqueue(db, jobs) {
      for (const job of jobs) {
        if (!known.has(job.queue)) throw new Error(`Nobody declared the queue ${job.queue}`);
        await boss.insert(
          job.queue,
          [
            {
              id: job.id,
              data: job.ids,
              ...(job.startAfter ? { startAfter: job.startAfter.toString() } : {}),
            },
          ],
          { db: fromKysely(db) },
        );
      }
    },
    async work(queue, handler, options = {}) {
      await boss.work<Ids>(
        queue,
        { pollingIntervalSeconds: 2, localConcurrency: options.concurrency ?? 1 },
        async (batch) => {
          for (const job of batch) await handler({ id: job.id, ids: job.data });
        },
      );
    },
    async every(seconds, name, run) {
      const timer = setInterval(() => {
        const turn = whileHolding(address, `signpost.every.${name}`, run).catch((error: unknown) =>
          log.warn(
            { timer: name, error: error instanceof Error ? error.name : 'unknown' },
            'a timer failed; it runs again at its next turn',
          ),
        );
        running.add(turn);
        void turn.finally(() => running.delete(turn));
      }, seconds * 1000);
      timers.add(timer);
    },
    async deadLetters() {
      const found = await Promise.all(
        [...new Set(queues.map(deadLetterOf))].map(async (queue) => ({
          queue,
          count: (await boss.getQueue(queue))?.queuedCount ?? 0,
        })),
      );
      return found.filter((one) => one.count > 0);
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(running);
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}

/** Runs only where nobody else holds the lock of that name; the lock goes with the connection. */
async function whileHolding(address: Address, name: string, run: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...connection(address), connectionTimeoutMillis: 4000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
      [name],
    );
    if (rows[0]?.got === true) await run();
  } finally {
    await client.end().catch(() => undefined);
  }
}
