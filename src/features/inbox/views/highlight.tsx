import type { Place } from '../queries/triage-seen.ts';

interface Piece {
  readonly text: string;
  readonly because: boolean;
}

/** A text cut where words that caused a label begin and end. Places may overlap, and may be wrong: then they are clipped. */
export function piecesOf(text: string, places: readonly Pick<Place, 'start' | 'end'>[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, because: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), because });
    at = Math.max(at, to);
  };
  for (const { start, end } of places.toSorted((one, other) => one.start - other.start)) {
    add(Math.min(Math.max(start, at), text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return pieces;
}

/** A message with the words marked that caused its labels. It is given the text as shown, and everything stays text. */
export const Highlighted = ({
  text,
  because,
}: {
  readonly text: string;
  readonly because: readonly Place[];
}) =>
  piecesOf(text, because).map((piece, at) =>
    piece.because ? (
      // oxlint-disable-next-line react/no-array-index-key -- pieces of one text, never moved
      <mark className="sp-because" key={at}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
