import { z } from 'zod';

/** Of which version something is said, and whether that one decides now. */
export const version = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string(),
  version: z.string(),
  organisation: z.string(),
  status: z.string(),
  effective: z.iso.date(),
  nextReview: z.string(),
  decides: z.boolean().describe('True for the version that decides now'),
  ours: z.boolean().describe('False for a policy of another organisation that lies here to be read'),
});
export type Version = z.output<typeof version>;

/** A rule of the product, as one version binds it to a clause, and how the program keeps it. */
export const bound = z.object({
  rule: z.string(),
  about: z.string(),
  words: z.string(),
  basis: z.enum(['stated', 'inferred', 'default']),
  note: z.string().nullable(),
  value: z.unknown(),
  values: z.array(z.object({ name: z.string(), words: z.string(), ours: z.boolean() })),
  deeds: z.array(z.object({ room: z.string(), deed: z.string() })),
  refusals: z.array(z.string()),
  keptWords: z.string().nullable(),
  kept: z.boolean(),
});
export type Bound = z.output<typeof bound>;

/** How a clause is kept, as the pack claims and the tests show. */
export const coverage = z.object({
  status: z.enum(['enforced', 'measured', 'shown', 'outside', 'planned']),
  tests: z.array(z.object({ file: z.string(), name: z.string() })),
  reason: z.string().nullable(),
});
export type Coverage = z.output<typeof coverage>;

export const finding = z.object({
  id: z.string(),
  clauses: z.array(z.string()),
  severity: z.enum(['note', 'warning']),
  sentence: z.string(),
  mend: z.string(),
});
export type ShownFinding = z.output<typeof finding>;

export const clause = z.object({
  id: z.string(),
  title: z.string(),
  section: z.string(),
  text: z.string(),
  basis: z.enum(['stated', 'inferred']),
  applies: z.array(z.string()),
  rules: z.array(bound),
  coverage: coverage.nullable().describe('Null where the version does not say'),
  used: z.int().describe('Decisions under it in the last 30 days'),
});
export type ShownClause = z.output<typeof clause>;
