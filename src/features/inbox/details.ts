import { findPersonalData, kindInWords, mask, personalKinds, type PersonalKind } from '#text/index.ts';
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

/** Looks for somebody’s details in everything that was said. @param asOf the day on which it is read. */
export const spotIn = ({ text, first, pictures }: Shown, asOf?: string): Details => ({
  text: spots(text, asOf),
  first: first === null || first === undefined ? [] : spots(first, asOf),
  pictures: pictures.map(({ alt }) => spots(alt, asOf)),
});

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
