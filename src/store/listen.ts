import type pg from 'pg';
import { oneClient, type Address, type Log } from './pool.ts';

/** A row that changed. */
export interface Changed {
  readonly kind: string;
  readonly row: string;
}

/** Tells open pages which rows changed. */
export interface Listening {
  /** @returns how to stop. `onChange` also runs after a lost connection, when anything may have changed. */
  readonly subscribe: (
    kinds: readonly string[],
    onChange: (changed?: readonly Changed[]) => void,
  ) => () => void;
  readonly close: () => Promise<void>;
}

export const channel = 'signpost_changed';

/** Milliseconds between two looks whether the line still lives, and how long an answer may take. A dead line says nothing. */
const usual = { every: 15_000, answer: 5000 };
const gatherMilliseconds = 100;

/** One LISTEN connection for the whole program; changes within a tenth of a second are told together. */
export async function listen(address: Address, log: Log, heartbeat = usual): Promise<Listening> {
  const subscribers = new Set<{
    kinds: ReadonlySet<string>;
    onChange: (changed?: readonly Changed[]) => void;
  }>();
  let changed: Changed[] = [];
  let gathering: NodeJS.Timeout | undefined;
  let closed = false;
  let client: pg.Client | undefined;

  const tell = (): void => {
    gathering = undefined;
    const told = changed;
    changed = [];
    for (const one of subscribers) {
      const own = told.filter((each) => one.kinds.has(each.kind));
      if (own.length > 0) one.onChange(own);
    }
  };
  const connect = async (): Promise<void> => {
    const fresh = oneClient(address, { name: 'signpost listener', answer: heartbeat.answer });
    fresh.on('notification', ({ payload }) => {
      const [kind = '', row = ''] = (payload ?? '').split(' ');
      changed.push({ kind, row });
      gathering ??= setTimeout(tell, gatherMilliseconds);
    });
    await fresh.connect();
    fresh.once('end', () => void (client === fresh && reconnect()));
    await fresh.query(`listen ${channel}`);
    client = fresh;
  };
  const reconnect = async (): Promise<void> => {
    if (closed) return;
    log.warn({}, 'live updates lost their connection');
    for (let wait = 200; !closed; wait = Math.min(wait * 2, 5000)) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      try {
        await connect();
        for (const one of subscribers) one.onChange();
        return;
      } catch {
        // The database is still away: the next turn tries again.
      }
    }
  };
  await connect();
  // An answer that stays out ends the connection (see `oneClient`), and its end is what reconnects.
  const beat = setInterval(() => void client?.query('select 1').catch(() => undefined), heartbeat.every);
  beat.unref();
  return {
    subscribe(kinds, onChange) {
      const one = { kinds: new Set(kinds), onChange };
      subscribers.add(one);
      return () => subscribers.delete(one);
    },
    async close() {
      closed = true;
      clearInterval(beat);
      clearTimeout(gathering);
      await client?.end().catch(() => undefined);
    },
  };
}
