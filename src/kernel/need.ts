import type { Kysely } from 'kysely';
import type { Policy } from '#policy/index.ts';
import type { Standing } from './rights.ts';
import type { AnyTables } from './store-port.ts';

/** Reads for a decision or a screen, typed by the room that asks. */
export interface Reader {
  readonly tables: <Tables>() => Kysely<Tables>;
}

export const readerOf = (db: Kysely<AnyTables>): Reader => ({ tables: <Tables>() => db as Kysely<Tables> });

/** What a need may look at besides the tables. */
export interface Asked {
  /** The row acted on; undefined where the command makes one. */
  readonly row: Readonly<Record<string, unknown>> | undefined;
  readonly standing: Standing;
  readonly now: Temporal.Instant;
  readonly policy: Policy;
  /** What was typed into the form that is being done, unread: only to find what it is about, never to decide by. */
  readonly typed?: unknown;
}

/** A declared read: it feeds `decide`, and the choices of the form, alike. */
export interface Need<T> {
  readonly load: (read: Reader, asked: Asked) => Promise<T>;
  /** Passes through this gate (shared) before the row is locked; whoever closes it waits or is waited for. */
  readonly gate?: string;
}

export const need = <T>(load: Need<T>['load'], options: { gate?: string } = {}): Need<T> => ({
  load,
  ...options,
});

// oxlint-disable-next-line typescript/no-explicit-any -- needs of any result; each command infers its own
export type Needs = Record<string, Need<any>>;
export type Loaded<N extends Needs> = { readonly [K in keyof N]: N[K] extends Need<infer T> ? T : never };

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
}

/** A list to choose from. */
export interface Choices<T extends Option = Option> {
  readonly list: readonly T[];
  has(id: string): boolean;
  /** @throws for an id that was not offered; `perform` has already refused such input. */
  get(id: string): T;
}

export function choices<T extends Option>(list: readonly T[]): Choices<T> {
  const byId = new Map(list.map((option) => [option.id, option]));
  return {
    list,
    has: (id) => byId.has(id),
    get(id) {
      const option = byId.get(id);
      if (!option) throw new Error(`${id} was not offered`);
      return option;
    },
  };
}

export const isChoices = (value: unknown): value is Choices =>
  typeof value === 'object' && value !== null && 'list' in value && 'has' in value;
