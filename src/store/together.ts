import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** What holds a connection for longer than one statement would hold it for everybody who shares it. */
const spansStatements = /^\s*(begin|start\s|savepoint|declare|lock|set\s)/i;

/**
 * A pool for single reads in which whatever is asked in one turn of the event loop travels together: one connection,
 * one write, answers in order. A page that asks four things at once then pays for one round trip.
 */
export function together(pool: pg.Pool): PostgresPool {
  let turn: Turn | undefined;
  return {
    options: {},
    async connect() {
      if (!turn) {
        turn = new Turn(pool.connect());
        // Runs when this turn's promises have gone as far as they can: who asks later waits for nobody else's answer.
        process.nextTick(() => (turn = undefined));
      }
      return turn.join();
    },
    end: () => pool.end(),
  };
}

class Turn {
  readonly #client: Promise<pg.PoolClient>;
  #asking = 0;

  constructor(client: Promise<pg.PoolClient>) {
    this.#client = client;
  }

  async join(): Promise<PostgresPoolClient> {
    this.#asking += 1;
    const client = await this.#client;
    const ask = client.query.bind(client) as (text: string, values: readonly unknown[]) => Promise<unknown>;
    const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
      if (spansStatements.test(text))
        throw new Error('Reads travel together: ask for a snapshot where several must agree');
      return ask(text, values);
    };
    const release = (): void => {
      this.#asking -= 1;
      if (this.#asking === 0) client.release();
    };
    return { query, release } as unknown as PostgresPoolClient;
  }
}
