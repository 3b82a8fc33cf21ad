import {
  findPersonalData,
  kindInWords,
  mask,
  personalKinds,
  withoutOverlap,
  type PersonalKind,
} from '#text/index.ts';
import type { Policy } from '#policy/index.ts';
import type { Picture } from './words.ts';

/** Where one detail of somebody stands. It never holds the detail. */
export interface Spot {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
  readonly sureness: 'high' | 'medium';
}

/** What was spotted in a message: in its words, in what it said first, and in the description of each picture. */
export interface Details {
  readonly text: readonly Spot[];
  readonly first: readonly Spot[];
  readonly pictures: readonly (readonly Spot[])[];
}

/** What a person says that the pictures show. The program never recognises anybody. */
export const pictureAnswers = {
  person: 'A person',
  document: 'A document, a letter, a screen or a wristband',
  neither: 'Neither',
} as const;
export type PicturesShow = keyof typeof pictureAnswers;

/** Somebody who may see the details for a while; while their claim runs, where they had one when they asked. */
export interface Revealed {
  readonly to: string;
  /** An ISO 8601 instant. */
  readonly until: string;
  readonly claimed: boolean;
}

/** The columns of an enquiry that are about somebody’s details. */
export interface DetailsColumns {
  /** Null for what came in before details were looked for: it is looked at whenever it is shown. */
  details: Details | null;
  pictures_show: PicturesShow | null;
  revealed: { list: readonly Revealed[] };
  /** The holds for which it is kept. While there is one, `held` is true and nobody but information governance sees it. */
  holds: { list: readonly string[] };
  held: boolean;
  /** When its words and its author were deleted here. */
  erased_at: Temporal.Instant | null;
}

interface Shown {
  readonly text: string;
  readonly first?: string | null;
  readonly pictures: readonly Picture[];
}

/**
 * Looks for somebody’s details in everything that was said. What is a detail in one place is one wherever it is
 * repeated, also where nothing beside it says so: a name in the description of a picture.
 * @param asOf the day on which it is read.
 */
export function spotIn({ text, first, pictures }: Shown, asOf?: string): Details {
  const parts = [text, first ?? '', ...pictures.map(({ alt }) => alt)];
  const found = parts.map((part) => ({ part, own: spots(part, asOf) }));
  const said = found.flatMap(({ part, own }) => own.flatMap((spot) => piecesOf(part, spot)));
  const [ofText = [], ofFirst = [], ...ofPictures] = found.map(({ part, own }) =>
    withoutOverlap([...own, ...repeatsIn(part, said)], longer),
  );
  return { text: ofText, first: ofFirst, pictures: ofPictures };
}

interface Piece {
  readonly words: string;
  readonly kind: PersonalKind;
  readonly sureness: Spot['sureness'];
}

/** A detail as it was written; of a name also each of its words, since people are called by one of them. */
export function piecesOf(text: string, { kind, start, end, sureness }: Spot): Piece[] {
  const whole = text.slice(start, end);
  const words = whole.split(/\s+/u);
  // Longer than a name: somebody marked the whole message.
  const parts =
    kind === 'person' && words.length <= 4 ? words.filter((word) => /^\p{Lu}\p{L}{2,}/u.test(word)) : [];
  return [whole, ...parts].map((one) => ({ words: one, kind, sureness }));
}

/** Where these are repeated, as whole words. */
export function repeatsIn(text: string, pieces: readonly Piece[]): Spot[] {
  return pieces.flatMap(({ words, kind, sureness }) => {
    if (words.trim() === '' || !text.includes(words)) return [];
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(words)}(?![\\p{L}\\p{N}])`, 'gu');
    return [...text.matchAll(pattern)].map(({ index }) => ({
      kind,
      sureness,
      start: index,
      end: index + words.length,
    }));
  });
}

export const longer = (one: Spot, two: Spot): number => two.end - two.start - (one.end - one.start);

export const spots = (text: string, asOf?: string): Spot[] =>
  findPersonalData(text, asOf === undefined ? {} : { asOf }).map(({ kind, start, end, sureness }) => ({
    kind,
    start,
    end,
    sureness,
  }));

/** The columns of a message that has just come in. */
export const spottedAtReceipt = (said: Shown, now: Temporal.Instant, policy: Pick<Policy, 'zone'>) => ({
  details: spotIn(said, dayOf(now, policy)),
  pictures_show: null,
  revealed: { list: [] },
  holds: { list: [] },
  held: false,
  erased_at: null,
});

export const dayOf = (now: Temporal.Instant, { zone }: Pick<Policy, 'zone'>): string =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString();

/** Kinds of what was spotted, in the order in which they are listed everywhere. */
export function kindsIn(details: Details): PersonalKind[] {
  const found = new Set([details.text, details.first, ...details.pictures].flat().map((spot) => spot.kind));
  return personalKinds.filter((kind) => found.has(kind));
}

/**
 * Is there anything that somebody must deal with? A name or a place that is only likely to be one is masked
 * all the same, but asks nobody to pass it on.
 */
export const asksForSomebody = (details: Details): boolean =>
  [details.text, details.first, ...details.pictures].flat().some((spot) => spot.sureness === 'high');

/** The words with everything masked that the detectors find in them now: for notes and whatever colleagues wrote. */
export const maskFound = (text: string): string => mask(text, spots(text));

export { kindInWords, mask };
