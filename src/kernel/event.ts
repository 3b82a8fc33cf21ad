/** Values fit for queues and the audit trail: ids, enumerations, instants as text, numbers. Never words that people wrote. */
export type Ids = Record<string, string | number | boolean | null>;

/** A fact that one room publishes after a commit; other rooms react to it. */
export interface EventKind<T extends Ids = Ids> {
  (ids: T): Happened;
  readonly event: string;
}

export interface Happened {
  readonly event: string;
  readonly ids: Ids;
}

/** Declares an event, named `room.what-happened`. */
export function event<T extends Ids>(name: string): EventKind<T> {
  return Object.assign((ids: T): Happened => ({ event: name, ids }), { event: name });
}

/** Work outside the database (a send, a page) that begins after the commit. */
export interface EffectKind<T extends Ids = Ids> {
  (ids: T, startAfter?: Temporal.Instant): Effect;
  readonly effect: string;
}

export interface Effect {
  readonly effect: string;
  readonly ids: Ids;
  readonly startAfter: Temporal.Instant | undefined;
}

/** Declares an effect, named `room.verb`; a sender in `entry/worker` carries it out. */
export function effect<T extends Ids>(name: string): EffectKind<T> {
  return Object.assign(
    (ids: T, startAfter?: Temporal.Instant): Effect => ({ effect: name, ids, startAfter }),
    {
      effect: name,
    },
  );
}

export const reactionQueue = (room: string, happened: string, command: string): string =>
  `react/${room}/${happened}/${command}`;
export const effectQueue = (name: string): string => `send/${name}`;
