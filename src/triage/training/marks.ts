import { z } from 'zod';
import { findPersonalData, mask, type OwnDetails } from '#text/index.ts';
import { headAt } from '../heads.ts';
import { gravest, inOrder, isLabel, pagingByDefault, severityOf, type Label } from '../labels.ts';
import { targetsOf, unsaid } from './fit.ts';
import { ready, type Ready } from './prepare.ts';

const label = z.custom<Label>((name) => typeof name === 'string' && isLabel(name), 'is no label');

const mark = z
  .strictObject({
    text: z.string().trim().min(1, 'is empty').max(100_000, 'is longer than 100,000 characters'),
    mark: z.enum(['should have paged', 'need not have paged']),
    labels: z.array(label).min(1).optional(),
  })
  .refine(({ mark: its, labels = [] }) => its === 'should have paged' || !labels.some(pages), {
    path: ['labels'],
    message: 'has a label that pages, and the mark says that it need not have',
  });

/** What a handler said of a message with one key, and which labels are right if they said so. */
export type Mark = z.infer<typeof mark>;

const pages = (one: Label): boolean => pagingByDefault.includes(one);

export interface Marks {
  readonly marks: readonly Mark[];
  /** Lines that cannot be used, and why; never what stood in them. */
  readonly wrong: readonly string[];
}

/**
 * Marks, one JSON object a line. Texts of the gate and texts on which two handlers differ are left out and named.
 * @param frozen texts that must never be trained on
 */
export function marksIn(lines: string, frozen: ReadonlySet<string>): Marks {
  const wrong: string[] = [];
  const byText = new Map<string, { readonly line: number; readonly its: Mark }>();
  const disputed = new Set<string>();
  lines.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const read = mark.safeParse(jsonIn(line));
    const its = read.data;
    if (!its) return void wrong.push(`line ${at + 1}: ${read.error ? inWords(read.error) : 'unreadable'}`);
    if (frozen.has(its.text)) return void wrong.push(`line ${at + 1}: text: stands in the gate`);
    const before = byText.get(its.text);
    if (before && before.its.mark !== its.mark) {
      disputed.add(its.text);
      wrong.push(`line ${at + 1}: mark: differs from line ${before.line}; both are left out`);
    }
    byText.set(its.text, { line: at + 1, its });
  });
  return {
    marks: [...byText.values()].map(({ its }) => its).filter(({ text }) => !disputed.has(text)),
    wrong,
  };
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const inWords = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`).join('; ');

/** Texts that handlers marked: no author of ours, and never shown as examples. */
export const markedSet = 'marks';

/** A mark as a training line: personal data is replaced before anything is learned of it. */
export function lineOf(its: Mark, at: number, own: OwnDetails = {}): Ready {
  const labels = inOrder(its.labels ?? []);
  const should = its.mark === 'should have paged';
  const severity = gravest([...labels.map(severityOf), should ? 'S2' : labels.length > 0 ? 'S5' : 'S3']);
  const text = mask(its.text, findPersonalData(its.text, own));
  const example = {
    id: `${markedSet}-${at + 1}`,
    text,
    labels,
    lead: labels[0] ?? (should ? 'patient_safety' : 'service_enquiry'),
    severity,
    set: markedSet,
  } as const;
  const made = ready(example);
  const targets = its.labels ? targetsOf(labels, severity) : saidOnlyOfPaging(should);
  targets[headAt('page')] = should ? 1 : 0;
  return { ...made, prepared: { ...made.prepared, targets } };
}

/** “Should have paged” says that it hurries, not why. “Need not have paged” says that no label that pages is right. */
function saidOnlyOfPaging(should: boolean): Uint8Array {
  const targets = targetsOf([], 'S3').fill(unsaid);
  if (should) targets[headAt('look')] = 1;
  else for (const one of pagingByDefault) targets[headAt(one)] = 0;
  return targets;
}
