import type { Ids } from '#kernel/event.ts';

/** What the worker needs of the job queue; the store fills it. */
export interface Jobs {
  work(
    queue: string,
    handler: (job: { readonly id: string; readonly ids: Ids }) => Promise<void>,
    options?: { readonly concurrency?: number },
  ): Promise<void>;
  /** Runs on one of several workers only, every so many seconds. */
  every(seconds: number, name: string, run: () => Promise<void>): Promise<void>;
}

/** Where the worker says what went wrong: ids and codes only. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}
