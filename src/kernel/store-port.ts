import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import type { AuditEntry } from './audit-entry.ts';

/**
 * What the kernel needs of a store. `src/store` fills it and `main.ts` hands it over.
 * Tables are typed by the rooms that own them; here they are opaque.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the one opaque schema; rooms narrow it by `read<Tables>()`
export type AnyTables = any;

/** A queued piece of work. Carries ids only; the worker loads the rows. */
export interface Job {
  queue: string;
  ids: Record<string, string | number | boolean | null>;
  /** UUID; at-least-once delivery makes it the idempotency key of what the job performs. */
  id: string;
  /** Not before this UTC instant. */
  startAfter?: Temporal.Instant;
}

/** Answer kept for an idempotency key. */
export interface KeptAnswer {
  command: string;
  row: string | null;
  digest: string;
  answer: { id: string; state: string; version: number };
}

/**
 * One write transaction at READ COMMITTED. Only `kernel/perform.ts` opens one. What only writes is sent in order and
 * not waited for: the commit follows right behind, and fails with it.
 */
export interface Writing {
  db: Transaction<AnyTables>;
  /** Sends a statement whose answer nobody reads. */
  readonly send: (statement: { compile(): CompiledQuery }) => void;
  /** Transaction advisory lock by name: `shared` to pass through a gate, `exclusive` to close it. */
  readonly gate: (name: string, mode: 'shared' | 'exclusive') => Promise<void>;
  /** Serialises users of one idempotency key, and returns the answer kept for it, if any. */
  readonly kept: (actor: string, key: string) => Promise<KeptAnswer | undefined>;
  readonly keep: (actor: string, key: string, answer: KeptAnswer) => Promise<void>;
  /** Adds to the audit trail; linked at commit by the database. */
  readonly audit: (entry: AuditEntry) => Promise<void>;
  /** Who did any of these commands to this row, ever (`person:<uuid>`): what `otherThan` asks. */
  readonly actors: (kind: string, row: string, commands: readonly string[]) => Promise<string[]>;
  /** Enqueues in this transaction: a roll-back takes the job with it. Throws for an unknown queue. */
  readonly enqueue: (jobs: Job[]) => Promise<void>;
  /** Tells live listeners at commit that something of this kind changed. */
  readonly notify: (kind: string, row: string) => Promise<void>;
}

export interface Store {
  /** Runs `work` in one transaction; a deadlock or serialisation failure is retried once. */
  readonly write: <T>(work: (writing: Writing) => Promise<T>) => Promise<T>;
  /** A read-only handle (`default_transaction_read_only`), typed by the asking room. */
  readonly read: <Tables = AnyTables>() => Kysely<Tables>;
  readonly trail: Trail;
  /** Salted digest of a value that may be personal; the salt lies outside the database. */
  readonly digest: (value: string) => string;
  /**
   * When this store was last filled from a backup, by the true time; undefined where it never was. Whatever was made
   * before it may have been done outside since the backup was taken: look there before doing it again.
   */
  readonly lastRestore: () => Promise<Temporal.Instant | undefined>;
  /** Work that was tried again and again and failed for good, by queue (`failed/inbox.send-reply`): somebody must look. */
  readonly failedJobs: () => Promise<readonly { readonly queue: string; readonly count: number }[]>;
  /** Several reads that must agree: one read-only repeatable-read transaction. */
  readonly snapshot: <T>(work: (reader: Kysely<AnyTables>) => Promise<T>) => Promise<T>;
}

/** One line of the trail as screens and exports read it: the decoded entry and its place in the chain. */
export interface TrailLine {
  sequence: number;
  hash: string;
  entry: AuditEntry;
}

/** Which lines of the trail: every given part must match. Newest first; at most 200. */
export interface TrailQuery {
  kind?: string;
  row?: string;
  clause?: string;
  rule?: string;
  actor?: string;
  command?: string;
  /** By way of which door: `web`, `api`, `cli` or `worker`. */
  door?: string;
  /** From this moment on. */
  since?: Temporal.Instant;
  /** Before this moment. */
  until?: Temporal.Instant;
  /** Only lines before this sequence, for the next page. */
  before?: number;
  limit?: number;
}

/** Reading the audit trail. Writing is `Writing.audit` alone. */
export interface Trail {
  readonly find: (query: TrailQuery) => Promise<TrailLine[]>;
  /** Number of entries by clause since an instant. */
  readonly countByClause: (policy: string, since: Temporal.Instant) => Promise<Map<string, number>>;
  head(): Promise<{ sequence: number; hash: string }>;
  /** Everything up to an entry as it leaves by export: lines of JSON that anybody can verify without us. */
  readonly exported: (upTo: number) => AsyncIterable<string>;
}

/** Work in the background that failed for good, by queue: somebody must look. */
export interface FailedJobs {
  readonly queue: string;
  readonly count: number;
}

/** A row like this one is there already, where there may be only one. */
export class AlreadyThere extends Error {
  override name = 'AlreadyThere';
  /** The table that has it. */
  readonly table: string;
  constructor(table: string, options?: ErrorOptions) {
    super(`A row like this is in ${table} already`, options);
    this.table = table;
  }
}

/** The database is away (restart, pool time-out, lost connection). Doors answer 503 with Retry-After. */
export class StoreAway extends Error {
  override name = 'StoreAway';
  readonly retryAfterSeconds: number;
  constructor(message: string, options?: ErrorOptions & { retryAfterSeconds?: number }) {
    super(message, options);
    this.retryAfterSeconds = options?.retryAfterSeconds ?? 2;
  }
}
