import { emojiOf, type Emoji } from './emoji.ts';
import { fold, type Folded } from './fold.ts';
import { hashtagsOf, type Hashtag } from './hashtags.ts';
import { linksOf, type Link } from './links.ts';
import { sentencesOf } from './sentences.ts';
import { overlaps, type Span } from './span.ts';
import { wordsOf, type Word } from './words.ts';

/** A text with everything that more than one rule looks at, worked out once and only when asked for. */
export interface Reading {
  readonly text: string;
  readonly folded: Folded;
  readonly words: readonly Word[];
  /** Words that are read out: not those inside links and tags. */
  readonly spoken: readonly Word[];
  readonly sentences: readonly Span[];
  readonly links: readonly Link[];
  readonly hashtags: readonly Hashtag[];
  readonly emoji: readonly Emoji[];
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

export function read(text: string): Reading {
  const folded = once(() => fold(text));
  const words = once(() => wordsOf(text));
  const links = once(() => linksOf(text));
  const hashtags = once(() => hashtagsOf(text));
  const emoji = once(() => emojiOf(text));
  const sentences = once(() => sentencesOf(text));
  const spoken = once(() => notInside(words(), [...links(), ...hashtags()]));
  return {
    text,
    get folded() {
      return folded();
    },
    get words() {
      return words();
    },
    get spoken() {
      return spoken();
    },
    get sentences() {
      return sentences();
    },
    get links() {
      return links();
    },
    get hashtags() {
      return hashtags();
    },
    get emoji() {
      return emoji();
    },
  };
}

/** Both in the order of the text, so one walk is enough. */
function notInside(words: readonly Word[], spans: readonly Span[]): Word[] {
  const sorted = spans.toSorted((one, two) => one.start - two.start);
  let at = 0;
  return words.filter((word) => {
    while ((sorted[at]?.end ?? Infinity) <= word.start) at += 1;
    const span = sorted[at];
    return !span || !overlaps(span, word);
  });
}
