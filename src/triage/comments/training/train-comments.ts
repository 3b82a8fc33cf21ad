/** Trains the models of comments from data kept elsewhere, and writes weights alone. `script/train --data DIR [--out DIR]` */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packed } from '../../model-file.ts';
import type { LinearModel } from '../linear.ts';
import { criticality, sentiment } from '../scales.ts';
import {
  criticalityComments,
  isMeasure,
  themeComments,
  themesLearned,
  type Comment,
} from './comment-texts.ts';
import { learnedFrom } from './learn-comments.ts';

const toBytes = ({ card, table, weights }: LinearModel): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(card)}\n`), packed(table.hashes, weights)]);

const taught = (comments: readonly Comment[]): Comment[] => comments.filter((one) => !isMeasure(one));

/** Both models by name, as they are kept. The same data gives the same bytes. */
export function commentModels(critical: readonly Comment[], themed: readonly Comment[]): Map<string, Buffer> {
  const [one, two] = [taught(critical), taught(themed)];
  return new Map([
    ['criticality', toBytes(learnedFrom(one, { themes: [], scale: criticality }))],
    ['themes', toBytes(learnedFrom(two, { themes: themesLearned(two), scale: sentiment }))],
  ]);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
  if (values.data === undefined) throw new Error('Name the folder: script/train --data DIR [--out DIR]');
  const folder = values.out ?? join(import.meta.dirname, '../models');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of commentModels(criticalityComments(values.data), themeComments(values.data))) {
    writeFileSync(join(folder, `${name}.bin`), bytes);
    console.log(`${name}: ${bytes.length} bytes, ${createHash('sha256').update(bytes).digest('hex')}`);
  }
}
