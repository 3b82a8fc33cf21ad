import {
  Kysely,
  PostgresDialect,
  type CompiledQuery,
  type PostgresPoolClient,
  type Transaction,
} from 'kysely';
import type pg from 'pg';
import type { AnyTables } from '#kernel/store-port.ts';

/**
 * Statements on their way whose answers nobody reads. Each is handed to the connection at once: whatever is asked
 * afterwards, and the commit, comes behind it.
 */
export class Sent {
  readonly #client: pg.PoolClient;
  readonly #answers: Promise<unknown>[] = [];

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  add({ sql, parameters }: CompiledQuery): void {
    const answer = this.#client.query(sql, [...parameters]);
    // Told at the end, with the commit: PostgreSQL commits nothing of a transaction in which a statement failed.
    answer.catch(() => undefined);
    this.#answers.push(answer);
  }

  /** @throws what went wrong first, which is the reason for all that followed. */
  async answered(): Promise<void> {
    for (const answer of this.#answers) await answer;
  }
}

/** One transaction at READ COMMITTED. @param pool whose connections take statements before the last is answered. */
export async function transaction<T>(
  pool: pg.Pool,
  work: (trx: Transaction<AnyTables>, sent: Sent) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const lent = lend(client);
  const sent = new Sent(client);
  try {
    return await lent.db
      .transaction()
      .setIsolationLevel('read committed')
      .execute((trx) => work(trx, sent));
  } catch (error) {
    await sent.answered();
    throw error;
  } finally {
    client.release(lent.broken);
  }
}

interface Lent {
  readonly db: Kysely<AnyTables>;
  /** A roll-back failed: nobody knows what state the connection is in. */
  broken: boolean;
}

const known = new WeakMap<pg.PoolClient, Lent>();

/** The builder of statements over one connection, made once for each. */
function lend(client: pg.PoolClient): Lent {
  const before = known.get(client);
  if (before) return before;
  const query = client.query.bind(client);
  const release = (destroy?: boolean): void => {
    if (destroy === true) made.broken = true;
  };
  const only = { query, release } as unknown as PostgresPoolClient;
  const pool = { options: {}, connect: async () => only, end: async () => undefined };
  const made: Lent = { db: new Kysely<AnyTables>({ dialect: new PostgresDialect({ pool }) }), broken: false };
  known.set(client, made);
  return made;
}
