import { randomUUIDv7 } from 'node:crypto';

/** A new UUIDv7: sorts by the time at which it was made. */
export const newId = (): string => randomUUIDv7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in its canonical form (lower case, with dashes). */
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** When an id of ours was made, by the true time and to the millisecond, whatever clock the house goes by. */
export const madeAt = (id: string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
