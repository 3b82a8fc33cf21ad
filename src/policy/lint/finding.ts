import type { PolicyDocument } from '../document.ts';

/** Something in the document that an auditor would ask about. Never mended here: shown. */
export interface Finding {
  /** Such as `review-date-passed`. */
  readonly id: string;
  readonly clauses: readonly string[];
  readonly severity: 'note' | 'warning';
  readonly sentence: string;
  /** What would mend it: a sentence for whoever writes the next version. */
  readonly mend: string;
  /** What in the document, or on this day, led to it. */
  readonly facts: Readonly<Record<string, Fact>>;
}
export type Fact = string | number | readonly string[];

/** One general rule over a policy's own data and today's date. */
export type Lint = (document: PolicyDocument, today: Temporal.PlainDate) => readonly Finding[];

/** One finding, in the list that a lint gives. */
export const findings = (one: Omit<Finding, 'severity'>, severity: Finding['severity'] = 'warning') => [
  { ...one, clauses: [...new Set(one.clauses)], severity },
];

/** The clauses in which the document says these things of itself. */
export const standing = (document: Pick<PolicyDocument, 'stands'>, ...topics: readonly string[]): string[] =>
  topics.flatMap((topic) => document.stands[topic] ?? []);
