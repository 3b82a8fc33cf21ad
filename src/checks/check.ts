import type { RuleName, RuleValue } from '#policy/index.ts';
import type { Reading, Span } from '#text/index.ts';
import type { ReadDraft, Settings } from './draft.ts';

export type CheckRule = Extract<RuleName, `checks.${string}`>;

/** What to put in place of a stretch of the same field, with one press. */
export interface Fix extends Span {
  readonly replacement: string;
}

/** Something in a draft that a rule is about. */
export interface Found extends Span {
  readonly field: string;
  /** What is the matter, and what to do, for whoever wrote the draft. */
  readonly message: string;
  readonly fix?: Fix;
  /** Only pointed out, however grave the rule is: the lesser half of what it says. */
  readonly lesser?: true;
  /** Which of the rule's kinds it is, where the policy grades them one by one. */
  readonly kind?: string;
}

/** What a machine cannot tell, and a person must answer. */
export interface Asked {
  readonly field: string;
  readonly ask: string;
}

export interface Check {
  readonly rule: CheckRule;
  /** Where the rule of the trade stands in our catalogue, such as `ACC-15`. */
  readonly ref: string;
  /** Raised whenever it would find other things. The trace keeps it. */
  readonly version: number;
  /** Looks only where nothing was found yet under its reference. */
  readonly second?: true;
  look(draft: ReadDraft, value: unknown, settings: Settings): Iterable<Found | Asked>;
}

/** One rule's check. `look` is given the value that the policy binds to the rule. */
export const check = <R extends CheckRule>(
  rule: R,
  ref: string,
  look: (draft: ReadDraft, value: RuleValue<R>, settings: Settings) => Iterable<Found | Asked>,
  version = 1,
): Check => ({
  rule,
  ref,
  version,
  look: (draft, value, settings) => look(draft, value as RuleValue<R>, settings),
});

type Say = string | ((match: RegExpExecArray, words: string) => string);

/** A finding in the body. */
export const inBody = (span: Span, message: string, fix?: string): Found => ({
  field: 'text',
  start: span.start,
  end: span.end,
  message,
  ...(fix === undefined ? {} : { fix: { start: span.start, end: span.end, replacement: fix } }),
});

/** Where a pattern stands in a reading, by the places of the original. The pattern meets folded text: lower case, plain quotes. */
export function* matching(
  reading: Reading,
  pattern: RegExp,
): Generator<{ match: RegExpExecArray; span: Span; words: string }> {
  for (const match of reading.folded.text.matchAll(pattern)) {
    const span = reading.folded.span(match.index, match.index + match[0].length);
    yield { match, span, words: reading.text.slice(span.start, span.end) };
  }
}

/** A check that points at each place where a pattern of folded text stands in the body. */
export const pointing = (
  rule: CheckRule,
  ref: string,
  pattern: RegExp,
  say: Say,
  fix?: (words: string) => string,
) =>
  check(rule, ref, function* look({ body }) {
    for (const { match, span, words } of matching(body, pattern))
      yield inBody(span, typeof say === 'string' ? say : say(match, words), fix?.(words));
  });

/** Sentences of folded text in which all of these stand, with the place of the first. Patterns without the global flag. */
export function* together(
  reading: Reading,
  first: RegExp,
  ...others: readonly RegExp[]
): Generator<{ span: Span; sentence: string }> {
  const { text, span } = reading.folded;
  if (![first, ...others].every((one) => one.test(text))) return;
  for (const { 0: sentence, index } of text.matchAll(/[^.!?\n]+/g)) {
    const match = first.exec(sentence);
    if (!match || !others.every((one) => one.test(sentence))) continue;
    const start = index + match.index;
    yield { span: span(start, start + match[0].length), sentence };
  }
}
