import type { Clause, Policy } from './policy.ts';

export interface Hit {
  readonly clause: Clause;
  /** About as much of the text as tells why it was found. */
  readonly excerpt: string;
}

/**
 * Clauses in which every word stands: in number, title, text, section or the words of a rule bound to them. Case,
 * accents and the form of an apostrophe make no difference. A number or title that fits comes first; then the
 * policy's own order.
 */
export function searchPolicy(policy: Policy, text: string): Hit[] {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  if (words.length === 0) return [];
  return policy.clauses
    .map((clause) => ({ clause, rank: rankOf(policy, clause, words) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ clause }) => ({ clause, excerpt: excerptOf(clause.text, words) }));
}

const mostWords = 12;

/** A word counts where it begins one: `alt` is not found in `dealt`. */
const stands = (word: string, text: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}`, 'u').test(text);

function rankOf(policy: Policy, clause: Clause, words: readonly string[]): number {
  const id = folded(clause.id);
  if (words.length === 1 && words[0] === id) return 3;
  const title = folded(clause.title);
  if (words.every((word) => stands(word, title))) return 2;
  const rules = policy.boundTo(clause.id).map((binding) => policy.cite(binding.rule).words);
  const all = folded([clause.id, clause.title, clause.section, clause.text, ...rules].join(' '));
  return words.every((word) => stands(word, all)) ? 1 : 0;
}

const longest = 160;

/** Begins a little before the first word that was found. */
function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.replaceAll(/\s+/g, ' ');
  if (plain.length <= longest) return plain;
  const found = words.map((word) => folded(plain).indexOf(word)).filter((at) => at >= 0);
  const from = Math.max(0, Math.min(...(found.length === 0 ? [0] : found)) - 40);
  const begin = from === 0 ? 0 : plain.indexOf(' ', from) + 1;
  const end = begin + longest;
  return `${begin === 0 ? '' : '… '}${plain.slice(begin, end)}${end >= plain.length ? '' : ' …'}`;
}

const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
