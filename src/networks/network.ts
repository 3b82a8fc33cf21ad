/**
 * What a social network is to the rest of the product: a set of parts, each there with its limits and its
 * functions, or absent with the reason. Every function may throw `NetworkFault` and nothing else.
 */
import type { Limits } from './limits.ts';
import type { Moderate } from './moderate.ts';
import type { Webhook } from './webhook.ts';

export type { Webhook } from './webhook.ts';

/** Held sealed by the store; a network sees it for the length of one call. Names are the network's own. */
export type Secret = Readonly<Record<string, string>>;

/** One of our official accounts, as far as a network needs to know it. */
export interface NetworkAccount {
  /** Our own id of it: keeps two accounts' sessions apart. */
  readonly id: string;
  /** As the network writes it, without `@`. */
  readonly handle: string;
  /** Where its server is, as an origin: `https://example.org`. Empty for the network's usual place. */
  readonly address: string;
}

/** What every call is given. */
export interface Call {
  readonly account: NetworkAccount;
  readonly secret: Secret;
  readonly now: Temporal.Instant;
  readonly signal?: AbortSignal;
  /** Called, and awaited, with a changed secret before that secret is first used. */
  keepSecret(secret: Secret): Promise<void>;
}

export interface Absent {
  readonly present: false;
  /** Why the product cannot do this here, in a sentence that a person can read. */
  readonly reason: string;
  /** Where that is known from. */
  readonly source: string;
}

export const absent = (reason: string, source: string): Absent => ({ present: false, reason, source });

/** A part of a network: there, or not and why. Narrow on `present`. */
export type Part<Functions> = ({ readonly present: true } & Functions) | Absent;

export const present = <Functions extends object>(functions: Functions): { present: true } & Functions => ({
  present: true,
  ...functions,
});

