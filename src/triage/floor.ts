import type { Label } from './labels.ts';
import { phraseBook, type Hit } from './phrases.ts';
import floor from './rules/floor.json' with { type: 'json' };
import idioms from './rules/idioms.json' with { type: 'json' };
import otherLanguages from './rules/other-languages.json' with { type: 'json' };
import past from './rules/past.json' with { type: 'json' };
import type { Clause } from './tokens.ts';

/**
 * The floor: phrases so plain that they page whatever any model thinks of them. No training changes it. It is kept
 * to phrases that were right nine times in ten on texts which were not used to write them.
 */
const byLabel = (lists: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(lists).map(([label, phrases]) => ({ about: label as Label, phrases }));

const english = phraseBook(byLabel(floor));
const idiom = phraseBook([{ about: true, phrases: idioms }]);
const gone = phraseBook([{ about: true, phrases: past }]);
const others = new Map(
  Object.entries(otherLanguages).map(([language, lists]) => [language, phraseBook(byLabel(lists))] as const),
);

/** Languages whose risk words we know. */
export const riskLanguages = [...others.keys()];

export interface FloorHit extends Hit<Label> {
  /** False where the clause speaks of what is over, of training, or gives thanks: then it is evidence only. */
  readonly plain: boolean;
}

/** What a clause says outright. An idiom hides its own words and nothing else; a second hit stays. */
export function floorOf(clause: Clause): FloorHit[] {
  const hits = english.find(clause);
  if (hits.length === 0) return [];
  const masked = idiom.find(clause);
  const over = gone.find(clause).length > 0;
  return hits
    .filter((hit) => !masked.some((one) => one.from < hit.to && hit.from < one.to))
    .map((hit) => ({ ...hit, plain: !over }));
}

/** Risk words of another language. They raise what we cannot read; the words around them stay unread. */
export const riskWordsOf = (clause: Clause, language: string): Hit<Label>[] =>
  others.get(language)?.find(clause) ?? [];
