import { perform } from '#kernel/perform.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import type { SystemName } from '#kernel/roles.ts';
import type { TestHouse } from '#store/testing-house.ts';
import { begin, markDone } from './commands/carrying-out.ts';
import type { ConductTables, Measure } from './words.ts';

type Input = Record<string, unknown>;

/** For tests: measures taken, carried out and decided, in a line each. `officer` acts unless another is named. */
export function conductDesk(at: TestHouse, officer: () => Actor) {
  const measures = () => at.house.store.read<ConductTables>().selectFrom('measures').selectAll();
  const rowOf = (id: string): Promise<Measure> => measures().where('id', '=', id).executeTakeFirstOrThrow();
  const bySystem = (name: SystemName, command: AnyCommand, id: string, input: Input = {}) =>
    perform(at.house, command, { actor: systemActor(name), id, input, door: 'worker' });
  return {
    rowOf,
    bySystem,
    /** Somebody takes a measure about a message, under the rule on respect unless told. */
    takes: (command: AnyCommand, enquiry: string, over: Input = {}, actor: Actor = officer()) =>
      perform(at.house, command, {
        actor,
        input: {
          enquiry,
          ...(command.verb === 'hide-details' ? {} : { houseRule: 'respect', why: 'It insults a nurse' }),
          ...over,
        },
        door: 'api',
      }),
    act: (command: AnyCommand, id: string, input: Input = {}, actor: Actor = officer()) =>
      perform(at.house, command, { actor, id, input, door: 'api' }),
    /** The sender carries it out, and the network takes it. */
    async carried(id: string): Promise<void> {
      await bySystem('sender', begin, id);
      await bySystem('sender', markDone, id);
    },
    aboutMessage: (enquiry: string): Promise<Measure[]> =>
      measures().where('enquiry', '=', enquiry).orderBy('created_at').execute(),
  };
}
