/** A match in small letters, with its words as they were written. */
export interface Written {
  readonly index: number;
  readonly words: string;
  readonly groups: readonly string[];
}

/**
 * Where a pattern stands, whatever the case. The pattern knows small letters only and says where its groups stand
 * (`dgu`): one that folds case by itself takes a tenth of a second to get ready.
 */
export function* written(text: string, pattern: RegExp): Generator<Written> {
  for (const match of small(text).matchAll(pattern)) {
    const places = match.indices ?? [];
    yield {
      index: match.index,
      words: text.slice(match.index, match.index + match[0].length),
      groups: places.slice(1).map((place) => (place ? text.slice(...place) : '')),
    };
  }
}

/** In small letters, each unit at its place. */
function small(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join(
    '',
  );
}
