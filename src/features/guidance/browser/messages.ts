import type { AccountKind, Fix, HandleKind, Medium } from '#checks/index.ts';
import type { Basis } from '#policy/index.ts';
import type { Span } from '#text/index.ts';

/** What somebody typed, as the page hands it to the worker beside it. */
export type Typed =
  | {
      readonly part: 'post';
      readonly text: string;
      readonly accountKind: AccountKind;
      readonly network: string | undefined;
      readonly answers: boolean;
      readonly preElection: boolean;
      readonly incident: boolean;
      readonly media: readonly Medium[];
    }
  | { readonly part: 'handle'; readonly handle: string; readonly accountKind: HandleKind }
  | { readonly part: 'profile'; readonly text: string; readonly handle: string };

/** The clause that something rests on; null where it is our own default. */
export interface Rests {
  readonly clause: string | null;
  readonly words: string;
  readonly basis: Basis;
}

/** One thing found, ready to show: nobody's details stand in any of its words. */
export interface ShownFinding extends Rests {
  /** The same for the same finding at the same place. */
  readonly key: string;
  readonly does: 'stops' | 'asks' | 'advice';
  /** How grave it is, in words. */
  readonly grave: string;
  readonly message: string;
  /** The words that it is about; empty where it is about no place in the text. */
  readonly excerpt: string;
  /** Where, in the order of the text: the same thing may stand in several places. */
  readonly places: readonly Span[];
  /** What to put where, with one press for all places; empty where only the writer can mend it. */
  readonly fixes: readonly Fix[];
}

export interface ShownQuestion extends Rests {
  readonly ask: string;
}

/** A stretch of the text, with the numbers of the findings that are about it. */
export interface Stretch {
  readonly words: string;
  readonly does: ShownFinding['does'] | null;
  readonly numbers: readonly number[];
}

export interface Shown {
  readonly findings: readonly ShownFinding[];
  readonly questions: readonly ShownQuestion[];
  readonly stretches: readonly Stretch[];
}

export type Answer =
  | (Shown & {
      readonly part: 'post';
      /** It seems to speak of something wrong at the writer’s own work. */
      readonly grievance: boolean;
      readonly length: { readonly used: number; readonly most: number } | null;
    })
  | (Rests & { readonly part: 'handle'; readonly grave: string | null; readonly why: string })
  | (Shown & { readonly part: 'profile' });

export type Part = Typed['part'];
