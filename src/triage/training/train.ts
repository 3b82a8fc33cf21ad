/** Trains the triage model from the texts kept here and writes it beside them. Run as `script/train`. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBytes, type ModelCard } from '../model.ts';
import { heldOut, thresholdsOf, type Thresholds } from './calibrate.ts';
import { knownWords } from './known.ts';
import { learned } from './learn.ts';
import { ready, type Ready } from './prepare.ts';
import { examplesOf, trainingSets, type Example } from './texts.ts';

export const modelsFolder = join(import.meta.dirname, '../models');

export const trainingTexts = (): Example[] => trainingSets().flatMap(examplesOf);

export const digestOf = (examples: readonly Example[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        examples.map(({ text, labels, severity, lang }) => [text, labels, severity, lang ?? 'en']),
      ),
    )
    .digest('hex');

/** The model of these texts. The same texts give the same bytes. */
export function trained(all: readonly Ready[], thresholds: Thresholds): Buffer {
  const { card: its, table, weights } = learned(all.map(({ prepared }) => prepared));
  const card = {
    made: 'signpost-triage-2' as const,
    texts: digestOf(all.map(({ example }) => example)),
    features: table.hashes.length,
    ...its,
    ...thresholds,
  } as ModelCard;
  return toBytes({ card, table, weights });
}

if (import.meta.main) {
  const examples = trainingTexts();
  const all = examples.map(ready);
  const scored = heldOut(all);
  const bytes = trained(all, thresholdsOf(scored));
  mkdirSync(modelsFolder, { recursive: true });
  writeFileSync(join(modelsFolder, 'known-words.txt'), knownWords(examples));
  writeFileSync(join(modelsFolder, 'triage.bin'), bytes);
  console.log(
    `${examples.length} texts, ${bytes.length} bytes, ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}
