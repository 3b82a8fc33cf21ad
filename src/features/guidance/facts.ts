import type { Basis, Policy, RuleName } from '#policy/index.ts';
import { severityInWords } from './severity.ts';
import { rulesHere } from './topics.ts';

/** One rule as the policy in force binds it, for a page that can ask nobody. */
export interface RuleFacts {
  readonly clause: string;
  readonly title: string;
  readonly words: string;
  readonly basis: Basis;
  readonly value: unknown;
  /** How grave it is, in words, by severity: only those that this rule can have. */
  readonly grave: Readonly<Record<string, string>>;
}

/** What the check goes by in a browser: nothing in it is secret, and nothing of it is about a person. */
export interface Facts {
  readonly policy: string;
  readonly organisation: string;
  /** Today where the organisation is, as `2026-11-27`. */
  readonly asOf: string;
  readonly rules: Readonly<Record<string, RuleFacts>>;
}

export function factsOf(policy: Policy, now: Temporal.Instant): Facts {
  return {
    policy: policy.id,
    organisation: policy.document.organisation,
    asOf: now.toZonedDateTimeISO(policy.zone).toPlainDate().toString(),
    rules: Object.fromEntries(rulesHere.map((rule) => [rule, ruleFacts(policy, rule)])),
  };
}

function ruleFacts(policy: Policy, rule: RuleName): RuleFacts {
  const { clause, title, words, basis } = policy.cite(rule);
  const value: unknown = policy.value(rule);
  return { clause, title, words, basis, value, grave: gravities(value) };
}

interface Graded {
  readonly severity?: string;
  readonly role?: string;
  readonly kinds?: Readonly<Record<string, string>>;
}

/** A role belongs to the rule's own severity; what is graded otherwise within it needs nobody. */
function gravities(value: unknown): Record<string, string> {
  const { severity, role, kinds = {} }: Graded = typeof value === 'object' && value !== null ? value : {};
  if (severity === undefined) return {};
  return {
    note: severityInWords('note', undefined),
    ...Object.fromEntries(Object.values(kinds).map((one) => [one, severityInWords(one, undefined)])),
    [severity]: severityInWords(severity, role),
  };
}
