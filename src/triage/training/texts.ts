import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isLabel, type Label } from '../labels.ts';

const label = z.custom<Label>((text) => typeof text === 'string' && isLabel(text));
const shape = z.object({
  id: z.string(),
  text: z.string().min(1),
  labels: z.array(label).min(1),
  lead: label,
  severity: z.enum(['S1', 'S2', 'S3', 'S4', 'S5']),
  /** ISO 639-1, where it is not English. */
  lang: z.string().optional(),
  note: z.string().optional(),
});

/** A labelled example. `set` is the file that it stands in: one author each. */
export type Example = z.infer<typeof shape> & { readonly set: string };

export const examplesFolder = join(import.meta.dirname, '../examples');

export const examplesOf = (set: string): Example[] =>
  readFileSync(join(examplesFolder, `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ ...shape.parse(JSON.parse(line)), set }));

/** Harmless beginnings of messages: what follows one must be found all the same. */
export const openers = (): string[] =>
  readFileSync(join(examplesFolder, 'behind/openers.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);

/** The gate is never trained on, and its author saw no other text. */
export const gate = 'gate';

export const trainingSets = (): string[] =>
  readdirSync(examplesFolder)
    .filter((name) => name.endsWith('.jsonl') && name !== `${gate}.jsonl`)
    .map((name) => name.replace('.jsonl', ''))
    .toSorted();

export const isHarmless = ({ severity }: Pick<Example, 'severity'>): boolean => severity > 'S2';
