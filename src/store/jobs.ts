import { Socket } from 'node:net';
import { PgBoss } from 'pg-boss';
import { CompiledQuery, sql, type Kysely } from 'kysely';
import type { AnyTables, Job } from '#kernel/store-port.ts';
import { connection, connectTimeout, type Address, type Log } from './pool.ts';
import { turns } from './turns.ts';

type Ids = Job['ids'];

/** The job queue: everything queued in a transaction happens after its commit, at least once. */
export interface Jobs {
  /** @param send hands a statement to the transaction; nobody waits for its answer before the commit. */
  readonly enqueue: (send: (statement: CompiledQuery) => void, jobs: readonly Job[]) => Promise<void>;
  work(
    queue: string,
    handler: (job: { readonly id: string; readonly ids: Ids }) => Promise<void>,
    options?: { readonly concurrency?: number },
  ): Promise<void>;
  /** Runs `run` every so many seconds, on one of several programs alone. */
  readonly every: (seconds: number, name: string, run: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds after which the queue gives up waiting for an answer: longer than ours, since nobody waits at a page. */
const queueAnswer = 15_000;
/** Seconds after which a worker looks without a notice: no notice comes when a job's time to be tried again has come. */
const unnoticed = 5;

/** Milliseconds that the queue may take to end before its connections are cut. */
const patience = 8000;

/** The queue hands these on to `pg` for all its connections, though its types do not name them. */
const whatItPassesOn = (sockets: Set<Socket>): object => ({
  query_timeout: queueAnswer,
  stream() {
    const socket = new Socket();
    sockets.add(socket);
    return socket.once('close', () => sockets.delete(socket));
  },
});

/** Seconds for which a job that failed for good is kept, so that somebody sees it. */
const aYear = 365 * 24 * 3600;

/** Jobs that failed for good and that nobody has looked at, by queue: `failed/inbox.send-reply`, or `failed/` and a room that reacts. Counted now, not estimated. */
export async function failedJobs(db: Kysely<AnyTables>): Promise<{ queue: string; count: number }[]> {
  const { rows } = await sql<{ queue: string; count: number }>`
    select name as queue, count(*)::int as count from pgboss.job
     where name like 'failed/%' and state < 'active' group by name order by name`.execute(db);
  return rows;
}

const deadLetterOf = (queue: string): string => `failed/${queue.split('/')[1] ?? 'rest'}`;

/** @param queues every queue that the rooms declare; a send to any other throws and takes its transaction back. */
export async function startJobs(address: Address, queues: readonly string[], log: Log): Promise<Jobs> {
  const sockets = new Set<Socket>();
  const boss = new PgBoss({
    ...connection(address),
    ...whatItPassesOn(sockets),
    max: 2,
    connectionTimeoutMillis: connectTimeout,
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
  for (const dead of new Set(queues.map(deadLetterOf)))
    await boss.createQueue(dead, { retryLimit: 0, retentionSeconds: aYear });
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
  const ours = turns(address);
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<unknown>>();
  return {
    async enqueue(send, jobs) {
      const db = {
        async executeSql(text: string, values: unknown[] = []) {
          send(CompiledQuery.raw(text, values));
          return { rows: [] };
        },
      };
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
          { db },
        );
      }
    },
    async work(queue, handler, options = {}) {
      for (let one = 0; one < (options.concurrency ?? 1); one += 1) await workOff(boss, queue, handler);
    },
    async every(seconds, name, run) {
      let turning = false;
      const timer = setInterval(() => {
        // A turn that has not ended yet, or waits for a database that is away, is not joined by another.
        if (turning) return;
        turning = true;
        const turn = ours
          .ours(name)
          .then((yes) => (yes ? run() : undefined))
          .catch((error: unknown) =>
            log.warn(
              { timer: name, error: error instanceof Error ? error.name : 'unknown' },
              'a timer failed; it runs again at its next turn',
            ),
          );
        running.add(turn);
        void turn.finally(() => {
          turning = false;
          running.delete(turn);
        });
      }, seconds * 1000);
      timers.add(timer);
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(running);
      await ours.close();
      // It waits for goodbyes without end: from a database that stands still none comes.
      const late = setTimeout(() => sockets.forEach((socket) => socket.destroy()), patience);
      await boss.stop({ graceful: true, timeout: 5000 }).catch(() => undefined);
      clearTimeout(late);
    },
  };
}

/**
 * One worker, one job at a time, so that each job succeeds, fails and is tried again by itself. A notice wakes it
 * for one look only, however many jobs a transaction queued: after each job it therefore looks again at once, until
 * it finds none.
 */
async function workOff(
  boss: PgBoss,
  queue: string,
  handler: (job: { readonly id: string; readonly ids: Ids }) => Promise<void>,
): Promise<void> {
  let worker: string | undefined;
  const looks = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: unnoticed };
  worker = await boss.work<Ids>(queue, looks, async (batch) => {
    try {
      for (const job of batch) await handler({ id: job.id, ids: job.data });
    } finally {
      if (worker !== undefined) boss.notifyWorker(worker);
    }
  });
}
