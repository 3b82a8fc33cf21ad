import type { Span } from './span.ts';

export interface Word extends Span {
  readonly text: string;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** Words and numbers, with what holds them together inside: `don't`, `follow-up`, `3.5`. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(word), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
