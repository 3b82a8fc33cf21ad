import { afterAll, beforeEach } from 'vitest';
import { addDepartment, peopleIn } from '#features/people/index.ts';
import { handOvers, receive } from '#features/hand-over/index.ts';
import { inbox } from '#features/inbox/index.ts';
import { inboxDesk, refusedWith } from '#features/inbox/builders.ts';
import { readerOf } from '#kernel/need.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import type { OpenStore } from '#store/store.ts';
import { personalData } from './index.ts';
import { passOnDetails } from './commands/pass-on.ts';
import type { Hold, PersonalDataTables, Removal } from './words.ts';

/** Details of nobody: test numbers, and a name that nobody has. */
export const canary = {
  number: '999 000 0018',
  phone: '07700 900123',
  name: 'Zephyrine Quillfeather',
} as const;
export const withDetails = `My name is ${canary.name}, NHS number ${canary.number}. Ring me on ${canary.phone} please.`;

/** Every way in which the canary could have been kept. */
const traces = ['999 000 0018', '9990000018', '07700 900123', '07700900123', 'Zephyrine', 'Quillfeather'];

export const caseRooms = [peopleIn('Europe/London'), inbox, handOvers, personalData] as const;

/** Tables of this database, of every schema, with how many rows hold a trace of the canary. Empty where none does. */
export async function tracesIn(house: TestHouse['house']): Promise<string[]> {
  const { plainPool } = house.store as OpenStore;
  const { rows: tables } = await plainPool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
     order by 1`,
  );
  if (tables.length < 20) throw new Error('These are not all tables');
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await plainPool.query<{ count: number }>(
      `select count(*)::int as count from ${name} whole where whole::text ilike any($1)`,
      [traces.map((trace) => `%${trace}%`)],
    );
    if ((rows[0]?.count ?? 0) > 0) found.push(name);
  }
  return found;
}

export const isTrace = (text: string): boolean => traces.some((trace) => text.includes(trace));

export type Case = ReturnType<typeof caseIn>;

/** Somebody at work on details in a test house. */
export function caseIn(at: TestHouse, officer: () => Actor) {
  const desk = inboxDesk(at, officer);
  const tables = () => at.house.store.read<PersonalDataTables>();
  const removalOf = (enquiry: string): Promise<Removal> =>
    tables().selectFrom('removals').selectAll().where('enquiry', '=', enquiry).executeTakeFirstOrThrow();
  const holdsOf = (removal: string): Promise<Hold[]> =>
    tables().selectFrom('holds').selectAll().where('removal', '=', removal).orderBy('placed_at').execute();
  const act = async (command: AnyCommand, id: string, input = {}, actor: Actor = officer()) => {
    const { version } = await tables()
      .selectFrom('removals')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return perform(at.house, command, { actor, id, input, version, door: 'api' });
  };
  /** What the queue holds, and what follows from it, until nothing is left to do. */
  const settle = async () => {
    for (let turn = 0; turn < 6; turn += 1) await desk.reactions();
  };
  return {
    desk,
    removalOf,
    holdsOf,
    act,
    settle,
    /** A message with details, and its record. */
    async noticed(over: Record<string, unknown> = {}) {
      const { id: enquiry } = await desk.received({ text: withDetails, ...over });
      await settle();
      return { enquiry, removal: await removalOf(enquiry) };
    },
    async passedOn(over: Record<string, unknown> = {}) {
      const made = await this.noticed(over);
      const department = await departmentIn(at, officer());
      await act(passOnDetails, made.removal.id, { department, receiver: 'Nell Archer', why: 'care' });
      await settle();
      return { enquiry: made.enquiry, removal: await removalOf(made.enquiry) };
    },
    /** The receiver presses that they have it. */
    async confirmed(over: Record<string, unknown> = {}) {
      const made = await this.passedOn(over);
      await this.receives(made.removal);
      return { enquiry: made.enquiry, removal: await removalOf(made.enquiry) };
    },
    async receives({ hand_over }: Removal) {
      await desk.bySystem('receiver', receive, hand_over ?? '', {});
      await settle();
    },
    /** One look of every timer of the room, as the worker does it, and what follows. */
    async tick() {
      for (const timer of at.house.timers.filter((one) => one.room === 'personal-data')) {
        for (const id of await timer.due(readerOf(at.house.store.read()), at.clock.now())) {
          const refused = await refusedWith(
            perform(at.house, timer.perform, { actor: systemActor('timer'), id, input: {}, door: 'worker' }),
          );
          if (!/^(done$|[\w-]+\.)/.test(refused)) throw new Error(`${timer.name}: ${refused}`);
        }
      }
      await settle();
    },
  };
}

export const departmentIn = async (at: TestHouse, actor: Actor): Promise<string> => {
  const input = {
    name: `Nursing ${newId()}`,
    publicContact: 'x',
    internalContact: 'y',
    hours: 'z',
    answers: true,
  };
  return (await perform(at.house, addDepartment, { actor, input, door: 'api' })).id;
};

/** A house of its own for a file of tests, and whoever works in it. @param now when each test begins. */
export async function openCase(now = '2026-11-24T10:00:00Z') {
  const at = await testHouse({ rooms: caseRooms, now });
  const newPeople = () => ({
    officer: at.person('Olu Officer', 'communications'),
    lead: at.person('Ingrid Governs', 'information-governance'),
    governance: at.person('Gita Governance', 'governance'),
  });
  let people = newPeople();
  afterAll(() => at.close());
  beforeEach(() => {
    at.clock.set(now);
    people = newPeople();
  });
  return { at, work: caseIn(at, () => people.officer), people: (): ReturnType<typeof newPeople> => people };
}
