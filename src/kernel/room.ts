import type { AnyCommand } from './command.ts';
import type { EventKind, Ids } from './event.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Question } from './question.ts';
import type { Reader } from './need.ts';
import type { Policy, RuleName } from '#policy/index.ts';

/** When this event happens, perform this command as `system:reaction`. Idempotent: the event's id is the key. */
export interface Reaction {
  readonly on: string;
  readonly perform: AnyCommand;
  /** Which row, and with what input. `undefined` when there is nothing to do. */
  readonly from: (
    ids: Ids,
    read: Reader,
  ) => Promise<{ id?: string; input: Record<string, unknown> } | undefined>;
}

/** Every so many seconds: performs a command as `system:timer` on each row that `due` names. */
export interface Timer {
  readonly name: string;
  readonly everySeconds: number;
  readonly perform: AnyCommand;
  readonly due: (read: Reader, now: Temporal.Instant) => Promise<readonly string[]>;
}

/** A measure of a rule, for the policy page and the committee: always with its records. */
export interface Figure {
  readonly rule: RuleName;
  readonly name: string;
  /** @param policy the version in force at the end of the period: its targets are what counts as good. */
  readonly read: (
    read: Reader,
    period: { from: Temporal.Instant; to: Temporal.Instant },
    policy: Policy,
  ) => Promise<Measured>;
}

export interface Measured {
  /** Null where nothing was there to measure: never shown as good. */
  readonly value: number | null;
  readonly unit: 'share' | 'minutes' | 'count';
  readonly of: number;
  readonly sentence: string;
  /** What counts as good, in the unit of `value`, where the policy says so. */
  readonly target?: number;
}

/** A room's front door: what others, and the doors, may use of it. */
export interface Room {
  readonly name: string;
  /** How people name it. */
  readonly title: string;
  readonly lifecycles: readonly Lifecycle[];
  readonly commands: readonly AnyCommand[];
  readonly questions: readonly Question[];
  readonly reactions: readonly Reaction[];
  readonly timers: readonly Timer[];
  readonly figures: readonly Figure[];
  /** Effects that it sends, by name, so that their queues exist before anybody sends. */
  readonly effects: readonly string[];
  /** Folder of its SQL migrations, relative to the root; absent where it has no tables. */
  readonly migrations?: string;
}

export const room = (spec: Pick<Room, 'name' | 'title'> & Partial<Room>): Room => ({
  lifecycles: [],
  commands: [],
  questions: [],
  reactions: [],
  timers: [],
  figures: [],
  effects: [],
  ...spec,
});

export const on = <T extends Ids>(
  happened: EventKind<T>,
  perform: AnyCommand,
  from: (ids: T, read: Reader) => ReturnType<Reaction['from']>,
): Reaction => ({ on: happened.event, perform, from: (ids, read) => from(ids as T, read) });
