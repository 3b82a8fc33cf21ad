import { afterAll, beforeEach } from 'vitest';
import { inboxDesk, queuedIn } from '#features/inbox/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { addDepartment, peopleIn } from '#features/people/index.ts';
import { effectQueue, type Ids } from '#kernel/event.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import type { OpenStore } from '#store/store.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { handOvers } from './index.ts';
import type { HandOver, HandOverTables } from './words.ts';

/** For tests: an inbox, its departments, and what was handed over to them. */
export async function openDesk(now = '2026-11-24T10:00:00Z', policies?: readonly string[]) {
  const rooms = [peopleIn('Europe/London'), inbox, handOvers];
  const at = await testHouse({ rooms, now, ...(policies ? { policies } : {}) });
  const newOfficer = () => at.person('Olu Officer', 'communications');
  let officer = newOfficer();
  afterAll(() => at.close());
  beforeEach(() => {
    at.clock.set(now);
    officer = newOfficer();
  });
  return {
    at,
    desk: inboxDesk(at, () => officer),
    officer: (): Actor => officer,
    ...handOversIn(at, () => officer),
  };
}

function handOversIn(at: TestHouse, officer: () => Actor) {
  const tables = () => at.house.store.read<HandOverTables>();
  const letters = new Set<string>();
  return {
    /** A department that answers people, with these addresses. */
    async department(internalContact = 'ward@board.example, deputy@board.example'): Promise<string> {
      const input = {
        name: `Nursing ${newId()}`,
        publicContact: 'The ward',
        internalContact,
        hours: 'Weekdays',
        answers: true,
      };
      return (await perform(at.house, addDepartment, { actor: officer(), input, door: 'api' })).id;
    },
    rowOf: (id: string): Promise<HandOver> =>
      tables().selectFrom('hand_overs').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    /** The latest of an enquiry. */
    ofEnquiry: (enquiry: string): Promise<HandOver> =>
      tables()
        .selectFrom('hand_overs')
        .selectAll()
        .where('enquiry', '=', enquiry)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    /** What was sealed, as its receiver reads it. */
    opened: (sealed: unknown): string => (at.house.store as OpenStore).open(String(sealed)),
    byReceiver: (command: Parameters<typeof perform>[1], id: string, input: object = {}) =>
      perform(at.house, command, { actor: systemActor('receiver'), id, input, door: 'web' }),
    /** Letters that were asked for since the last look: why each. */
    async lettersAsked(handOver: string): Promise<string[]> {
      const jobs = await queuedIn(at, effectQueue('hand-over.send-letter'));
      const fresh = jobs.filter(
        (job: { id: string; data: Ids }) => job.data['handOver'] === handOver && !letters.has(job.id),
      );
      for (const job of fresh) letters.add(job.id);
      return fresh.map((job) => String(job.data['why']));
    },
    /** Moves the clock, and lets every timer do what is due by then. */
    async timersAt(moment: string): Promise<void> {
      at.clock.set(moment);
      const now = at.house.clock.now();
      for (const timer of at.house.timers.filter((one) => one.room === 'hand-over')) {
        for (const id of await timer.due(readerOf(at.house.store.read()), now))
          await perform(at.house, timer.perform, {
            actor: systemActor('timer'),
            id,
            input: {},
            door: 'worker',
          });
      }
    },
  };
}
