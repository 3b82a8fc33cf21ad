import { reactionQueue } from '#kernel/event.ts';
import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import type { Jobs, Log } from './jobs.ts';

/** Performs each room's reactions as their events arrive: at least once, and the job's id makes it once. */
export async function startReactions(house: House, jobs: Jobs, log: Log): Promise<void> {
  for (const reaction of house.reactions) {
    const queue = reactionQueue(reaction.room, reaction.on, reaction.perform.name);
    await jobs.work(queue, async (job) => {
      const asked = await reaction.from(job.ids, readerOf(house.store.read()));
      if (!asked) return;
      await settled(log, reaction.perform.name, () =>
        perform(house, reaction.perform, {
          actor: systemActor('reaction'),
          id: asked.id,
          input: asked.input,
          key: job.id,
          door: 'worker',
        }),
      );
    });
  }
}

/** Runs each room's timers: a deadline is a column, so what an alarm missed is found at the next look. */
export async function startTimers(house: House, jobs: Jobs, log: Log): Promise<void> {
  for (const timer of house.timers) {
    await jobs.every(timer.everySeconds, `${timer.room}.${timer.name}`, async () => {
      const now = house.clock.now();
      for (const id of await timer.due(readerOf(house.store.read()), now)) {
        await settled(log, timer.perform.name, () =>
          perform(house, timer.perform, { actor: systemActor('timer'), id, input: {}, door: 'worker' }),
        );
      }
    });
  }
}

/**
 * A refusal ends a system's work: somebody else has done it, or it is no longer so.
 * But a system that may not do what it is for is our fault, and is never dropped in silence.
 */
export async function settled(
  log: Log,
  command: string,
  act: () => Promise<unknown>,
): Promise<'done' | 'refused'> {
  try {
    await act();
    return 'done';
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'kernel.not-yours') throw error;
    log.info({ command, refused: error.code }, 'nothing to do');
    return 'refused';
  }
}
