import type { Span } from './span.ts';

export interface Emoji extends Span {
  readonly text: string;
}

// Digits, # and * are emoji only as keycaps; ©, ® and ™ are letters of the trade unless told otherwise.
const candidates = /[\u203C-\u3299\u{1F000}-\u{1FAFF}]|[0-9#*©®]\uFE0F/u;
const one = /\p{RGI_Emoji}|\p{Extended_Pictographic}|\p{RI}/gv;
const sign = /^[©®™\u203C\u2049\u2139]$/u;

/** Emoji as a reader counts them: a family, a flag or a keycap is one. */
export const emojiOf = (text: string): Emoji[] =>
  candidates.test(text)
    ? Array.from(text.matchAll(one), (match) => ({
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
      })).filter((found) => !sign.test(found.text))
    : [];
