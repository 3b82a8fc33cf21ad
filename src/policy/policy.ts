import type { PolicyDocument } from './document.ts';
import type { RuleName, RuleValue } from './rules.ts';

/** Why a value is what it is: the policy says so, it follows from what the policy says, or it is our default. */
export type Basis = 'stated' | 'inferred' | 'default';

export const appliesTo = ['personal', 'corporate', 'departmental', 'forum'] as const;
export type AppliesTo = (typeof appliesTo)[number];

/** One clause, restated in our own words. */
export interface Clause {
  /** By which rules, pages and the record name it. Letters within a section are ours. */
  readonly id: string;
  /** The number that the document prints over its section; null where it prints none. */
  readonly number: string | null;
  readonly title: string;
  /** Heading of the section that it stands in. */
  readonly section: string;
  readonly text: string;
  readonly applies: readonly AppliesTo[];
  /** `inferred`: the document does not say it; it is our reading of what keeping the policy takes. */
  readonly basis: 'stated' | 'inferred';
}

export interface Binding {
  readonly rule: RuleName;
  readonly clause: string;
  readonly value: unknown;
  readonly basis: Basis;
  /** Fields of the value that the policy does not give, though it gives the rest: ours, and never put into its mouth. */
  readonly ours: readonly string[];
  /** Why a default is what it is, or how an inference was drawn. */
  readonly note?: string;
}

/** Which clause decides, in about six words. */
export interface Citation {
  readonly rule: RuleName;
  readonly clause: string;
  readonly title: string;
  readonly words: string;
  readonly basis: Basis;
  /** Such as `icb002/1.0`. */
  readonly policy: string;
  readonly note?: string;
}

/** One version of a policy, ready to decide. */
export interface Policy {
  /** Such as `icb002/1.0`. */
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly version: string;
  readonly status: PolicyDocument['status'];
  /** Rules switch at 00:00 in `zone` on this date. */
  readonly effective: Temporal.PlainDate;
  readonly zone: string;
  readonly document: PolicyDocument;
  readonly clauses: readonly Clause[];
  readonly bindings: readonly Binding[];
  /** @throws for an id that the policy does not have. */
  clause(id: string): Clause;
  value<R extends RuleName>(rule: R): RuleValue<R>;
  basis(rule: RuleName): Basis;
  cite(rule: RuleName): Citation;
  /** The rules bound to a clause. */
  boundTo(clause: string): readonly Binding[];
}
