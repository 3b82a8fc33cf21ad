import { Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely';
import type pg from 'pg';
import { StoreAway, type AnyTables, type Store, type Writing } from '#kernel/store-port.ts';
import { asAway, asKnown, sqlState } from './away.ts';
import { failedJobs, startJobs, type Jobs } from './jobs.ts';
import { listen, type Listening } from './listen.ts';
import { migrate, type MigrationSource } from './migrate.ts';
import { onThisMachine, own, type Manner } from './owner.ts';
import { oneClient, openPool, type Address, type Log } from './pool.ts';
import { postmaster, type Postmaster } from './postmaster.ts';
import { otherKeys, secretsIn, type Secrets } from './secrets.ts';
import type { StoreTables } from './tables.ts';
import { together } from './together.ts';
import { trail } from './trail.ts';
import { transaction } from './transaction.ts';
import { writingOn } from './writing.ts';

export interface StoreOptions {
  /** Signpost's folder: the private PostgreSQL, its keys and its log. */
  readonly folder: string;
  /** A PostgreSQL server to use instead of the private one; keys still lie in the folder. */
  readonly url?: string | undefined;
  readonly migrations: readonly MigrationSource[];
  readonly queues: readonly string[];
  readonly log: Log;
  /** A file inside the checkout, from which packages are found. */
  readonly from: string;
  readonly secretKey?: string | undefined;
  /** A guest asks without owning: no migration, no jobs to work, no watch. For commands beside a running program. */
  readonly guest?: boolean;
  /** True where nobody else may serve it meanwhile. A folder is always had alone; several programs may serve a server. */
  readonly alone?: boolean;
  /** False only in tests. */
  readonly fsync?: boolean;
}

export interface OpenStore extends Store, Secrets {
  readonly kind: 'embedded' | 'server';
  readonly address: Address;
  readonly jobs: Jobs;
  readonly listening: Listening;
  /** Small, without Temporal values: for the sign-in library, which cannot carry them. */
  readonly plainPool: pg.Pool;
  /** Runs work that programs which start at the same moment must not do at once. */
  oneAtATime<T>(what: string, work: () => Promise<T>): Promise<T>;
  /** True when the database answers. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the store: starts or adopts the private PostgreSQL, owns it, migrates, starts the queue. @throws FolderInUse */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const embedded = options.url === undefined ? privateOne(options) : undefined;
  await embedded?.ensure();
  const address: Address =
    options.url === undefined
      ? { socket: embedded?.socket ?? '', database: 'postgres', user: 'signpost' }
      : { url: options.url };
  const manner: Manner = options.url === undefined || options.alone === true ? 'alone' : 'beside-others';
  const what = options.url === undefined ? options.folder : 'This database';
  const ownership = options.guest === true ? undefined : await own(address, what, manner, options.log);
  try {
    if (!options.guest) await migrate(address, options.migrations);
    const opened = await connectStore(address, options);
    if (!options.guest) {
      embedded?.watch();
      await checkKeys(address, opened, options);
    }
    return {
      ...opened,
      kind: options.url === undefined ? 'embedded' : 'server',
      async close() {
        await opened.close();
        await ownership?.release();
        if (!options.guest) await embedded?.stop();
      },
    };
  } catch (error) {
    await ownership?.release();
    throw error;
  }
}

/** Notes whose keys this store is filled by, and says plainly where they are not those that lie in the folder. */
async function checkKeys(address: Address, { mark }: Secrets, { folder, log }: StoreOptions): Promise<void> {
  const client = oneClient(address, { name: 'signpost start', answer: 10_000 });
  await client.connect();
  try {
    await client.query('insert into keys_mark (mark) values ($1) on conflict do nothing', [mark]);
    const { rows } = await client.query<{ mark: string }>('select mark from keys_mark');
    if (rows[0]?.mark !== mark) log.warn({}, otherKeys(folder));
  } finally {
    await client.end();
  }
}

function privateOne(options: StoreOptions): Postmaster {
  if (!options.guest) onThisMachine(options.folder);
  return postmaster(options.folder, {
    log: options.log,
    from: options.from,
    ...(options.fsync === undefined ? {} : { fsync: options.fsync }),
  });
}

const kyselyOn = (pool: PostgresPool): Kysely<AnyTables> =>
  new Kysely<AnyTables>({ dialect: new PostgresDialect({ pool }) });

/** Pools, queue and listener over a database that is there and migrated. */
export async function connectStore(
  address: Address,
  options: StoreOptions,
): Promise<Omit<OpenStore, 'kind'>> {
  const { log } = options;
  const writePool = openPool(address, { max: 6, log, name: 'signpost write', pipeline: true });
  const readPool = openPool(address, { max: 5, log, readOnly: true, name: 'signpost read', pipeline: true });
  const plainPool = openPool(address, { max: 3, log, temporal: false, name: 'signpost sign-in' });
  const read = kyselyOn(together(readPool));
  const reading = kyselyOn(readPool);
  const secrets = secretsIn(options.folder, options.secretKey);
  const jobs = await startJobs(address, options.queues, log);
  const listening = await listen(address, log);
  return {
    ...secrets,
    address,
    jobs,
    listening,
    plainPool,
    oneAtATime: (what, work) => oneAtATime(address, what, work),
    trail: trail(() => read),
    lastRestore: () => lastRestore(read),
    failedJobs: () => failedJobs(read),
    write: (work) => writeOnce(writePool, jobs, work),
    read: <Tables>() => read as Kysely<Tables>,
    snapshot: (work) =>
      reading
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((trx) => work(trx)),
    async healthy() {
      try {
        await sql`select 1`.execute(read);
        return true;
      } catch (error) {
        if (asAway(error) instanceof StoreAway) return false;
        throw error;
      }
    },
    async close() {
      await jobs.stop();
      await listening.close();
      await Promise.all([writePool.end(), read.destroy(), plainPool.end()]);
    },
  };
}

async function lastRestore(db: Kysely<StoreTables>): Promise<Temporal.Instant | undefined> {
  const last = await db.selectFrom('restores').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst();
  return last?.at;
}

async function oneAtATime<T>(address: Address, what: string, work: () => Promise<T>): Promise<T> {
  const client = oneClient(address, { name: 'signpost start', answer: 60_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`signpost.${what}`]);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A decision is pure, so a deadlock or a serialisation failure may simply be decided again, once. */
async function writeOnce<T>(pool: pg.Pool, jobs: Jobs, work: (writing: Writing) => Promise<T>): Promise<T> {
  const attempt = (): Promise<T> => transaction(pool, (trx, sent) => work(writingOn(trx, jobs, sent)));
  try {
    return await attempt();
  } catch (error) {
    const state = sqlState(error);
    if (state === '40P01' || state === '40001')
      return attempt().catch((again: unknown) => Promise.reject(asKnown(again)));
    throw asKnown(error);
  }
}
