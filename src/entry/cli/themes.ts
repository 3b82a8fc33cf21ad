import { z } from 'zod';
import { readComment } from '#triage/index.ts';
import type { Exit } from './complaint.ts';
import type { CliIo } from './ports.ts';
import { eachLine } from './reading.ts';

/** A line of `signpost themes --jsonl`. */
const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().max(100_000, 'Give at most 100,000 characters.'),
});

/** `signpost themes --jsonl`: what comments about care are about, and how bad or good. Nothing is kept. */
export const themeLines = (io: CliIo): Promise<Exit> =>
  eachLine(io, line, ({ id, text }) => {
    const { criticality = null, themes = [], sentiment = null } = readComment(text) ?? {};
    return { id, criticality, themes, sentiment };
  });
