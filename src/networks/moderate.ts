/** What a network lets us do about what the public writes to us. */
import type { Call, Part } from './network.ts';

/** Nothing was done: a person does it on the network, and confirms. */
export interface StepsByHand {
  readonly state: 'by-hand';
  /** Where to do it. */
  readonly open: string | undefined;
  readonly steps: readonly string[];
}

/** The network has it so; or a person must do it. */
export type Moderated = { readonly state: 'done' } | StepsByHand;

export const moderated: Moderated = { state: 'done' };

/** One thing that can be so or not: a post hidden, a person blocked. Begun or ended twice, it is so once. */
export interface Hold {
  /** @param of the network's id of the post, or of the person. */
  begin(call: Call, of: string): Promise<Moderated>;
  end(call: Call, of: string): Promise<Moderated>;
  /** Whether it is so now: asked after any doubt, before anything is done again. */
  holds(call: Call, of: string): Promise<boolean>;
}

export interface Moderate {
  /** Hides what somebody wrote under a post of ours; its author still sees it. By the post's id. */
  readonly hide: Part<Hold>;
  /** Keeps what somebody writes away from us, and they are not told. By the person's id. */
  readonly restrict: Part<Hold>;
  /** Shuts somebody out: they can neither see our account nor write to it. By the person's id. */
  readonly block: Part<Hold>;
}
