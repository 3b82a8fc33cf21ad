import { effectQueue } from '#kernel/event.ts';
import type { House } from '#kernel/house.ts';
import { startCarryingOut } from './carry-out.ts';
import { startCollecting } from './collect.ts';
import type { Jobs, Log } from './jobs.ts';
import { startReadingDeliveries } from './read-deliveries.ts';
import { startReactions, startTimers } from './reactions.ts';
import { startWritingLetters, type Post } from './letters.ts';
import type { Reach } from './reach.ts';
import { startWaking, type Waking } from './send-pages.ts';
import { startSendingReplies } from './send-replies.ts';

export interface WorkerOptions {
  readonly jobs: Jobs;
  readonly reach: Reach;
  readonly waking: Waking;
  readonly log: Log;
  /** How letters go out to people without an account. */
  readonly post: Post;
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
  await startCarryingOut(house, jobs, reach, log);
  await startWritingLetters(house, jobs, options.post, log);
  await startCollecting(house, jobs, reach, log, options.collectEverySeconds);
  await startReadingDeliveries(house, jobs, reach, log);
  await jobs.work(effectQueue('people.end-sessions'), async ({ ids }) => {
    if (typeof ids['person'] === 'string') await options.endSessions(ids['person']);
  });
}
