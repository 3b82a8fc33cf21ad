import { AlreadyThere, StoreAway } from '#kernel/store-port.ts';

const awayCodes =
  /^(57014|57P0[1-5]|08\w{3}|53\w{3}|EPIPE|ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOENT|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)$/;
const awayWords =
  /connection terminated|not queryable|timeout exceeded when trying to connect|client was closed|connection error|query read timeout|timeout expired|cannot use a pool after/i;

/** Is this the database being away (restarting, unreachable, full), rather than something wrong with the question? */
export function isAway(error: unknown): boolean {
  if (error instanceof StoreAway) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return awayCodes.test(code) || (code === '' && awayWords.test(error.message));
}

/** Gives every way of being away one name; leaves everything else as it is. */
export function asAway(error: unknown): unknown {
  if (error instanceof StoreAway || !isAway(error)) return error;
  return new StoreAway('The database is away for a moment. Nothing was lost; try again shortly.', {
    cause: error,
  });
}

/** Gives the errors of a write the names by which the kernel knows them; leaves everything else as it is. */
export function asKnown(error: unknown): unknown {
  if (sqlState(error) !== '23505') return asAway(error);
  const table = error instanceof Error && 'table' in error ? error.table : undefined;
  return typeof table === 'string' ? new AlreadyThere(table, { cause: error }) : error;
}

/** The SQLSTATE of a PostgreSQL error, if it is one. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
