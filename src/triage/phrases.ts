import type { Span } from '#text/index.ts';
import type { Clause } from './tokens.ts';
import { classOf } from './word-classes.ts';

/**
 * Phrases as our lists write them: words in a row; `a|b` for either; `bleed*` for what begins so; `@KIN` for a class
 * of words; `..3` for up to three words between. Matching walks forward over tokens and never goes back over the
 * text, so that its cost grows with the length of the text and nothing else.
 */
interface Step {
  readonly words: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly classes: readonly string[];
  /** How many words may stand before it. */
  readonly gap: number;
}

interface Phrase<T> {
  readonly steps: readonly Step[];
  readonly about: T;
}

export interface Hit<T> extends Span {
  readonly about: T;
  /** Tokens of the clause, end not included. */
  readonly from: number;
  readonly to: number;
}

export interface PhraseBook<T> {
  find(clause: Clause): Hit<T>[];
}

/** @param listed each list of phrases with what it is about. */
export function phraseBook<T>(
  listed: Iterable<{ readonly about: T; readonly phrases: readonly string[] }>,
): PhraseBook<T> {
  const starts = new Map<string, Phrase<T>[]>();
  const lengths = new Set<number>();
  const put = (key: string, phrase: Phrase<T>): void =>
    void starts.set(key, [...(starts.get(key) ?? []), phrase]);
  for (const { about, phrases } of listed)
    for (const text of phrases) {
      const phrase = { steps: stepsOf(text), about };
      const [first] = phrase.steps;
      for (const word of first?.words ?? []) put(word, phrase);
      for (const name of first?.classes ?? []) put(`@${name}`, phrase);
      for (const beginning of first?.beginnings ?? []) {
        lengths.add(beginning.length);
        put(`${beginning}*`, phrase);
      }
    }
  const keys = (word: string): string[] => [
    word,
    `@${classOf(word)}`,
    ...Array.from(lengths, (length) => `${word.slice(0, length)}*`),
  ];
  return {
    find: (clause) =>
      clause.flatMap(({ word }, at) =>
        [...new Set(keys(word).flatMap((key) => starts.get(key) ?? []))].flatMap((phrase) =>
          hitAt(clause, at, phrase),
        ),
      ),
  };
}

function stepsOf(text: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of text.replaceAll("'", '').split(/[ -]/)) {
    const space = /^\.\.(\d)$/.exec(part);
    if (space) {
      gap = Number(space[1]);
      continue;
    }
    const either = part.split('|');
    steps.push({
      words: new Set(either.filter((one) => !/^@|\*$/.test(one))),
      beginnings: either.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1)),
      classes: either.filter((one) => one.startsWith('@')).map((one) => one.slice(1)),
      gap,
    });
    gap = 0;
  }
  return steps;
}

function hitAt<T>(clause: Clause, start: number, { steps, about }: Phrase<T>): Hit<T>[] {
  let at = start;
  for (const step of steps.slice(1)) {
    let next = at + 1;
    const furthest = next + step.gap;
    while (next <= furthest && !fits(step, clause[next]?.word)) next += 1;
    if (next > furthest) return [];
    at = next;
  }
  const [first, last] = [clause[start], clause[at]];
  return first && last ? [{ about, start: first.start, end: last.end, from: start, to: at + 1 }] : [];
}

const fits = (step: Step, word: string | undefined): boolean =>
  word !== undefined &&
  (step.words.has(word) ||
    step.classes.includes(classOf(word)) ||
    step.beginnings.some((beginning) => word.startsWith(beginning)));
