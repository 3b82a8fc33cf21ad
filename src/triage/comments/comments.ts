import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commentFeatures, fromBytes, scoresOf, type LinearModel } from './linear.ts';
import { criticality, headsOf, onScale, sentiment, type Scale } from './scales.ts';

/** What a comment about care says. For counting many comments: about one comment it is often wrong. */
export interface CommentReading {
  /** -4 (very bad) to 4 (very good). */
  readonly criticality: number;
  /** 1 (very good) to 5 (very bad). */
  readonly sentiment: number;
  readonly themes: readonly string[];
}

export interface CommentModels {
  readonly criticality: LinearModel;
  readonly themes: LinearModel;
}

const kept = (name: string): LinearModel =>
  fromBytes(readFileSync(join(import.meta.dirname, 'models', `${name}.bin`)));

let own: CommentModels | undefined;

/** The models that belong to this version. Read once, when first asked for. */
export const ownModels = (): CommentModels =>
  (own ??= { criticality: kept('criticality'), themes: kept('themes') });

/** What a comment says; undefined where it has no words. */
export function readComment(text: string, models: CommentModels = ownModels()): CommentReading | undefined {
  const features = commentFeatures(text);
  if (features.length === 0) return undefined;
  const howBad = scoresOf(models.criticality, features);
  const about = scoresOf(models.themes, features);
  const { heads } = models.themes.card;
  const themes = heads
    .map((theme, at) => ({ theme, score: about[at] ?? 0 }))
    .filter(({ theme, score }) => score > 0 && !headsOf(sentiment).includes(theme))
    .toSorted((one, two) => two.score - one.score);
  return {
    criticality: standing(criticality, models.criticality, howBad),
    sentiment: standing(sentiment, models.themes, about),
    themes: themes.map(({ theme }) => theme),
  };
}

const standing = (its: Scale, { card }: LinearModel, scores: Float64Array): number =>
  onScale(
    its,
    headsOf(its).map((head) => (scores[card.heads.indexOf(head)] ?? 0) > 0),
  );
