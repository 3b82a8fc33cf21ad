import type { FastifyPluginAsync } from 'fastify';
import type { ReactNode } from 'react';
import type { ShowsPages } from '#entry/sign-in/index.ts';
import type { Actor } from '#kernel/rights.ts';
import type { AssetManifest } from '#screens/assets/manifest.ts';
import type { Organisation, PageContext, Pages, StatusItem } from '#screens/index.ts';

/** Who sits at the browser. Filled by the sign-in door. */
export interface SignInPort {
  /** The person of this request's session; undefined for nobody. @throws StoreAway while it cannot be known. */
  actorOf(headers: Headers): Promise<Actor | undefined>;
  /** The same without prolonging the session: an open page that only listens is not somebody at work. */
  peek?(headers: Headers): Promise<Actor | undefined>;
  /** Its own addresses (`/auth/...`, the posts of its pages). */
  readonly routes?: FastifyPluginAsync<ShowsPages>;
  /** Where it asks people in, lets them out, and keeps their account. */
  readonly paths?: { readonly signIn: string; readonly signOut: string; readonly account: string };
}

export interface PracticePerson {
  readonly id: string;
  readonly name: string;
  /** Roles as people read them. */
  readonly roles: readonly string[];
}

/** What would have been sent to wake somebody, had it not been practice. */
export interface PracticeMessage {
  readonly id: string;
  readonly channel: 'text' | 'email' | 'team';
  readonly to: string;
  readonly subject: string;
  readonly words: string;
  readonly link: string;
  readonly at: Temporal.Instant;
}

/** Practice mode: be anybody, and move the clock. */
export interface PracticePort {
  people(): Promise<readonly PracticePerson[]>;
  /** Begins a session as this person. @returns the `set-cookie` header. */
  enter(personId: string): Promise<string>;
  moveClock(to: Temporal.Instant): Promise<void>;
  now(): Temporal.Instant;
  /** The practice phone: the newest first. */
  phone?(): readonly PracticeMessage[];
  readonly presets: readonly { readonly label: string; readonly at: Temporal.Instant }[];
}

/** A row that changed, as the store tells it. */
export interface ChangedRow {
  readonly kind: string;
  readonly row: string;
}

/**
 * Calls `onChange` after rows of these kinds changed, with the rows where they are known; without them (after a
 * lost connection) everything is counted again. @returns how to stop.
 */
export type Live = (
  kinds: readonly string[],
  onChange: (changed?: readonly ChangedRow[]) => void,
) => () => void;

export interface WebOptions {
  readonly pages: readonly Pages[];
  readonly signIn: SignInPort;
  readonly organisation: Organisation & {
    /** `mailto:` or `https:` address for those who found a weakness. */
    readonly securityContact?: string;
  };
  /** What `buildAssets` made. */
  readonly assets: { readonly folder: string; readonly manifest: AssetManifest };
  /** The address that people type, such as `https://signpost.example`. */
  readonly origin: string;
  /** Pages that other doors of this program keep, in the frame of all others. */
  readonly routes?: readonly FastifyPluginAsync<ShowsPages>[];
  readonly practice?: PracticePort;
  readonly live?: Live;
  /** What is unusual now, for the strip under the header. */
  readonly status?: (context: PageContext) => Promise<readonly StatusItem[]>;
  /** What needs this person, room by room, for the page of today. Null where a room has nothing for them. */
  readonly today?: readonly ((context: PageContext) => Promise<ReactNode>)[];
  /** Requests a second that one person may make, or one address where nobody is signed in (20 unless told). */
  readonly requestsPerSecond?: number;
  /** Event loop delay in milliseconds from which newcomers are turned away for a moment (1,000 unless told). */
  readonly busyAfter?: number;
}

export const pathsOf = (signIn: SignInPort) =>
  signIn.paths ?? { signIn: '/sign-in', signOut: '/sign-out', account: '/account' };
