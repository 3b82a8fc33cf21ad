/** How a person is woken: one port, whatever carries the words. */

/** `team` is a room that several people read; the other two reach one person. */
export type PagerChannel = 'text' | 'email' | 'team';

/** What goes out. It holds a label, a network, a time and a link, and nothing that the public wrote. */
export interface Wakeup {
  /** Ours. Where a channel can be asked whether it has this, nothing goes out twice. */
  readonly reference: string;
  /** A number or an address; empty for a team's room, whose address is a setting. */
  readonly to: string;
  readonly subject: string;
  readonly words: string;
  readonly link: string;
}

/** Taken is not delivered, and delivered is not read by a person. */
export interface Taken {
  /** The channel's own id; empty where it gives none. */
  readonly remote: string;
}

export type Fate = 'on-its-way' | 'delivered' | 'failed';

/** One channel as it is set up here. Every error is a `NetworkFault`. */
export interface Pager {
  readonly channel: PagerChannel;
  /** @throws NetworkFault */
  readonly send: (wakeup: Wakeup, now: Temporal.Instant) => Promise<Taken>;
  /** Whether it has what went out under this reference. Absent where nobody can ask. @throws NetworkFault */
  readonly find?: (reference: string, now: Temporal.Instant) => Promise<Taken | undefined>;
  /** What became of it. Absent where the channel never says. @throws NetworkFault */
  readonly fate?: (remote: string, now: Temporal.Instant) => Promise<Fate>;
}

/** The channels that are set up, by name. */
export type Pagers = ReadonlyMap<PagerChannel, Pager>;
