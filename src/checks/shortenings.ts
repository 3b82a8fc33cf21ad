import type { Settings } from './draft.ts';
import lists from './words/shortenings.json' with { type: 'json' };

const known = new Set(lists.known.map((one) => one.toUpperCase()));
const meanings = new Map(Object.entries(lists.meanings as Record<string, string>));

/** `PCN (primary care network)` names a shortening with its meaning; without a meaning it needs none. */
const entry = /^\s*([\p{L}\p{N}&]+)\s*(?:\((.+)\)|[:=–-]\s*(.+))?\s*$/u;

const read = new WeakMap<Settings, ReadonlyMap<string, string | undefined>>();

function ofSettings(settings: Settings): ReadonlyMap<string, string | undefined> {
  const before = read.get(settings);
  if (before) return before;
  const { acronyms = [] } = settings;
  const made = new Map(
    acronyms.flatMap((written) => {
      const [, short, brackets, colon] = entry.exec(written) ?? [];
      return short === undefined ? [] : [[short.toUpperCase(), brackets ?? colon] as const];
    }),
  );
  read.set(settings, made);
  return made;
}

/** A shortening that may stand in capitals: known to all, to the organisation, or to the trade. */
export const isKnownShortening = (word: string, settings: Settings): boolean => {
  const upper = word.toUpperCase();
  return known.has(upper) || meanings.has(upper) || ofSettings(settings).has(upper);
};

/** One that needs no explaining. */
export const needsNoMeaning = (word: string, settings: Settings): boolean => {
  const upper = word.toUpperCase();
  const ours = ofSettings(settings);
  return known.has(upper) || (ours.has(upper) && ours.get(upper) === undefined);
};

/** What it means, where we know. */
export const meaningOf = (word: string, settings: Settings): string | undefined =>
  ofSettings(settings).get(word.toUpperCase()) ?? meanings.get(word) ?? meanings.get(word.toUpperCase());
