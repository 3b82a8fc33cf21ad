import common from './words/common-words.json' with { type: 'json' };

/** Cost of a word: the rarer, the dearer. */
const costs = new Map<string, number>();
const entries = common.words.split(' ');
const total = entries.reduce((sum, one, at) => (at % 2 === 1 ? sum + Number(one) : sum), 0);
for (let at = 0; at < entries.length; at += 2)
  costs.set(entries[at] ?? '', Math.log(total / Number(entries[at + 1])));

const longest = 18;
/** A short word inside a tag is more often a piece of another: it must be common to be believed. */
const step = 2.5;

export const isCommonWord = (word: string): boolean => costs.has(word);

/** A stretch of lower-case letters as words of the list, the likeliest way; undefined where it cannot be. Figures stand as words. */
export function inWords(run: string): string[] | undefined {
  if (run.length > 80) return undefined;
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= run.length; end += 1) {
    for (let from = Math.max(0, end - longest); from < end; from += 1) {
      const before = best[from];
      const cost = costOf(run.slice(from, end));
      if (!before || cost === undefined) continue;
      const here = best[end];
      if (!here || before.cost + cost < here.cost) best[end] = { cost: before.cost + cost, from };
    }
  }
  if (!best[run.length]) return undefined;
  const words: string[] = [];
  for (let end = run.length; end > 0; end = best[end]?.from ?? 0)
    words.unshift(run.slice(best[end]?.from ?? 0, end));
  return words;
}

function costOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return 1;
  const cost = costs.get(word);
  return cost === undefined ? undefined : cost + step;
}
