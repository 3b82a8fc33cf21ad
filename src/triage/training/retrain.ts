/** Trains once more with handlers' marks, and keeps the result only if it loses nothing. `script/train --marks FILE` */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromBytes, ownModel, scoreOf, type Model } from '../model.ts';
import { tierScores } from '../tiers.ts';
import { decided, inLines, type GateReading } from './accept.ts';
import { heldOut, thresholdsOf } from './calibrate.ts';
import { lineOf, markedSet, marksIn } from './marks.ts';
import { ready, type Ready } from './prepare.ts';
import { examplesOf, gate } from './texts.ts';
import { modelsFolder, trained, trainingTexts } from './train.ts';

export interface Retraining {
  readonly marks: string;
  /** The texts that the present model was trained on. */
  readonly taught: readonly Ready[];
  readonly gate: readonly Ready[];
  readonly present: Model;
}

export interface Retrained {
  readonly lines: readonly string[];
  /** The new model; undefined where it was refused, or where no mark could be used. */
  readonly bytes: Buffer | undefined;
}

/** Thresholds come from the authors' texts alone: handlers mark what was odd, which is no sample of what comes in. */
export function retrained({ marks: written, taught, gate: held, present }: Retraining): Retrained {
  const { marks, wrong } = marksIn(written, new Set(held.map(({ example }) => example.text)));
  if (marks.length === 0) return { lines: [...wrong, 'No mark can be used.'], bytes: undefined };
  const all = [...taught, ...marks.map((one, at) => lineOf(one, at))];
  const scored = heldOut(all).filter(({ example }) => example.set !== markedSet);
  const bytes = trained(all, thresholdsOf(scored));
  const decision = decided(readingOf(present, held), readingOf(fromBytes(bytes), held));
  return {
    lines: [...wrong, `${marks.length} marks beside ${taught.length} texts.`, ...inLines(decision)],
    bytes: decision.accepted ? bytes : undefined,
  };
}

export const readingOf = (model: Model, held: readonly Ready[]): GateReading => ({
  scored: held.map(({ example, clauses }) => ({ example, ...tierScores(scoreOf(model, clauses).scores) })),
  cuts: model.card.tiers,
});

if (import.meta.main) {
  const { values } = parseArgs({ options: { marks: { type: 'string' }, out: { type: 'string' } } });
  if (values.marks === undefined) throw new Error('Name the file: script/train --marks FILE [--out DIR]');
  const { lines, bytes } = retrained({
    marks: readFileSync(values.marks, 'utf8'),
    taught: trainingTexts().map(ready),
    gate: examplesOf(gate).map(ready),
    present: ownModel(),
  });
  console.log(lines.join('\n'));
  if (bytes) {
    const folder = values.out ?? modelsFolder;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'triage.bin'), bytes);
  } else process.exitCode = 1;
}
