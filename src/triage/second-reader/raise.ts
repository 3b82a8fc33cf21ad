import type { Span } from '#text/index.ts';
import { alwaysPaging, gravest, inOrder, pagingByDefault, severityOf, type Label } from '../labels.ts';
import { tokensOf } from '../tokens.ts';
import type { Triage } from '../triage.ts';
import type { SecondOpinion } from './answer.ts';

/** What became of a second reading: it raised; it added nothing; or nobody who can be believed answered. */
export type SecondOutcome = 'raised' | 'nothing-added' | 'no-answer' | 'late' | 'not-understood';

export interface SecondReading {
  readonly outcome: SecondOutcome;
  /** Labels that only the second reader gave. */
  readonly labels: readonly Label[];
}

export interface ReadTwice {
  readonly triage: Triage;
  readonly second: SecondReading;
}

/**
 * A triage with what a second reader adds: labels that hurry or are graver than the message was, so that nobody can
 * talk it into calling a message spam. Never lower than before. Where the words that it quotes do not stand in
 * the message, it has no reason to show: then it raises to look first and pages nobody.
 */
export function raisedBy(
  before: Triage,
  { labels: named, words }: SecondOpinion,
  text: string,
  pagingLabels: readonly Label[] = pagingByDefault,
): ReadTwice {
  const raises = (label: Label): boolean => severityOf(label) <= 'S2' || severityOf(label) < before.severity;
  const added = inOrder(named.filter((label) => raises(label) && !before.labels.includes(label)));
  const place = placeOf(words, text);
  const paging = new Set<Label>([...alwaysPaging, ...pagingLabels]);
  const page = before.page || (place !== undefined && named.some((label) => paging.has(label)));
  const hurried = before.lookFirst || before.page || page || named.some((label) => severityOf(label) <= 'S2');
  const wasHurried = before.lookFirst || before.page;
  if (added.length === 0 && page === before.page && hurried === wasHurried)
    return unchanged(before, 'nothing-added');
  const its = inOrder([...before.labels, ...added]);
  const triage: Triage = {
    ...before,
    labels: its,
    lead: its[0],
    severity: gravest([
      before.severity,
      ...added.map((label) => capped(label, place !== undefined)),
      ...(hurried ? ['S2' as const] : []),
    ]),
    page,
    lookFirst: hurried && !page,
    reasons: [...before.reasons, ...(place ? added.map((label) => ({ label, ...place })) : [])],
  };
  return { triage, second: { outcome: 'raised', labels: added } };
}

/** The gravest severity always pages: without a reason it is the second gravest. */
const capped = (label: Label, shown: boolean) => {
  const its = severityOf(label);
  return !shown && its === 'S1' ? 'S2' : its;
};

export const unchanged = (before: Triage, outcome: SecondOutcome): ReadTwice => ({
  triage: before,
  second: { outcome, labels: [] },
});

/** Where these words stand in the text, in one run, whatever their capitals and stops. */
function placeOf(words: string, text: string): Span | undefined {
  const sought = tokensOf(words).map(({ word }) => word);
  if (sought.length === 0) return undefined;
  const tokens = tokensOf(text);
  const at = tokens.findIndex((_, from) => sought.every((word, step) => tokens[from + step]?.word === word));
  const [first, last] = [tokens[at], tokens[at + sought.length - 1]];
  return first && last ? { start: first.start, end: last.end } : undefined;
}
