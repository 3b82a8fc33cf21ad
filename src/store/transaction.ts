import { Kysely, PostgresDialect, CompiledQuery, type PostgresPoolClient, type Transaction } from 'kysely';
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

  /** Of the statement sent first, by which the transaction begins. */
  get begun(): Promise<unknown> | undefined {
    return this.#answers[0];
  }

  /** @throws what went wrong first, which is the reason for all that followed. */
  async answered(): Promise<void> {
    for (const answer of this.#answers) await answer;
  }
}

/**
 * One transaction at READ COMMITTED. Its beginning and its end travel with what comes after and before them.
 * @param pool whose connections take statements before the last is answered.
 */
export async function transaction<T>(
  pool: pg.Pool,
  work: (trx: Transaction<AnyTables>, sent: Sent) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const sent = new Sent(client);
  sent.add(CompiledQuery.raw('start transaction isolation level read committed'));
  let broken = false;
  try {
    const done = await work(within(client, sent.begun), sent);
    // Where a statement failed, PostgreSQL rolls back instead and says so.
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('Nothing was committed');
    return done;
  } catch (error) {
    // After a roll-back that failed nobody knows what state the connection is in.
    await client.query('rollback').catch(() => (broken = true));
    await sent.answered();
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The builder of statements within the transaction. No answer counts where the transaction could not begin. */
function within(client: pg.PoolClient, begun: Promise<unknown> | undefined): Transaction<AnyTables> {
  const query = async (text: string, values: unknown[]) => {
    const [answer] = await Promise.all([client.query(text, values), begun]);
    return answer;
  };
  const only = { query, release: () => undefined } as unknown as PostgresPoolClient;
  const pool = { options: {}, connect: async () => only, end: async () => undefined };
  // It is within a transaction already, and only the kernel's own code holds it.
  return new Kysely<AnyTables>({ dialect: new PostgresDialect({ pool }) }) as Transaction<AnyTables>;
}
