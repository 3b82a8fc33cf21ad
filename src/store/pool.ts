import pg from 'pg';
import { asAway } from './away.ts';
import { temporalTypes } from './temporal.ts';

/** Where things are told that nobody waits for: a code and no personal data. */
export interface Log {
  readonly info: (facts: Record<string, unknown>, message: string) => void;
  readonly warn: (facts: Record<string, unknown>, message: string) => void;
  readonly error: (facts: Record<string, unknown>, message: string) => void;
}

export const silent: Log = { info() {}, warn() {}, error() {} };

/** How to reach the database: a folder with a socket, or a server's address. */
export type Address =
  | { readonly socket: string; readonly database: string; readonly user: string }
  | { readonly url: string };

const longestList = 500;
const names = new Map<string, string>();

/** A distinct statement gets a name, so that PostgreSQL plans it once a connection. Planning anew costs more than running. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= longestList) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** A client that names its statements and says `StoreAway` in one way whatever happened to the connection. */
class NamingClient extends pg.Client {
  // `pg` overloads `query` with callbacks and cursors; only the form that Kysely uses is named.
  override query(...given: never[]): never {
    const [text, values] = given as unknown[];
    const ask = super.query.bind(this) as (...args: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values) || typeof given[2] === 'function')
      return ask(...given) as never;
    const name = nameOf(text);
    const answer = ask(name === undefined ? { text, values } : { name, text, values }) as Promise<unknown>;
    return answer.catch((error: unknown) => {
      throw asAway(error);
    }) as never;
  }
}

export interface PoolOptions {
  readonly max: number;
  readonly log: Log;
  readonly readOnly?: boolean;
  /** Milliseconds; 5,000 unless told. */
  readonly statementTimeout?: number;
  /** Instants and dates as Temporal (true unless told); some libraries need plain values. */
  readonly temporal?: boolean;
  readonly name?: string;
}

/** `pg`'s settings for an address. */
export function connection(address: Address): pg.ClientConfig {
  return 'url' in address
    ? { connectionString: address.url }
    : { host: address.socket, database: address.database, user: address.user, port: 5432 };
}

/** A pool whose every connection has a listener: a back end that dies must not take the program with it. */
export function openPool(address: Address, options: PoolOptions): pg.Pool {
  const timeout = options.statementTimeout ?? 5000;
  const settings = [
    `-c statement_timeout=${timeout}`,
    '-c timezone=UTC',
    '-c idle_in_transaction_session_timeout=30000',
  ];
  if (options.readOnly === true) settings.push('-c default_transaction_read_only=on');
  const pool = new AwayPool({
    ...connection(address),
    max: options.max,
    connectionTimeoutMillis: 4000,
    idleTimeoutMillis: 30_000,
    application_name: options.name ?? 'signpost',
    options: settings.join(' '),
    Client: NamingClient,
    ...(options.temporal === false ? {} : { types: temporalTypes }),
  });
  const note = (error: Error): void =>
    options.log.warn({ code: String(Reflect.get(error, 'code') ?? '') }, 'a database connection ended');
  pool.on('error', note);
  pool.on('connect', (client) => client.on('error', note));
  return pool;
}

class AwayPool extends pg.Pool {
  override connect(...given: never[]): never {
    const connect = super.connect.bind(this) as (...args: unknown[]) => unknown;
    if (given.length > 0) return connect(...given) as never;
    return (connect() as Promise<unknown>).catch((error: unknown) => {
      throw asAway(error);
    }) as never;
  }
}
