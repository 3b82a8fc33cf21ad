import { effectQueue } from '#kernel/event.ts';
import type { OpenHouse } from './open-house.ts';

const queue = effectQueue('people.end-sessions');

/**
 * Waits until the sessions are ended that the filling of practice mode asked to end: whoever enters before would be
 * shown the door a moment later. At most ten seconds; after that practice begins all the same.
 */
export async function settled({ store }: Pick<OpenHouse, 'store'>): Promise<void> {
  for (let looked = 0; looked < 100; looked += 1) {
    const waiting = await store
      .read<{ 'pgboss.job': { name: string; state: string } }>()
      .selectFrom('pgboss.job')
      .select('name')
      .where('name', '=', queue)
      .where('state', 'in', ['created', 'retry', 'active'])
      .limit(1)
      .execute();
    if (waiting.length === 0) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}
