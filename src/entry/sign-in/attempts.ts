import type { Pool } from 'pg';
import type { Clock } from '#kernel/clock.ts';

const minutes = 15;
const perAccount = 5;
const perAddress = 20;
/** Seconds: after the last try that was free, and at most. */
const [firstPause, longestPause] = [30, 300];
/** How many failures that no longer count are taken away with each new one, so that the table does not grow. */
const sweptAtOnce = 100;

/**
 * Counts failed tries: after a few, each further one must wait. They are counted for an account together with the
 * address that tried, and for that address alone; never for an account alone, so that no stranger can slow
 * anybody else down. They are counted in the database, so that several programs over one server count together.
 */
export interface Attempts {
  /**
   * Seconds to wait before this account may be tried again from this address; nought where it may.
   * Without an account, only what came from the address counts.
   */
  readonly wait: (account: string | undefined, address: string) => Promise<number>;
  readonly failed: (account: string | undefined, address: string) => Promise<void>;
  readonly succeeded: (account: string, address: string) => Promise<void>;
}

interface Counting {
  readonly pool: Pool;
  readonly clock: Clock;
  /** Salted, so that what is kept names neither an account nor an address. */
  readonly digest: (text: string) => string;
  /** Turns the database's own errors into `StoreAway`. */
  readonly away: (error: unknown) => unknown;
}

export function attempts({ pool, clock, digest, away }: Counting): Attempts {
  const query = async <Row extends object>(text: string, values: unknown[]): Promise<Row[]> => {
    try {
      return (await pool.query<Row>(text, values)).rows;
    } catch (error) {
      throw away(error);
    }
  };
  const ofAddress = (address: string): string => digest(`sign-in failure ${JSON.stringify([address])}`);
  const ofPair = (account: string, address: string): string =>
    digest(`sign-in failure ${JSON.stringify([account, address])}`);
  const moment = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);
  return {
    async wait(account, address) {
      const now = clock.now();
      const pair = account === undefined ? undefined : ofPair(account, address);
      const rows = await query<{ what: string; count: number; last: Date }>(
        `select what, count(*)::int as count, max(at) as last from failed_sign_ins
          where what = any($1) and at > $2 group by what`,
        [[pair, ofAddress(address)], moment(now.subtract({ minutes }))],
      );
      const waits = rows.map(({ what, count, last }) =>
        pauseAfter(count, what === pair ? perAccount : perAddress, last, moment(now)),
      );
      return Math.max(0, ...waits);
    },
    async failed(account, address) {
      const now = clock.now();
      const whats = [ofAddress(address), ...(account === undefined ? [] : [ofPair(account, address)])];
      await query(
        `with old as (
           delete from failed_sign_ins where ctid = any (array(
             select ctid from failed_sign_ins where at <= $3 order by at limit ${sweptAtOnce}
             for update skip locked)))
         insert into failed_sign_ins (what, at) select unnest($1::text[]), $2`,
        [whats, moment(now), moment(now.subtract({ minutes }))],
      );
    },
    async succeeded(account, address) {
      await query('delete from failed_sign_ins where what = $1', [ofPair(account, address)]);
    },
  };
}

/** Seconds still to wait: 30 after the last that was free, then doubling to at most five minutes. */
function pauseAfter(count: number, free: number, last: Date, now: Date): number {
  if (count < free) return 0;
  const pause = Math.min(firstPause * 2 ** (count - free), longestPause);
  // The clocks of two programs differ a little: nobody waits longer for that.
  return Math.min(Math.ceil((last.getTime() + pause * 1000 - now.getTime()) / 1000), pause);
}
