/** What a network's own test file hands to the contract suite: the network, and the people around it. */
import { newId } from '#kernel/ids.ts';
import type { Call, Incoming, Network, Outgoing, Part, Polled, Published } from '../network.ts';

export type Measure = 'hide' | 'restrict' | 'block';

export interface World {
  readonly network: Network;
  /** A call as our official account, at the time of asking. */
  readonly call: () => Call;
  /** Somebody of the public writes to or about our account. @returns the network's id of what they wrote. */
  readonly writes: (text: string, replyTo?: string) => Promise<string>;
  /** Somebody takes back what they wrote. */
  readonly takesBack: (id: string) => Promise<void>;
  /** How many of our posts the public can see with exactly these words. Does not ask through `network`. */
  readonly visible: (text: string) => Promise<number>;
  /** True where the public does not see this reply of theirs by default. Does not ask through `network`. */
  readonly hidden?: (id: string) => Promise<boolean>;
  /** Ends once somebody of the public, who has written to us, could write to us no more. */
  readonly shutOut?: () => Promise<boolean>;
  /** The network's id of whoever `writes`. */
  readonly writer: string;
  /** A handle that people can find, and the words to find it by. */
  readonly stranger: { readonly handle: string; readonly words: string };
  /** Where a person finishes what `post` hands over: turns `by-hand` into `published`. */
  readonly finish?: (outgoing: Outgoing) => Promise<void>;
  /** Where a person does what `moderate` hands over. */
  readonly finishMeasure?: (measure: Measure, of: string, holds: boolean) => void;
  readonly close: () => Promise<void>;
}

/** How long a network may take to show what has happened, in milliseconds. */
export const PATIENCE = 10_000;

export const outgoing = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  key: newId(),
  text,
  pictures: [],
  ...more,
});

/** Words that no other test writes. */
export const unlikely = (words: string): string => `${words} ${newId().slice(-8)}`;

/** @throws the reason where the part is absent. */
export function needed<Functions>(part: Part<Functions>): Functions {
  if (!part.present) throw new Error(part.reason);
  return part;
}

/** Polls until the item has come. @throws when it is not there within the patience of these tests. */
export async function pollFor(
  world: World,
  id: string,
  from?: string,
): Promise<{ item: Incoming; polled: Polled }> {
  const inbox = needed(world.network.inbox);
  const began = performance.now();
  for (;;) {
    const polled = await inbox.poll(world.call(), from);
    const item = polled.items.find((each) => each.id === id);
    if (item) return { item, polled };
    if (performance.now() - began > PATIENCE) throw new Error(`${id} has not come in time`);
  }
}

/** Posts, with a person's help where the network is worked by hand. */
export async function send(world: World, sending: Outgoing): Promise<Published> {
  const publish = needed(world.network.publish);
  const first = await publish.post(world.call(), sending);
  if (first.state === 'published') return first;
  await world.finish?.(sending);
  const second = await publish.post(world.call(), sending);
  if (second.state !== 'published') throw new Error('A confirmed post is still waiting for a person');
  return second;
}
