import type { Standing } from '#kernel/rights.ts';
import { withoutOverlap } from '#text/index.ts';
import { longer, mask, piecesOf, repeatsIn, spotIn, spots, type Details, type Spot } from './details.ts';
import type { Enquiry, Picture } from './words.ts';

/** Who looks, and when. */
export interface Viewer {
  /** Id of the person; empty for nobody. */
  readonly me: string;
  readonly now: Temporal.Instant;
}

export const viewerOf = ({ standing, now }: { standing: Standing; now: Temporal.Instant }): Viewer => ({
  me: standing.actor.kind === 'person' ? standing.actor.id : '',
  now,
});

/** The columns by which it is decided who reads a message as it was written. */
export const readingColumns = [
  'claimed_by',
  'claimed_until',
  'revealed',
  'details',
  'pictures_show',
] as const;
type Reading = Pick<Enquiry, 'claimed_by' | 'claimed_until' | 'revealed'>;
type Worded = Pick<Enquiry, 'text' | 'text_at_receipt' | 'pictures' | 'details'>;

const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;

export const holdsClaim = (row: Omit<Reading, 'revealed'>, { me, now }: Viewer): boolean =>
  me !== '' && row.claimed_by === me && row.claimed_until !== null && isAfter(row.claimed_until, now);

/** Was it revealed to this person, with a reason, and does that still hold? */
export const isRevealed = (row: Reading, viewer: Viewer): boolean =>
  row.revealed.list.some(
    ({ to, until, claimed }) =>
      to === viewer.me &&
      isAfter(Temporal.Instant.from(until), viewer.now) &&
      (!claimed || holdsClaim(row, viewer)),
  );

/** Whoever has claimed it reads it as it was written, and whoever it was revealed to, for a while. */
export const mayRead = (row: Reading, viewer: Viewer): boolean =>
  holdsClaim(row, viewer) || isRevealed(row, viewer);

/** What was spotted; looked for now in what came in before it was looked for at receipt. */
export const detailsOf = (row: Worded): Details =>
  row.details ?? spotIn({ text: row.text, first: row.text_at_receipt, pictures: row.pictures.list });

/** The words with every detail masked: for lists, and wherever nobody needs them. */
export const maskedText = (row: Pick<Worded, 'text' | 'details'>): string =>
  mask(row.text, row.details?.text ?? spotIn({ text: row.text, pictures: [] }).text);

/** The words as this person may read them. Every place that shows what the public wrote asks this. */
export const textFor = (row: Reading & Pick<Worded, 'text' | 'details'>, viewer: Viewer): string =>
  mayRead(row, viewer) ? row.text : maskedText(row);

/** A picture as somebody may see it: without its address where it is not for their eyes now, and why. */
export interface PictureShown {
  readonly alt: string;
  readonly url: string | null;
  readonly hidden: 'unasked' | 'person' | 'document' | null;
}

/**
 * Pictures as this person may see them. What shows a person or a document is seen only once it was revealed; what
 * nobody has looked at yet only by whoever has claimed it, who says what it shows.
 */
export function picturesFor(
  row: Reading & Worded & Pick<Enquiry, 'pictures_show'>,
  viewer: Viewer,
): PictureShown[] {
  const details = detailsOf(row);
  const open = mayRead(row, viewer);
  const hidden = hiddenFor(row, viewer);
  return row.pictures.list.map(({ alt, url }: Picture, index) => ({
    alt: open ? alt : mask(alt, details.pictures[index] ?? []),
    url: hidden === null ? url : null,
    hidden,
  }));
}

function hiddenFor(row: Reading & Pick<Enquiry, 'pictures_show'>, viewer: Viewer): PictureShown['hidden'] {
  if (row.pictures_show === 'neither') return null;
  if (row.pictures_show === null) return mayRead(row, viewer) ? null : 'unasked';
  return isRevealed(row, viewer) ? null : row.pictures_show;
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Where a text of ours repeats a detail of the message: the same figures or letters, however they are spaced. */
export function quotesIn(text: string, row: Worded): Spot[] {
  const details = detailsOf(row);
  const said = [
    ...details.text.flatMap((spot) => piecesOf(row.text, spot)),
    ...details.first.flatMap((spot) => piecesOf(row.text_at_receipt ?? '', spot)),
    ...details.pictures.flatMap((found, index) =>
      found.flatMap((spot) => piecesOf(row.pictures.list[index]?.alt ?? '', spot)),
    ),
  ];
  const wanted = new Set(said.map(({ words }) => plain(words)).filter((words) => words !== ''));
  const found = spots(text).filter(({ start, end }) => wanted.has(plain(text.slice(start, end))));
  return withoutOverlap([...found, ...repeatsIn(text, said)], longer);
}

/** A text of ours without whatever it repeats of the message’s details. */
export const withoutQuotes = (text: string, row: Worded): string => mask(text, quotesIn(text, row));
