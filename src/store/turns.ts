import type pg from 'pg';
import { oneClient, type Address } from './pool.ts';

/** Who among several programs runs which timer. */
export interface Turns {
  /** True where this program runs the timer of that name, now and until it stops or falls silent. */
  readonly ours: (name: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Milliseconds to wait for an answer. */
const answer = 5000;
/** Milliseconds of silence after which PostgreSQL ends the connection: a program that stands still gives its turns away. */
const silence = 60_000;

/**
 * One connection holds a lock for each timer that this program runs. Locks go with the connection, so another
 * program takes the timers over when this one ends, is killed or stands still. What runs twice at such a moment
 * must bear it: every command looks at its row before it changes it.
 */
export function turns(address: Address): Turns {
  let line: Promise<pg.Client> | undefined;
  const held = new Set<string>();
  const connected = (): Promise<pg.Client> => {
    if (line) return line;
    const client = oneClient(address, {
      name: 'signpost timers',
      answer,
      settings: `-c idle_session_timeout=${silence}`,
    });
    const made = client.connect().then(() => client);
    line = made;
    const lost = (): void => {
      if (line !== made) return;
      line = undefined;
      held.clear();
    };
    client.once('end', lost);
    made.catch(lost);
    return made;
  };
  return {
    async ours(name) {
      const client = await connected();
      const ask = held.has(name)
        ? 'select true as ours'
        : 'select pg_try_advisory_lock(hashtextextended($1, 0)) as ours';
      const { rows } = await client.query<{ ours: boolean }>(
        ask,
        held.has(name) ? [] : [`signpost.every.${name}`],
      );
      if (rows[0]?.ours !== true) return false;
      held.add(name);
      return true;
    },
    async close() {
      const client = await line?.catch(() => undefined);
      await client?.end().catch(() => undefined);
    },
  };
}
