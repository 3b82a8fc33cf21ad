import { distance } from 'fastest-levenshtein';

/** Words of British English, with names of medicines and words of health. */
export interface Dictionary {
  readonly has: (word: string) => boolean;
  /** The likeliest word that was meant; undefined where none is near. */
  readonly nearest: (word: string) => string | undefined;
}

/**
 * Brings the list in when it is first wanted: in a browser it is a file of its own. The same dictionary each time.
 */
export function loadDictionary(): Promise<Dictionary> {
  return (loaded ??= load());
}
let loaded: Promise<Dictionary> | undefined;

async function load(): Promise<Dictionary> {
  const [british, more] = await Promise.all([
    import('./words/british-words.json', { with: { type: 'json' } }),
    import('./words/more-words.json', { with: { type: 'json' } }),
  ]);
  return dictionaryOf(british.default.tiers, [
    ...more.default.today.split(' '),
    ...more.default.health.split(' '),
    ...more.default.medicines.split(' '),
  ]);
}

/** @param tiers from the commonest words on, each word as how many letters it shares with the one before, and the rest. */
export function dictionaryOf(tiers: readonly string[], more: readonly string[]): Dictionary {
  const rank = new Map<string, number>();
  const add = (word: string, tier: number) => {
    if (!rank.has(word)) rank.set(word, tier);
  };
  for (const [tier, coded] of tiers.entries()) {
    let before = '';
    let at = 0;
    while (at < coded.length) {
      const shared = coded.charCodeAt(at) - zero;
      let end = at + 1;
      while (coded.charCodeAt(end) > nine) end += 1;
      before = before.slice(0, shared) + coded.slice(at + 1, end);
      add(before, tier);
      at = end;
    }
  }
  for (const word of more) add(word, 2);
  let byStart: ReadonlyMap<string, readonly string[]> | undefined;
  const near = new Map<string, string | undefined>();
  const nearest = (word: string): string | undefined => {
    if (!near.has(word)) {
      if (near.size > 500) near.clear();
      near.set(word, oneSlip(word, rank) ?? twoSlips(word, rank, (byStart ??= sortedByStart(rank))));
    }
    return near.get(word);
  };
  return { has: (word) => rank.has(word), nearest };
}

const sortedByStart = (rank: Ranks): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(rank.keys(), (word) => word.charAt(0));

const zero = 48;
const nine = 57;
const letters = 'etaoinshrdlucmfwygpbvkxqjz';
type Ranks = ReadonlyMap<string, number>;

/** One letter too many, too few, another, or two changed about: the commonest word wins. */
function oneSlip(word: string, rank: Ranks): string | undefined {
  let best: string | undefined;
  let bestRank = 4;
  const look = (candidate: string, dearer: number) => {
    const cost = (rank.get(candidate) ?? 9) + dearer;
    if (cost < bestRank) [best, bestRank] = [candidate, cost];
  };
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail.length > 1) look(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2), -0.5);
    if (tail !== '') look(head + tail.slice(1), tail.charAt(0) === head.slice(-1) ? -0.5 : 0);
    for (const letter of letters) {
      look(head + letter + tail, letter === head.slice(-1) || letter === tail.charAt(0) ? -0.5 : 0);
      if (tail !== '') look(head + letter + tail.slice(1), at === 0 ? 0.8 : 0.2);
    }
  }
  return best;
}

/** Two slips in a long word that begins rightly. */
function twoSlips(
  word: string,
  rank: Ranks,
  byStart: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (word.length < 7 || word.length > 24) return undefined;
  let best: string | undefined;
  let bestRank = 3;
  for (const candidate of byStart.get(word.slice(0, 1)) ?? []) {
    const tier = rank.get(candidate) ?? 9;
    if (tier >= bestRank || Math.abs(candidate.length - word.length) > 2) continue;
    if (candidate.charAt(1) !== word.charAt(1) && candidate.at(-1) !== word.at(-1)) continue;
    if (distance(candidate, word) <= 2) [best, bestRank] = [candidate, tier];
  }
  return best;
}
