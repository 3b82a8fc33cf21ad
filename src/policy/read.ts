import { z } from 'zod';
import { policyDocument, type PolicyDocument } from './document.ts';
import { appliesTo, type AppliesTo, type Binding, type Clause, type Policy } from './policy.ts';
import { rules, ruleNames, type RuleName } from './rules.ts';

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

const bindingShape = z.array(
  z.strictObject({
    rule: z.string(),
    clause: z.string(),
    basis: z.enum(['stated', 'inferred', 'default']),
    value: z.unknown().optional(),
    note: z.string().optional(),
  }),
);

/**
 * Reads one version of a policy from its pack.
 * @throws PolicyUnreadable listing everything that is wrong, not only the first thing.
 */
export function readPolicy(files: PolicyFiles): Policy {
  const problems: string[] = [];
  const document = parsed('policy.json', files['policy.json'], policyDocument, problems);
  const rawBindings = parsed('bindings.json', files['bindings.json'], bindingShape, problems);
  const clauses = readClauses(files['clauses.md'], problems);
  if (!document || !rawBindings) throw new PolicyUnreadable(problems);
  const bindings = readBindings(
    rawBindings,
    new Set(clauses.map((clause) => clause.id)),
    document.requires,
    problems,
  );
  if (problems.length > 0) throw new PolicyUnreadable(problems);
  return policyOf(document, clauses, bindings);
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

/**
 * Reads clauses: `## Section`, then `### id Title`, an optional line `applies: personal, corporate`, then the text.
 */
export function readClauses(markdown: string, problems: string[]): Clause[] {
  const clauses: Clause[] = [];
  let section = '';
  for (const block of markdown.split(/^(?=#{2,3} )/m)) {
    const [heading = '', ...lines] = block.trim().split('\n');
    if (heading.startsWith('## ')) section = heading.slice(3).trim();
    if (!heading.startsWith('### ')) continue;
    const [id = '', ...title] = heading.slice(4).trim().split(' ');
    const applies =
      lines
        .find((line) => line.startsWith('applies:'))
        ?.slice('applies:'.length)
        .split(',')
        .map((one) => one.trim()) ?? [];
    const wrong = applies.filter((one) => !isApplies(one));
    if (wrong.length > 0)
      problems.push(`clauses.md: ${id} applies to ${wrong.join(', ')}, which is nothing that we know`);
    const text = lines
      .filter((line) => !line.startsWith('applies:'))
      .join('\n')
      .trim();
    if (text === '' || title.length === 0) problems.push(`clauses.md: ${id} needs a title and a text`);
    if (clauses.some((clause) => clause.id === id)) problems.push(`clauses.md: ${id} stands there twice`);
    clauses.push({ id, title: title.join(' '), section, text, applies: applies.filter(isApplies) });
  }
  if (clauses.length === 0) problems.push('clauses.md holds no clause (### id Title)');
  return clauses;
}

const isApplies = (word: string): word is AppliesTo => appliesTo.some((one) => one === word);
const isRule = (name: string): name is RuleName => name in rules;

function readBindings(
  raw: z.infer<typeof bindingShape>,
  clauses: ReadonlySet<string>,
  requires: number,
  problems: string[],
): Binding[] {
  const bindings: Binding[] = [];
  for (const { rule: name, clause, basis, value = null, note } of raw) {
    if (!isRule(name)) {
      problems.push(`bindings.json: there is no rule ${name}`);
      continue;
    }
    if (bindings.some((binding) => binding.rule === name))
      problems.push(`bindings.json: ${name} is bound twice`);
    if (!clauses.has(clause))
      problems.push(`bindings.json: ${name} is bound to clause ${clause}, which the policy does not have`);
    const result = rules[name].value.safeParse(value);
    if (!result.success)
      problems.push(
        `bindings.json: the value of ${name}: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
      );
    bindings.push({
      rule: name,
      clause,
      basis,
      value: result.success ? result.data : null,
      ...(note === undefined ? {} : { note }),
    });
  }
  for (const name of ruleNames) {
    const spec = rules[name];
    if (bindings.some((binding) => binding.rule === name)) continue;
    if (spec.since <= requires) problems.push(`bindings.json: the rule ${name} is not bound`);
    else if (!('fallback' in spec))
      problems.push(`the rule ${name} is newer than this pack and has no fallback`);
  }
  return bindings;
}

function policyOf(
  document: PolicyDocument,
  clauses: readonly Clause[],
  bindings: readonly Binding[],
): Policy {
  const id = `${document.number.toLowerCase()}/${document.version}`;
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const byRule = new Map(bindings.map((binding) => [binding.rule, binding]));
  const clauseOf = (clause: string): Clause => {
    const found = byId.get(clause);
    if (!found) throw new Error(`${id} has no clause ${clause}`);
    return found;
  };
  const bound = (rule: RuleName): Binding => {
    const found = byRule.get(rule);
    if (found) return found;
    // A rule that is newer than the pack holds by its fallback, and is never said to be the policy's.
    const fallback: unknown = Reflect.get(rules[rule], 'fallback') ?? null;
    return {
      rule,
      clause: clauses[0]?.id ?? '',
      value: fallback,
      basis: 'default',
      note: 'This rule is newer than the policy.',
    };
  };
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
      const { clause, basis, value, note } = bound(rule);
      const words = (rules[rule].words as (value: unknown) => string)(value);
      return {
        rule,
        clause,
        title: clauseOf(clause).title,
        words,
        basis,
        policy: id,
        ...(note === undefined ? {} : { note }),
      };
    },
    boundTo: (clause) => bindings.filter((binding) => binding.clause === clause),
  };
}
