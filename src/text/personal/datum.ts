import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';

export const personalKinds = [
  'nhs_number',
  'ni_number',
  'card',
  'bank',
  'phone',
  'email',
  'dob',
  'hospital_number',
  'address',
  'postcode',
  'person',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** `high`: shape and context, or a shape that is nothing else. `medium`: shape alone. */
export type Sureness = 'high' | 'medium';

/** Where personal data stands. It never holds the data: a finding must not become a second copy. */
export interface PersonalDatum extends Span {
  readonly kind: PersonalKind;
  readonly sureness: Sureness;
}

/** What an organisation says of itself, so that its own details are not taken for somebody's. */
export interface OwnDetails {
  /** Numbers that may be given out, in any spacing: switchboard, appointment line. */
  readonly allowedNumbers?: readonly string[];
  /** Hosts whose addresses are the organisation's: `example.nhs.uk`. */
  readonly ownHosts?: readonly string[];
  /** Names, streets and postcodes of its sites. */
  readonly ownPlaces?: readonly string[];
  /** The day on which the text is read, as `2026-11-27`: nobody is born after it. */
  readonly asOf?: string;
}

export type Detector = (reading: Reading, own: OwnDetails) => Iterable<PersonalDatum>;

/** @param reach units of the folded text to look at before a place. */
export const before = (reading: Reading, at: number, reach: number): string =>
  reading.folded.text.slice(Math.max(0, at - reach), at);

export const after = (reading: Reading, at: number, reach: number): string =>
  reading.folded.text.slice(at, at + reach);

/** A datum at a span of the folded text. */
export const datum = (
  reading: Reading,
  kind: PersonalKind,
  { start, end }: Span,
  sureness: Sureness,
): PersonalDatum => ({ kind, ...reading.folded.span(start, end), sureness });