/** A secret that a person hands over when the account is connected. */
export interface SecretAsked {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

export interface Network {
  /** One word, for rows and addresses: `bluesky`. */
  readonly kind: string;
  /** As people write it: `Bluesky`. */
  readonly name: string;
  readonly limits: Limits;
  readonly asks: readonly SecretAsked[];
  readonly profile: Part<Profiles>;
  readonly publish: Part<Publish>;
  readonly inbox: Part<Inbox>;
  readonly webhook: Part<Webhook>;
  readonly moderate: Part<Moderate>;
  readonly report: Part<Report>;
  readonly search: Part<Search>;
}

export interface Person {
  /** Stays the same when the person changes their handle. */
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** How an account looks to the public: to prove a connection, and to notice when somebody changed it. */
export interface Profile extends Person {
  readonly about: string;
  readonly picture: string | undefined;
  readonly permalink: string;
}

export interface Profiles {
  /** @param handle another account's; our own where it is left out, which proves that the secret works. */
  read(call: Call, handle?: string): Promise<Profile>;
}

export interface OutgoingPicture {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly alt: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

export interface Outgoing {
  /** A UUIDv7 of ours. The same key never makes a second post. */
  readonly key: string;
  readonly text: string;
  /** The network's id of what this answers. */
  readonly replyTo?: string;
  readonly pictures: readonly OutgoingPicture[];
}

export interface Published {
  readonly state: 'published';
  readonly id: string;
  readonly permalink: string | undefined;
  readonly at: Temporal.Instant;
}

/** Nothing was sent: a person does it, and confirms. */
export interface ByHand {
  readonly state: 'by-hand';
  readonly key: string;
  /** The words to paste. */
  readonly copy: string;
  /** Each picture's description, in order, to type in beside the picture. */
  readonly descriptions: readonly string[];
  /** Where to do it. */
  readonly open: string | undefined;
  readonly steps: readonly string[];
}

export interface Publish {
  /**
   * What happens when `post` is called again with a key that was used: `safe` where the network itself refuses
   * a second post under it, `look-first` where only `find` stands between us and a double.
   */
  readonly repeat: 'safe' | 'look-first';
  /** After an answer was lost it looks for the post by itself; `unknown` means that it could not tell. */
  post(call: Call, outgoing: Outgoing): Promise<Published | ByHand>;
  /** The post that this key made, if there is one. */
  find(call: Call, key: string): Promise<Published | undefined>;
  /** Takes down what we posted. No error where it is gone already; `refused` where a person must do it. */
  remove(call: Call, id: string): Promise<void>;
}

export type IncomingKind =
  | 'direct-message'
  | 'comment'
  | 'reply'
  | 'mention'
  | 'tag'
  | 'review'
  | 'listening-find';

export interface Picture {
  readonly alt: string;
  readonly url: string;
}

/** Something that the public said to us or about us. The pair of `id` and `revision` names it for good. */
export interface Incoming {
  readonly id: string;
  /** Differs when its words or pictures differ. */
  readonly revision: string;
  readonly kind: IncomingKind;
  readonly state: 'as-written' | 'edited' | 'withdrawn';
  readonly author: Person;
  /** Plain text, as written. Hostile until shown as text. Empty once withdrawn. */
  readonly text: string;
  readonly pictures: readonly Picture[];
  /** What it answers, and the post at the top of that thread: the network's ids. */
  readonly parent: string | undefined;
  readonly root: string | undefined;
  /** When its author sent it, by the network's clock. */
  readonly at: Temporal.Instant;
  /** When it came to stand as it stands here, where the network says so: puts in order what arrives out of order. */
  readonly changed?: Temporal.Instant;
  readonly visibility: 'public' | 'private';
  readonly permalink: string | undefined;
  /** After this the network lets us answer no more. */
  readonly windowCloses: Temporal.Instant | undefined;
}

export interface Polled {
  /** Oldest first. Some may have come before: receiving one twice must change nothing. */
  readonly items: readonly Incoming[];
  /** Opaque. Keep it in the transaction that keeps the items. */
  readonly cursor: string;
  /** There is more: poll again at once. */
  readonly more: boolean;
}

export interface ThreadPost {
  readonly id: string;
  readonly parent: string | undefined;
  readonly author: Person;
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly at: Temporal.Instant;
  readonly permalink: string | undefined;
}

export interface Inbox {
  readonly brings: readonly IncomingKind[];
  /** Kinds that exist on this network and do not come through here. */
  readonly misses: readonly {
    readonly kind: IncomingKind;
    readonly reason: string;
    readonly source: string;
  }[];
  /** Not more often than this. */
  readonly every: Temporal.Duration;
  /** How far the first poll of an account looks back. */
  readonly lookBack: Temporal.Duration;
  /** False for an account that hands in and cannot be asked: nothing is read there, so nothing counts as read. */
  readonly readable?: (account: NetworkAccount) => boolean;
  /** @param cursor what the last poll gave; undefined the first time. */
  poll(call: Call, cursor: string | undefined): Promise<Polled>;
  /** What stands above it, topmost first, itself, then what was answered to it, in the order written. */
  thread(call: Call, id: string): Promise<readonly ThreadPost[]>;
  /** Of these, the ones that their authors or the network have taken away. */
  gone(call: Call, ids: readonly string[]): Promise<readonly string[]>;
}

export type ReportWhy = 'impersonation' | 'false-content' | 'spam' | 'abuse' | 'other';

export interface Reported {
  /** The network's case number. */
  readonly id: string;
  readonly at: Temporal.Instant;
}

export interface Report {
  /** @param account the network's id of it, or its handle. @param words for the network's moderators. */
  account(call: Call, account: string, why: ReportWhy, words: string): Promise<Reported>;
  post(call: Call, id: string, why: ReportWhy, words: string): Promise<Reported>;
}

export interface Search {
  /** Accounts whose handle or name is like these words; the network's order. At most `most`, 100 at the very most. */
  accounts(call: Call, words: string, most: number): Promise<readonly Profile[]>;
}
