import { z } from 'zod';

/** One duty of the product by name. A policy version binds it to a clause and to a value. */
export interface RuleSpec<Value = unknown> {
  /** What it is about, for a list of rules. */
  readonly about: string;
  readonly value: z.ZodType<Value>;
  /** The catalogue's edition that brought it. A pack that asks for less need not bind it. */
  readonly since: number;
  /** What holds for packs older than the rule: our default. */
  readonly fallback?: Value;
  /**
   * About six words, with the pack's own values put in: what a citation says.
   * @param ours fields of the value that the policy does not give: a citation leaves them out.
   */
  readonly words: (value: Value, ours: readonly string[]) => string;
}

/** A rule with a value. */
export const rule = <Value>(
  about: string,
  value: z.ZodType<Value>,
  words: RuleSpec<Value>['words'],
  more: { since?: number; fallback?: Value } = {},
): RuleSpec<Value> => ({
  about,
  value,
  words,
  since: more.since ?? 1,
  ...(more.fallback === undefined ? {} : { fallback: more.fallback }),
});

/** A rule that only permits or requires: it carries no value. */
export const plain = (about: string, words: string): RuleSpec<null> => rule(about, z.null(), () => words);

export const choice = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });

/** `1 hour`, `2 hours`, `90 minutes`. */
export function minutesInWords(minutes: number): string {
  if (minutes % 60 === 0) return `${minutes / 60} hour${minutes === 60 ? '' : 's'}`;
  return `${minutes} minutes`;
}
