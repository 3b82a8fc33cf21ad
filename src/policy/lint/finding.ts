import type { PolicyDocument } from '../document.ts';

/** Something in the document that an auditor would ask about. Never mended here: shown. */
export interface Finding {
  /** Such as `review-date-passed`. */
  readonly id: string;
  readonly clauses: readonly string[];
  readonly severity: 'note' | 'warning';
  readonly sentence: string;
}

/** One general rule over a policy's own data and today's date. */
export type Lint = (document: PolicyDocument, today: Temporal.PlainDate) => readonly Finding[];

export const found = (
  id: string,
  clauses: readonly string[],
  sentence: string,
  severity: Finding['severity'] = 'warning',
): Finding => ({ id, clauses, severity, sentence });

/** One finding where there is anything to say. */
export const foundIf = (
  is: boolean,
  id: string,
  clauses: readonly string[],
  sentence: string,
  severity?: Finding['severity'],
): readonly Finding[] => (is ? [found(id, clauses, sentence, severity)] : []);

/** The clauses in which the document says these things of itself. */
export const standing = (document: Pick<PolicyDocument, 'stands'>, ...topics: readonly string[]): string[] =>
  topics.flatMap((topic) => document.stands[topic] ?? []);
