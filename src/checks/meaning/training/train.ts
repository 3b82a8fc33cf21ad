/** Trains what reads the meaning of drafts, and writes it beside. Run as `script/train --checks`. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { heads } from '../heads.ts';
import { judged } from '../model.ts';
import { cutsOf, type Scored } from './cuts.ts';
import { fit, unsaid, type Lesson } from './fit.ts';
import { allLessons } from './lessons.ts';
import { packed, quantised } from './quantise.ts';

/** Authors, and batches of one author, each read by a model that learned nothing of theirs. */
const triedOn = ['D', 'S', 'B', 'W', 'V', 'X', 'Y', 'Z'];

export function heldOut(lessons: readonly Lesson[]): Scored[] {
  return triedOn.flatMap((author) => {
    const theirs = lessons.filter((one) => one.author === author);
    if (theirs.length === 0) return [];
    const its = quantised(fit(lessons.filter((one) => one.author !== author)));
    const model = { its, rows: new Map(Array.from(its.hashes, (hash, row) => [hash, row])) };
    return theirs.map(({ id, read, targets }) => ({
      id,
      author,
      targets,
      scores: judged(read, model).map(({ score }) => score),
    }));
  });
}

export function trained(lessons: readonly Lesson[], scored: readonly Scored[]) {
  const taught = heads.map(({ ref }, head) => ({
    ref,
    drafts: lessons.filter(({ targets }) => targets[head] !== unsaid).length,
    ...cutsOf(scored, head),
  }));
  return {
    heads: taught.map(({ ref, drafts, broken, recall, precision }) => ({
      ref,
      drafts,
      broken,
      recall,
      precision,
    })),
    cuts: taught.map(({ stop, ask }) => ({ stop, ask })),
    ...packed(quantised(fit(lessons))),
  };
}

if (import.meta.main) {
  const lessons = allLessons();
  const scored = heldOut(lessons);
  const bytes = `${JSON.stringify(trained(lessons, scored))}\n`;
  writeFileSync(join(import.meta.dirname, '../weights.json'), bytes);
  process.stdout.write(
    `${lessons.length} drafts, ${bytes.length} bytes, ${createHash('sha256').update(bytes).digest('hex')}\n`,
  );
}
