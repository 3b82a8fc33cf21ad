import type { Socket } from 'node:net';
import pg from 'pg';
import { asAway, sqlState } from './away.ts';
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

/** How long a statement may take at the server; longer ones are ended there. */
const statementTimeout = 5000;
/** How long we wait for an answer. A server that stands still, or a line that swallows everything, never says no. */
const answerTimeout = 6500;
/** How long a connection may take to come about. */
export const connectTimeout = 4000;
/** How long a connection may take to say goodbye before it is cut. */
const goodbyeTimeout = 2000;

/**
 * A client that waits for nothing without end: an answer that does not come in `query_timeout` ends the
 * connection, since whatever followed on it would wait behind the same silence.
 */
class BoundedClient extends pg.Client {
  override query(...given: never[]): never {
    this.gather();
    const ask = super.query.bind(this) as (...args: unknown[]) => unknown;
    const answer = ask(...this.asked(given));
    if (!(answer instanceof Promise)) return answer as never;
    return answer.catch((error: unknown) => {
      if (error instanceof Error && error.message === 'Query read timeout') this.cut();
      throw error;
    }) as never;
  }

  protected asked(given: readonly unknown[]): readonly unknown[] {
    return given;
  }

  /** Where statements may follow each other unanswered, all of one turn of the event loop leave in one write. */
  private gather(): void {
    const { pipeline, connection } = this as unknown as {
      pipeline: boolean;
      connection: { stream: Socket };
    };
    if (!pipeline) return;
    connection.stream.cork();
    process.nextTick(() => connection.stream.uncork());
  }

  override end(...given: never[]): never {
    const late = setTimeout(() => this.cut(), goodbyeTimeout);
    this.once('end', () => clearTimeout(late));
    return (super.end.bind(this) as (...args: unknown[]) => unknown)(...given) as never;
  }

  private cut(): void {
    // The pool asks this when the client is given back, which may be before the socket's end has come through.
    Reflect.set(this, '_queryable', false);
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

/** A client that names its statements and says `StoreAway` in one way whatever happened to the connection. */
const namingClient = (log: Log): typeof BoundedClient =>
  class NamingClient extends BoundedClient {
    // `pg` overloads `query` with callbacks and cursors; only the form that Kysely uses is named.
    override query(...given: never[]): never {
      const answer: unknown = super.query(...given);
      if (!(answer instanceof Promise)) return answer as never;
      return answer.catch((error: unknown) => {
        // Whoever waited is told to try again; that a statement is slow must not be lost with that. It holds no values.
        if (sqlState(error) === '57014')
          log.warn({ statement: String(given[0]).slice(0, 500) }, 'a statement took too long and was ended');
        throw asAway(error);
      }) as never;
    }

    protected override asked(given: readonly unknown[]): readonly unknown[] {
      const [text, values] = given;
      if (typeof text !== 'string' || !Array.isArray(values) || typeof given[2] === 'function') return given;
      const name = nameOf(text);
      return [name === undefined ? { text, values } : { name, text, values }];
    }
  };

export interface PoolOptions {
  readonly max: number;
  readonly log: Log;
  readonly readOnly?: boolean;
  /** Instants and dates as Temporal (true unless told); some libraries need plain values. */
  readonly temporal?: boolean;
  readonly name?: string;
  /** Statements may be sent before the one before them is answered. They are run and answered in order all the same. */
  readonly pipeline?: boolean;
}

/** `pg`'s settings for an address. */
export function connection(address: Address): pg.ClientConfig {
  return 'url' in address
    ? { connectionString: address.url }
    : { host: address.socket, database: address.database, user: address.user, port: 5432 };
}

/** A pool whose every connection has a listener: a back end that dies must not take the program with it. */
export function openPool(address: Address, options: PoolOptions): pg.Pool {
  const settings = [
    `-c statement_timeout=${statementTimeout}`,
    '-c timezone=UTC',
    '-c idle_in_transaction_session_timeout=30000',
  ];
  if (options.readOnly === true) settings.push('-c default_transaction_read_only=on');
  const pool = new AwayPool({
    ...connection(address),
    max: options.max,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: answerTimeout,
    idleTimeoutMillis: 30_000,
    // A back end remembers every statement and table that it ever met: a new one now and then keeps it small.
    maxLifetimeSeconds: 1800,
    application_name: options.name ?? 'signpost',
    options: settings.join(' '),
    Client: namingClient(options.log),
    ...(options.pipeline === true ? { pipeline: true } : {}),
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

/**
 * One connection outside the pools, not yet connected. A lost one errs twice (PostgreSQL's last word, then the
 * socket's end): neither may end the program.
 * @param options.answer milliseconds to wait for an answer; as long as it takes unless told.
 */
export function oneClient(
  address: Address,
  options: { readonly name: string; readonly answer?: number; readonly settings?: string },
): pg.Client {
  const client = new BoundedClient({
    ...connection(address),
    application_name: options.name,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    ...(options.answer === undefined ? {} : { query_timeout: options.answer }),
    ...(options.settings === undefined ? {} : { options: options.settings }),
  });
  client.on('error', () => undefined);
  return client;
}
