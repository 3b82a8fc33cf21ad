import type { CoverageReport, Policy } from '#policy/index.ts';
import type { AnyCommand } from './command.ts';
import type { Clock } from './clock.ts';
import { effectQueue, reactionQueue } from './event.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Reader } from './need.ts';
import type { Question } from './question.ts';
import { holds, systemStanding, type Actor, type Standing } from './rights.ts';
import type { Reaction, Room, Timer } from './room.ts';
import type { FailedJobs, Store } from './store-port.ts';

/** Finds a person's name and grants that are in force at `now`; undefined for nobody, or somebody who has left. */
export type FindStanding = (
  read: Reader,
  person: string,
  now: Temporal.Instant,
) => Promise<Standing | undefined>;

export interface Policies {
  readonly all: readonly Policy[];
  inForce(at: Temporal.Instant): Policy;
  /** @throws for a version that is not loaded: an item must never be judged by another than its own. */
  get(id: string): Policy;
  /** Packs that lie here and decide nothing: of other organisations, to read. */
  readonly others?: readonly Policy[];
  /** How each clause of a version is kept, where its pack says so. */
  readonly coverage?: (policy: Policy) => CoverageReport | undefined;
}

/** Everything that the kernel works with. `main.ts` wires one; tests wire small ones. */
export interface House {
  readonly store: Store;
  readonly clock: Clock;
  readonly policies: Policies;
  readonly rooms: readonly Room[];
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
  readonly reactions: readonly (Reaction & { readonly room: string })[];
  readonly timers: readonly (Timer & { readonly room: string })[];
  readonly findStanding: FindStanding;
  /** Encrypts a network's token under the installation's key, which lies outside the database. */
  readonly seal: (secret: string) => string;
  /** Background work that failed for good; absent where no work is done. */
  readonly failedJobs?: () => Promise<readonly FailedJobs[]>;
  readonly practice: boolean;
}

/** Every queue that the rooms' declarations need; created at start, so that no send meets a missing one. */
export function queuesOf(rooms: readonly Room[]): string[] {
  return [
    ...rooms.flatMap((room) =>
      room.reactions.map((reaction) => reactionQueue(room.name, reaction.on, reaction.perform.name)),
    ),
    ...rooms.flatMap((room) => room.effects.map(effectQueue)),
  ];
}

/**
 * Reads every declaration once and refuses to start on a contradiction.
 * @throws naming each: a command of no room's lifecycle, two commands of one name, a reaction or timer
 *   whose command does not let its system act.
 */
export function house(
  parts: Omit<House, 'commands' | 'questions' | 'lifecycles' | 'reactions' | 'timers'>,
): House {
  const lifecycles = named(
    'lifecycle',
    parts.rooms.flatMap((room) => room.lifecycles),
  );
  const commands = named(
    'command',
    parts.rooms.flatMap((room) => room.commands),
  );
  const questions = named(
    'question',
    parts.rooms.flatMap((room) => room.questions),
  );
  const reactions = parts.rooms.flatMap((room) =>
    room.reactions.map((reaction) => ({ ...reaction, room: room.name })),
  );
  const timers = parts.rooms.flatMap((room) => room.timers.map((timer) => ({ ...timer, room: room.name })));
  const wrong = [
    ...[...commands.values()]
      .filter((command) => !lifecycles.has(command.lifecycle.name))
      .map((command) => `${command.name} belongs to a lifecycle that no room declares`),
    ...[...lifecycles.values()].flatMap((lifecycle) =>
      lifecycle.steps
        .filter((step) => !commands.has(`${lifecycle.name}.${step.by}`))
        .map((step) => `${lifecycle.name} has the step ${step.by} but no command for it`),
    ),
    ...reactions
      .filter((reaction) => !systemMay(reaction.perform, 'reaction'))
      .map(
        (reaction) =>
          `${reaction.perform.name} reacts to ${reaction.on} but does not let system:reaction act`,
      ),
    ...timers
      .filter((timer) => !systemMay(timer.perform, 'timer'))
      .map((timer) => `${timer.perform.name} runs by timer but does not let system:timer act`),
  ];
  if (wrong.length > 0) throw new Error(`The house cannot open:\n${wrong.join('\n')}`);
  return { ...parts, lifecycles, commands, questions, reactions, timers };
}

function named<T extends { name: string }>(kind: string, list: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const one of list) {
    if (map.has(one.name)) throw new Error(`Two declarations of ${kind} ${one.name}`);
    map.set(one.name, one);
  }
  return map;
}

const systemMay = (command: AnyCommand, name: 'reaction' | 'timer'): boolean =>
  command.lifecycle.steps
    .filter((step) => step.by === command.verb)
    .some((step) => step.who.some((party) => holds(party, systemStanding(name), undefined)));

/** The actor with grants in force now, read through `read` (inside the transaction when a decision hangs on it). */
export async function standingOf(
  house: Pick<House, 'findStanding'>,
  read: Reader,
  actor: Actor,
  now: Temporal.Instant,
): Promise<Standing | undefined> {
  return actor.kind === 'system' ? systemStanding(actor.name) : house.findStanding(read, actor.id, now);
}
