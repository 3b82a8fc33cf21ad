import { given, somebody } from '#features/people/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { leave, peopleIn } from '#features/people/index.ts';
import { askQuestion } from '#kernel/ask.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import type { Question } from '#kernel/question.ts';
import { testHouse } from '#store/testing-house.ts';
import { planShift } from './commands/plan-shift.ts';
import { onCallIn } from './index.ts';
import { rotaTimersIn } from './rota/timers.ts';

const zone = 'Europe/London';
const door = 'api';

/** A moment by the clock on the wall, such as `2026-11-27T17:00`. */
export const local = (text: string): string =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();

/** A house with people of the rota: three duty managers, who are real rows, and whoever plans. */
export async function openRota(now = '2026-11-23T10:00:00Z') {
  const at = await testHouse({ rooms: [peopleIn(zone), inbox, onCallIn(zone)], now });
  const director = at.person('Dee Director', 'director', 'administrator');
  const acting = { house: at.house, director };
  const onRota = async (name: string) => {
    const id = await somebody(acting, { name });
    const grant = await given(acting, id, 'duty-manager');
    const actor: Actor = { kind: 'person', id };
    at.grants(actor, 'duty-manager');
    return { id, grant, actor };
  };
  const [ann, ben, cat] = [await onRota('Ann Early'), await onRota('Ben Night'), await onRota('Cat Late')];
  const planner = at.person('Sam Senior', 'senior-manager');
  const read = () => readerOf(at.house.store.read());
  const act = (command: AnyCommand, actor: Actor, input: Record<string, unknown> = {}, id?: string) =>
    perform(at.house, command, {
      actor,
      id,
      input,
      door,
      version: id === undefined ? undefined : versions.get(id),
    });
  /** Versions that somebody saw, for commands that ask for one. */
  const versions = new Map<string, number>();
  return {
    at,
    director,
    planner,
    ann,
    ben,
    cat,
    acting,
    onRota,
    read,
    act,
    versions,
    /** What came of it: `done`, a refusal's code, or the fields that were wrong with what was said. */
    told: (command: AnyCommand, actor: Actor, input: Record<string, unknown> = {}, id?: string) =>
      act(command, actor, input, id).then(
        () => 'done',
        (error: unknown) => {
          if (error instanceof Refused) return error.code;
          if (error instanceof InputRefused)
            return error.errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
          throw error;
        },
      ),
    plan: async (person: { id: string }, from: string, to: string, more: Record<string, unknown> = {}) =>
      (
        await act(planShift, planner, {
          person: person.id,
          from: local(from),
          to: local(to),
          anyway: false,
          ...more,
        })
      ).id,
    ask: async <T>(question: Question, actor: Actor, input: Record<string, unknown> = {}) =>
      (await askQuestion(at.house, question, { actor, input })) as T,
    /** What the worker does at each of its turns. */
    async turn() {
      for (const timer of rotaTimersIn(zone))
        for (const id of await timer.due(read(), at.clock.now()))
          await perform(at.house, timer.perform, {
            actor: systemActor('timer'),
            id,
            input: {},
            door: 'worker',
          });
    },
    leaves: (person: { id: string }) =>
      perform(at.house, leave, { actor: director, id: person.id, input: {}, door }),
  };
}

export type OpenRota = Awaited<ReturnType<typeof openRota>>;
