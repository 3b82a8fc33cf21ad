import { effectQueue } from '#kernel/event.ts';
import type { House } from '#kernel/house.ts';
import { startCollecting } from './collect.ts';
import type { Jobs, Log } from './jobs.ts';
import { startReactions, startTimers } from './reactions.ts';
import type { Reach } from './reach.ts';
import { startWaking, type Waking } from './send-pages.ts';
import { startSendingReplies } from './send-replies.ts';

export interface WorkerOptions {
  readonly jobs: Jobs;
  readonly reach: Reach;
  readonly waking: Waking;
  readonly log: Log;
  readonly collectEverySeconds: number;
  endSessions(person: string): Promise<void>;
}

/** All background work of one process: reactions, timers, sending, collecting. Several may run side by side. */
export async function startWorker(house: House, options: WorkerOptions): Promise<void> {
  const { jobs, reach, waking, log } = options;
  await startReactions(house, jobs, log);
  await startTimers(house, jobs, log);
  await startWaking(house, jobs, waking, log);
  await startSendingReplies(house, jobs, reach, log);
  await startCollecting(house, jobs, reach, log, options.collectEverySeconds);
  await jobs.work(effectQueue('people.end-sessions'), async ({ ids }) => {
    if (typeof ids['person'] === 'string') await options.endSessions(ids['person']);
  });
}
