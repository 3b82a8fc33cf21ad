import type { Clock } from '#kernel/clock.ts';

const minutes = 15;
const perAccount = 5;
const perAddress = 20;
const mostKeys = 50_000;

/**
 * Counts failed tries: after a few, each further one must wait. They are counted for an account together with the
 * address that tried, and for that address alone; never for an account alone, so that no stranger can slow
 * anybody else down.
 */
export interface Attempts {
  /**
   * Seconds to wait before this account may be tried again from this address; nought where it may.
   * Without an account, only what came from the address counts.
   */
  readonly wait: (account: string | undefined, address: string) => number;
  readonly failed: (account: string | undefined, address: string) => void;
  readonly succeeded: (account: string, address: string) => void;
}

export function attempts(clock: Clock): Attempts {
  const failures = new Map<string, number[]>();
  const pair = (account: string, address: string): string => JSON.stringify([account, address]);
  const recent = (key: string): number[] => {
    const since = clock.now().epochMilliseconds - minutes * 60_000;
    return (failures.get(key) ?? []).filter((at) => at > since);
  };
  const waitFor = (key: string, allowed: number): number => {
    const kept = recent(key);
    const last = kept.at(-1);
    if (last === undefined || kept.length < allowed) return 0;
    // 30 seconds after the last that was free, then doubling to at most five minutes.
    const pause = Math.min(30 * 2 ** (kept.length - allowed), 300);
    return Math.max(0, Math.ceil((last + pause * 1000 - clock.now().epochMilliseconds) / 1000));
  };
  const note = (key: string): void => {
    const kept = [...recent(key), clock.now().epochMilliseconds].slice(-50);
    // Noted anew at the end: what was quiet longest goes first when there are too many.
    failures.delete(key);
    failures.set(key, kept);
    const [oldest] = failures.keys();
    if (failures.size > mostKeys && oldest !== undefined) failures.delete(oldest);
  };
  return {
    wait: (account, address) =>
      Math.max(
        account === undefined ? 0 : waitFor(pair(account, address), perAccount),
        waitFor(address, perAddress),
      ),
    failed(account, address) {
      if (account !== undefined) note(pair(account, address));
      note(address);
    },
    succeeded: (account, address) => void failures.delete(pair(account, address)),
  };
}
