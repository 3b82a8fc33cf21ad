import { lookAfterPage, sendPage, type Waking } from '#entry/worker/send-pages.ts';
import { queuedIn } from '#features/inbox/builders.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import type { Night } from './testing-night.ts';
import type { PagingTables } from './words.ts';

export type WorkerLog = Parameters<typeof sendPage>[2];

/** What the worker does: timers, reactions, and the effects that are queued. Alarms are left to the sweeps. */
export async function workOff(
  night: Night,
  { open, log }: { open: (sealed: string) => string; log: WorkerLog },
): Promise<void> {
  const { house, clock } = night.house;
  const waking: Waking = { pagers: night.pagers, open, origin: 'https://signpost.example' };
  const read = readerOf(house.store.read());
  for (const timer of house.timers.filter((one) => one.room === 'on-call')) {
    for (const id of await timer.due(read, clock.now()))
      await perform(house, timer.perform, {
        actor: systemActor('timer'),
        id,
        input: {},
        door: 'worker',
      }).catch(notRefused);
  }
  await night.desk.reactions();
  const looks = await read
    .tables<PagingTables>()
    .selectFrom('page_messages')
    .select('id')
    .where('look_at', '<=', clock.now())
    .execute();
  for (const { id } of looks) await lookAfterPage(house, waking, log, id);
  for (let done = -1; done !== 0;) {
    done = 0;
    for (const job of await queuedIn(night.house, 'send/on-call.send-page')) {
      if (worked.has(job.id)) continue;
      worked.add(job.id);
      done += 1;
      await sendPage(house, waking, log, String(job.data['message']));
    }
  }
}
const worked = new Set<string>();

function notRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}
