/** A stretch of the original text, in UTF-16 units, end not included: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanOf = (match: RegExpExecArray | RegExpMatchArray): Span => {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
};

export const overlaps = (one: Span, two: Span): boolean => one.start < two.end && two.start < one.end;

/** In the order of the text; of those that overlap only the first that `better` puts in front. */
export function withoutOverlap<T extends Span>(spans: readonly T[], better: (one: T, two: T) => number): T[] {
  const taken = new Uint8Array(spans.reduce((most, { end }) => Math.max(most, end), 0));
  const kept: T[] = [];
  for (const span of spans.toSorted(better)) {
    if (taken.subarray(span.start, span.end).includes(1)) continue;
    taken.fill(1, span.start, span.end);
    kept.push(span);
  }
  return kept.toSorted((one, two) => one.start - two.start || one.end - two.end);
}
