/** What a key does on a page. Rows are marked `data-row`; a key presses what is marked `data-key` with its letter. */
export type Deed =
  | { readonly deed: 'row'; readonly step: 1 | -1 }
  | { readonly deed: 'open' }
  | { readonly deed: 'press'; readonly key: string }
  | { readonly deed: 'search' }
  | { readonly deed: 'help' };

const deeds: Readonly<Record<string, Deed>> = {
  j: { deed: 'row', step: 1 },
  k: { deed: 'row', step: -1 },
  o: { deed: 'open' },
  r: { deed: 'press', key: 'r' },
  e: { deed: 'press', key: 'e' },
  c: { deed: 'press', key: 'c' },
  m: { deed: 'press', key: 'm' },
  n: { deed: 'press', key: 'n' },
  u: { deed: 'press', key: 'u' },
  '/': { deed: 'search' },
  '?': { deed: 'help' },
};

interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The deed of a stroke; undefined while somebody writes, and for the browser's own combinations. */
export function deedOf(stroke: Stroke, writing: boolean): Deed | undefined {
  if (writing || stroke.ctrlKey || stroke.metaKey || stroke.altKey) return undefined;
  return deeds[stroke.key];
}

/** The row to go to from here; the first where none is held yet. */
export function nextRow(current: number, step: 1 | -1, of: number): number {
  if (of === 0) return -1;
  return current < 0 ? 0 : Math.min(of - 1, Math.max(0, current + step));
}
