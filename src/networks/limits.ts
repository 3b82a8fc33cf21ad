/** What a network takes, as data, and how to tell before we send. Pure. */
import type { Outgoing } from './network.ts';

/** How a network counts text. `graphemes` are what a reader sees as one character. */
export type TextCount = 'graphemes' | 'characters';

export interface Limits {
  readonly text: {
    readonly count: TextCount;
    readonly most: number;
    /** As UTF-8. */ readonly bytes?: number;
  };
  readonly pictures: {
    readonly most: number;
    /** Bytes of one picture. */
    readonly bytes: number;
    readonly types: readonly string[];
    /** Characters of one description. */
    readonly alt: number;
  };
}

export interface LimitFinding {
  /** `text` or `pictures`. */
  readonly field: string;
  readonly message: string;
}

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

const codePoints = (text: string): number => Array.from(text).length;

/** @returns how long the network says that this text is. */
export function lengthOf(text: string, count: TextCount): number {
  return count === 'graphemes' ? [...graphemes.segment(text)].length : codePoints(text);
}

/** @returns everything that keeps this from being sent; empty where nothing does. */
export function beyond(
  limits: Limits,
  outgoing: Pick<Outgoing, 'text' | 'pictures'>,
): readonly LimitFinding[] {
  return [...textBeyond(limits.text, outgoing), ...picturesBeyond(limits.pictures, outgoing.pictures)];
}

function* textBeyond(limit: Limits['text'], { text, pictures }: Pick<Outgoing, 'text' | 'pictures'>) {
  const length = lengthOf(text, limit.count);
  const field = 'text';
  if (text.trim() === '' && pictures.length === 0)
    yield { field, message: 'There is nothing to send: write something first.' };
  if (length > limit.most) {
    yield {
      field,
      message: `The text is ${length} characters long; this network takes ${limit.most}. Shorten it by ${length - limit.most}.`,
    };
  } else if (limit.bytes !== undefined && Buffer.byteLength(text) > limit.bytes) {
    yield { field, message: 'The text has too many emoji or accented letters for this network. Use fewer.' };
  }
}

function* picturesBeyond(limit: Limits['pictures'], pictures: Outgoing['pictures']) {
  const field = 'pictures';
  if (pictures.length > limit.most) {
    yield {
      field,
      message: `There are ${pictures.length} pictures; this network takes ${limit.most}. Take ${pictures.length - limit.most} away.`,
    };
  }
  for (const [index, picture] of pictures.entries()) {
    const which = `Picture ${index + 1}`;
    if (picture.bytes.byteLength > limit.bytes) {
      yield {
        field,
        message: `${which} is too large: make it smaller than ${Math.floor(limit.bytes / 1000)} kB.`,
      };
    }
    if (!limit.types.includes(picture.mime)) {
      yield {
        field,
        message: `${which} is a kind of file that this network does not take. Use ${limit.types.join(' or ')}.`,
      };
    }
    if (picture.alt.trim() === '')
      yield { field, message: `${which} has no description for people who cannot see it.` };
    if (codePoints(picture.alt) > limit.alt) {
      yield {
        field,
        message: `The description of picture ${index + 1} is longer than ${limit.alt} characters. Shorten it.`,
      };
    }
  }
}
