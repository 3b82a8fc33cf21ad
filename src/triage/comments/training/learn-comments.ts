import { createHash } from 'node:crypto';
import { unsaid } from '../../training/fit.ts';
import { commentFeatures, readingNow, scoresOf, type LinearModel } from '../linear.ts';
import { headsOf, type Scale } from '../scales.ts';
import { partOf, type Comment } from './comment-texts.ts';
import { fitted, type Lesson } from './fit-heads.ts';

/** What a model is asked: themes, and where a comment stands on a scale. */
export interface Course {
  readonly themes: readonly string[];
  readonly scale: Scale;
}

export const headsIn = ({ themes, scale }: Course): string[] => [...themes, ...headsOf(scale)];

function targetsOf({ themes, scale }: Course, { value, themes: its }: Comment): Uint8Array {
  const steps = scale.steps.slice(0, -1);
  return Uint8Array.from([
    ...themes.map((theme) => (its.includes(theme) ? 1 : 0)),
    ...steps.map((step) => (value === undefined ? unsaid : value <= step ? 1 : 0)),
  ]);
}

const parts = 5;

/** A model of these comments; cuts are those at which each head does best on comments that it had not seen. */
export function learnedFrom(comments: readonly Comment[], course: Course): LinearModel {
  const heads = headsIn(course);
  const lessons = comments.map((one) => ({
    features: commentFeatures(one.text),
    targets: targetsOf(course, one),
  }));
  const partAt = comments.map(({ text }) => partOf(text, parts, 'calibrate'));
  const scored = Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const model = modelOf(
      lessons.filter((_lesson, at) => partAt[at] !== part),
      heads,
      '',
    );
    return lessons
      .filter((_lesson, at) => partAt[at] === part)
      .map(({ features, targets }) => ({ scores: scoresOf(model, features), targets }));
  });
  const model = modelOf(lessons, heads, digestOf(comments));
  const cuts = heads.map((_, head) =>
    bestCut(scored.map(({ scores, targets }) => ({ score: scores[head] ?? 0, target: targets[head] ?? 0 }))),
  );
  return { ...model, card: { ...model.card, cuts } };
}

function modelOf(lessons: readonly Lesson[], heads: readonly string[], data: string): LinearModel {
  const { table, weights, scales, bias } = fitted(lessons, heads.length);
  const card = {
    made: 'signpost-comments-1' as const,
    data,
    features: table.hashes.length,
    reading: readingNow(),
    heads: [...heads],
    scales,
    bias,
    cuts: heads.map(() => 0),
  };
  return { card, table, weights };
}

export const digestOf = (comments: readonly Comment[]): string =>
  createHash('sha256')
    .update(JSON.stringify(comments.map(({ text, value, themes }) => [text, value ?? null, themes])))
    .digest('hex');

/** The cut at which precision and recall of the rarer answer balance best (F1). */
function bestCut(scored: readonly { readonly score: number; readonly target: number }[]): number {
  const said = scored.filter(({ target }) => target !== unsaid);
  const yes = said.filter(({ target }) => target === 1).length;
  const rarer = yes * 2 <= said.length ? 1 : 0;
  const sign = rarer === 1 ? 1 : -1;
  const sorted = said.toSorted((one, two) => sign * (two.score - one.score));
  const positives = rarer === 1 ? yes : said.length - yes;
  let [right, best, cut] = [0, 0, 0];
  sorted.forEach(({ score, target }, at) => {
    right += target === rarer ? 1 : 0;
    const f1 = (2 * right) / (at + 1 + positives);
    if (f1 <= best) return;
    best = f1;
    cut = score - sign * 1e-4;
  });
  return Math.round(cut * 10_000) / 10_000;
}
