import type { Clock } from '#kernel/clock.ts';

const minutes = 15;
const perAccount = 5;
const perAddress = 20;

/** Counts failed sign-ins: after a few, each further one must wait. A stranger can slow an account down, never lock it. */
export interface Attempts {
  /** Seconds to wait before this account from this address may try again; nought where it may. */
  readonly wait: (account: string, address: string) => number;
  readonly failed: (account: string, address: string) => void;
  readonly succeeded: (account: string) => void;
}

export function attempts(clock: Clock): Attempts {
  const failures = new Map<string, number[]>();
  const recent = (key: string): number[] => {
    const since = clock.now().epochMilliseconds - minutes * 60_000;
    const kept = (failures.get(key) ?? []).filter((at) => at > since);
    if (kept.length === 0) failures.delete(key);
    else failures.set(key, kept);
    return kept;
  };
  const waitFor = (key: string, allowed: number): number => {
    const kept = recent(key);
    const last = kept.at(-1);
    if (last === undefined || kept.length < allowed) return 0;
    // 30 seconds after the fifth, then doubling to at most five minutes.
    const pause = Math.min(30 * 2 ** (kept.length - allowed), 300);
    return Math.max(0, Math.ceil((last + pause * 1000 - clock.now().epochMilliseconds) / 1000));
  };
  const note = (key: string): void => {
    if (failures.size > 50_000) failures.clear();
    failures.set(key, [...recent(key), clock.now().epochMilliseconds].slice(-50));
  };
  return {
    wait: (account, address) =>
      Math.max(waitFor(`account ${account}`, perAccount), waitFor(`address ${address}`, perAddress)),
    failed(account, address) {
      note(`account ${account}`);
      note(`address ${address}`);
    },
    succeeded: (account) => void failures.delete(`account ${account}`),
  };
}
