import type { z } from 'zod';
import { bindingShape, readBindings, type Catalogue } from './bindings.ts';
import { readClauses, type WrittenClause } from './clauses.ts';
import { clausesNamed, policyDocument, type PolicyDocument } from './document.ts';
import type { Binding, Clause, Policy } from './policy.ts';
import { reviewDue } from './lint/dates.ts';
import { rules, type RuleName, type RuleValue } from './rules.ts';

/** A pack's files as text, by their names. */
export interface PolicyFiles {
  readonly 'clauses.md': string;
  readonly 'policy.json': string;
  readonly 'bindings.json': string;
}

/** A pack cannot be read; every problem is listed, each with its file. */
export class PolicyUnreadable extends Error {
  override name = 'PolicyUnreadable';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The policy cannot be read:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads one version of a policy from its pack.
 * @param catalogue the rules to read it against: the product's own.
 * @throws PolicyUnreadable listing everything that is wrong, not only the first thing.
 */
export function readPolicy(files: PolicyFiles, catalogue: Catalogue = rules): Policy {
  const problems: string[] = [];
  const document = parsed('policy.json', files['policy.json'], policyDocument, problems);
  const written = parsed('bindings.json', files['bindings.json'], bindingShape, problems);
  const clauses = readClauses(files['clauses.md'], problems);
  const bindings =
    document &&
    written &&
    readBindings(written, { catalogue, clauses, requires: document.requires }, problems);
  if (document) problems.push(...strayClauses(document, clauses));
  if (document && bindings) problems.push(...lateReview(document, bindings));
  if (!document || !bindings || problems.length > 0) throw new PolicyUnreadable(problems);
  return policyOf(document, clauses, bindings, catalogue);
}

function parsed<T>(file: string, text: string, shape: z.ZodType<T>, problems: string[]): T | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    problems.push(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const result = shape.safeParse(json);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    problems.push(`${file}: ${issue.path.join('.') || 'as a whole'}: ${issue.message}`);
  return undefined;
}

function strayClauses(document: PolicyDocument, clauses: readonly WrittenClause[]): string[] {
  const known = new Set(clauses.map((clause) => clause.id));
  return [...new Set(clausesNamed(document))]
    .filter((id) => !known.has(id))
    .map((id) => `policy.json names clause ${id}, which the policy does not have`);
}

/** The next review may not come later than the policy itself allows, counted from the day on which it began. */
function lateReview(document: PolicyDocument, bindings: readonly Binding[]): string[] {
  const every = bindings.find((one) => one.rule === 'policy.review-every')?.value as
    | RuleValue<'policy.review-every'>
    | null
    | undefined;
  if (!every) return [];
  const last = Temporal.PlainDate.from(document.effective).add({ months: every.months });
  const due = reviewDue(document.nextReview);
  return Temporal.PlainDate.compare(due, last) <= 0
    ? []
    : [
        `policy.json: the next review is due by ${due.toString()}, later than ${every.months} months after it began: give a day up to ${last.toString()}`,
      ];
}

function policyOf(
  document: PolicyDocument,
  written: readonly WrittenClause[],
  bindings: readonly Binding[],
  catalogue: Catalogue,
): Policy {
  const id = `${document.number.toLowerCase()}/${document.version}`;
  const clauses = written.map((clause): Clause => ({
    ...clause,
    number: printedNumber(document, clause.id),
  }));
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const byRule = new Map(bindings.map((binding) => [binding.rule, binding]));
  const clauseOf = (clause: string): Clause => {
    const found = byId.get(clause);
    if (!found) throw new Error(`${id} has no clause ${clause}`);
    return found;
  };
  const bound = (rule: RuleName): Binding =>
    byRule.get(rule) ?? unbound(rule, catalogue[rule].fallback, clauses[0]?.id ?? '');
  return {
    id,
    document,
    clauses,
    bindings,
    number: document.number,
    name: document.name,
    version: document.version,
    status: document.status,
    effective: Temporal.PlainDate.from(document.effective),
    zone: document.zone,
    clause: clauseOf,
    // The value was read by this rule's own schema above, which is what makes the type true.
    value: (rule) => bound(rule).value as never,
    basis: (rule) => bound(rule).basis,
    cite(rule) {
      const { clause, basis, value, ours, note } = bound(rule);
      const wording = catalogue[rule].words as (value: unknown, ours: readonly string[]) => string;
      const words = wording(value, ours);
      const { title } = clauseOf(clause);
      return { rule, clause, title, words, basis, policy: id, ...(note === undefined ? {} : { note }) };
    },
    boundTo: (clause) => bindings.filter((binding) => binding.clause === clause),
  };
}

/** A rule that is newer than the pack holds by its fallback, under the version as a whole, and is never said to be the policy's. */
const unbound = (rule: RuleName, value: unknown, clause: string): Binding => ({
  rule,
  clause,
  value: value ?? null,
  ours: [],
  basis: 'default',
  note: 'This rule is newer than the policy.',
});

/** The number printed over the clause's section, of which the longest fits: `6.10` and not `6` over `6.10.a`. */
function printedNumber({ sections }: PolicyDocument, clause: string): string | null {
  const over = sections
    .filter(({ implied }) => clause.startsWith(implied) && !/^\w/.test(clause.slice(implied.length)))
    .sort((a, b) => b.implied.length - a.implied.length);
  return over[0]?.number ?? null;
}
