import { headAt } from './heads.ts';
import { pagingByDefault, urgent, type Label } from './labels.ts';

/**
 * How far the likeliest of a tier's labels counts beside the tier's own head. The head learns the tier from all of
 * its labels together, a label's head from its own texts alone: they err on different texts. By authors whom the
 * model had not seen, half finds more than either.
 */
const share = 0.5;

const highest = (scores: Float64Array, some: readonly Label[]): number =>
  some.reduce((most, label) => Math.max(most, scores[headAt(label)] ?? -Infinity), -Infinity);

/** How much a text looks like one that pages, and like one that is looked at first. Not probabilities. */
export const tierScores = (scores: Float64Array): { readonly page: number; readonly look: number } => ({
  page: (scores[headAt('page')] ?? -Infinity) + share * highest(scores, pagingByDefault),
  look: (scores[headAt('look')] ?? -Infinity) + share * highest(scores, urgent),
});
