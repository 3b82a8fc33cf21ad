import type { House } from '#kernel/house.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Policy } from '#policy/index.ts';
import type { SecondReader } from '#triage/index.ts';

/** Where the command line writes. */
export interface Output {
  /** Calls `done` when the text has left, so that a long answer never piles up in memory. */
  write(text: string, done?: (error?: Error | null) => void): unknown;
}

/** Where it reads: the process's standard input, or text in a test. */
export interface Input extends AsyncIterable<string | Uint8Array> {
  readonly isTTY?: boolean | undefined;
}

/** Everything that the command line touches outside itself. `main.ts` hands it over. */
export interface CliIo {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** A person's session token, from the environment. */
  readonly token: string | undefined;
  readonly run: Run;
}

/** Which installation: practice mode keeps a folder of its own. */
export interface Place {
  readonly practice: boolean;
}

export interface ServeOptions extends Place {
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** False where background work runs in processes of its own. */
  readonly worker: boolean;
}

/** What `main.ts` wires. Each loads its parts when it is called, so that small commands start at once. */
export interface Run {
  /** Serves until it is told to stop. */
  serve(options: ServeOptions): Promise<void>;
  worker(options: Place): Promise<void>;
  /** The policy versions on this machine; no database. */
  policies(): Promise<LoadedPolicies>;
  /** The declarations of every room; no database. */
  declared(place: Place): Promise<Declared>;
  /** Opens the store as a guest: it never owns the folder, and never migrates. @throws StoreAway */
  open(place: Place): Promise<Opened>;
  /** Checks an exported trail; no database. */
  verifyAudit(lines: AsyncIterable<string>, expected?: NotedHead): Promise<Verdict>;
  /** The second reader that the settings name; undefined where they name none. @throws where they are wrong. */
  secondReader(): Promise<SecondReader | undefined>;
  /** Puts a backup into an empty store. @throws where the store is not empty, or the file is damaged. */
  restore(file: string, place: Place): Promise<Restored>;
}

export interface LoadedPolicies {
  readonly policies: readonly Policy[];
  /** The version that decides at `now`. */
  readonly inForce: Policy;
  readonly now: Temporal.Instant;
  /** How each clause of a version is kept; undefined where its pack does not say. */
  coverage(policy: Policy): CoverageReport | undefined;
  /** What is wrong with the document itself, on this day. */
  lint(policy: Policy, today: Temporal.PlainDate): readonly Finding[];
}

/** What is shown of each; whatever else it holds goes out with `--json`. */
export interface CoverageReport {
  readonly rows: readonly {
    readonly clause: string;
    readonly title: string;
    /** enforced, measured, shown, planned or outside */
    readonly status: string;
    readonly reason?: string | undefined;
  }[];
  readonly totals: Readonly<Record<string, number>>;
}

export interface Finding {
  /** Such as `review-date-passed`. */
  readonly id: string;
  readonly clauses: readonly string[];
  readonly severity: string;
  readonly sentence: string;
}

export type Declared = Pick<House, 'rooms' | 'commands' | 'questions' | 'policies' | 'clock'>;

/** Number and hash of an entry that somebody noted elsewhere: it betrays a tail that was cut off or made anew. */
export interface NotedHead {
  readonly sequence: number;
  readonly hash: string;
}

export type Verdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | {
      readonly ok: false;
      /** Line of the file, and the first bad entry where the line has one. */
      readonly line: number;
      readonly sequence: number | null;
      readonly id: string | null;
      readonly reason: string;
    };

export interface Counted {
  readonly tables: number;
  readonly rows: number;
}

/** What came back, and which keys it needs. */
export interface Restored extends Counted {
  /** Where `keys.json` belongs. */
  readonly folder: string;
  /** False where the keys there are not those of the installation that was backed up. */
  readonly sameKeys: boolean;
  /** Secrets that came back sealed, and how many of them no key here opens. */
  readonly sealed: number;
  readonly unopened: number;
  /** Ids of the keys that are not here. */
  readonly missingKeys: readonly string[];
}

/** An installation, opened as a guest. */
export interface Opened {
  readonly house: House;
  /** The address that people type, for links. */
  readonly origin: string;
  actorOf(headers: Headers): Promise<Actor | undefined>;
  /** The person with this address who is here. */
  actorNamed(email: string): Promise<Actor | undefined>;
  exportAudit(): AsyncIterable<string>;
  backup(file: string): Promise<Counted>;
  /** Lets a person sign in with a password. @throws with a sentence for a password that will not do. */
  readonly setPassword: (person: string, name: string, password: string) => Promise<void>;
  close(): Promise<void>;
}
