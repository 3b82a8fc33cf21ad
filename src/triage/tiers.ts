import { headAt } from './heads.ts';
import { labels, pagingByDefault, urgent, type Label } from './labels.ts';

/** What gathers likelihood over several labels: nearly the highest, a little more where several agree. */
function together(scores: ArrayLike<number>, some: readonly Label[]): number {
  let sum = 0;
  for (const label of some) sum += Math.exp(Math.max(-20, scores[headAt(label)] ?? -20));
  return Math.log(sum + 1e-9);
}

const quiet = labels.filter((label) => !urgent.includes(label));

/** How much speaks for a page: its own head, with the labels that page, less half of the labels that never do. */
export const pageScore = (scores: ArrayLike<number>): number =>
  (scores[headAt('page')] ?? -Infinity) + together(scores, pagingByDefault) - together(scores, quiet) / 2;

/** How much speaks for looking first. */
export const lookScore = (scores: ArrayLike<number>): number =>
  (scores[headAt('look')] ?? -Infinity) + together(scores, urgent) - together(scores, quiet) / 2;
