/** What tells one conversation from another. */
export interface Spoken {
  readonly network: string;
  readonly account: string | null;
  readonly visibility: 'public' | 'private';
  /** The network's id of the message, and of the first message of its thread where there is one. */
  readonly remote: string | null;
  readonly remoteRoot: string | null;
  /** The author's id on the network, or the handle where no id is known. */
  readonly author: string;
}

/**
 * Messages of one person in one place belong together: a private conversation is one place whatever it is about,
 * in public it is the thread. What a person captured by hand has no thread, so its author alone tells it.
 */
export function conversationOf(spoken: Spoken): string {
  const thread =
    spoken.visibility === 'private' ? 'private' : (spoken.remoteRoot ?? spoken.remote ?? 'by hand');
  return [spoken.network, spoken.account ?? 'no account', thread, spoken.author.toLowerCase()].join(' ');
}

/** An earlier message of the same conversation that still matters to a new one. */
export interface EarlierMessage {
  readonly id: string;
  readonly state: 'waiting' | 'being-answered' | 'waiting-on-them';
  readonly aim_at: Temporal.Instant;
  readonly limit_at: Temporal.Instant;
  readonly in_hours: boolean;
}

export type Place =
  /** Answered together with an earlier one that nobody has answered yet: that one's clock runs for both. */
  | { readonly place: 'joins'; readonly leader: EarlierMessage }
  /** A reply to the earlier one is already on its way, so this one stands alone, but with the earlier one's clock. */
  | { readonly place: 'keeps-clock'; readonly of: EarlierMessage }
  /** It starts a clock of its own; the earlier ones waited for just this answer of theirs. */
  | { readonly place: 'starts'; readonly answers: readonly EarlierMessage[] };

/**
 * Where a message belongs. A second message of a person before any reply keeps the first due time (it never
 * buys us time, nor them a later place); a message after a reply starts a new clock.
 * @param earlier messages of the conversation in the order of their receipt.
 * @param apart a person said that this is a question of its own.
 */
export function placeOf(earlier: readonly EarlierMessage[], apart: boolean): Place {
  const inState = (state: EarlierMessage['state']) => earlier.filter((one) => one.state === state);
  const [leader] = inState('waiting');
  if (leader && !apart) return { place: 'joins', leader };
  const [underWay] = inState('being-answered');
  if (underWay && !apart) return { place: 'keeps-clock', of: underWay };
  return { place: 'starts', answers: inState('waiting-on-them') };
}
