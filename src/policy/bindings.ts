import { z } from 'zod';
import type { Binding, Clause } from './policy.ts';
import { ruleNames, type RuleName, type rules } from './rules.ts';

/** The catalogue of rules that a pack is read against. */
export type Catalogue = typeof rules;

export const bindingShape = z.array(
  z.strictObject({
    rule: z.string(),
    clause: z.string(),
    basis: z.enum(['stated', 'inferred', 'default']),
    value: z.unknown().optional(),
    ours: z.array(z.string()).optional(),
    note: z.string().optional(),
  }),
);
type WrittenBinding = z.infer<typeof bindingShape>[number];

/** What a pack is checked by while its bindings are read. */
export interface Ground {
  readonly catalogue: Catalogue;
  readonly clauses: readonly Pick<Clause, 'id' | 'basis'>[];
  /** Edition of the catalogue that the pack says it binds in full. */
  readonly requires: number;
}

/** @param problems is given everything that is wrong. */
export function readBindings(
  written: readonly WrittenBinding[],
  ground: Ground,
  problems: string[],
): Binding[] {
  const say = (problem: string) => void problems.push(`bindings.json: ${problem}`);
  const bindings: Binding[] = [];
  for (const one of written) {
    if (!isRule(one.rule)) {
      say(`there is no rule ${one.rule}`);
      continue;
    }
    if (bindings.some((binding) => binding.rule === one.rule)) say(`${one.rule} is bound twice`);
    checkClause(one, ground, say);
    bindings.push(readBinding({ ...one, rule: one.rule }, ground, say));
  }
  checkComplete(bindings, ground, say);
  return bindings;
}

const isRule = (name: string): name is RuleName => ruleNames.some((one) => one === name);

function checkClause(
  { rule, clause, basis }: WrittenBinding,
  { clauses }: Ground,
  say: (problem: string) => void,
) {
  const found = clauses.find((one) => one.id === clause);
  if (!found) say(`${rule} is bound to clause ${clause}, which the policy does not have`);
  // What the document does not say cannot have been stated by it.
  if (found?.basis === 'inferred' && basis === 'stated')
    say(`${rule} is said to be stated by ${clause}, which is itself inferred`);
}

function readBinding(
  { rule, clause, basis, value = null, ours = [], note }: WrittenBinding & { readonly rule: RuleName },
  { catalogue }: Ground,
  say: (problem: string) => void,
): Binding {
  const result = catalogue[rule].value.safeParse(value);
  for (const issue of result.error?.issues ?? [])
    say(
      `the value of ${rule}: ${[issue.path.join('.'), issue.message].filter((part) => part !== '').join(' ')}`,
    );
  const fields = Object.keys(Object(value));
  for (const field of ours.filter((one) => !fields.includes(one)))
    say(`${rule} has no ${field} of which it could be said that it is ours`);
  if (basis === 'default' && ours.length > 0) say(`${rule} is a default: all of its value is ours`);
  return {
    rule,
    clause,
    basis,
    ours,
    value: result.success ? result.data : null,
    ...(note === undefined ? {} : { note }),
  };
}

/** Rules that are newer than the pack need not be bound, if they say what holds without. */
function checkComplete(
  bindings: readonly Binding[],
  { catalogue, requires }: Ground,
  say: (problem: string) => void,
) {
  for (const name of ruleNames) {
    if (bindings.some((binding) => binding.rule === name)) continue;
    const { since, fallback } = catalogue[name];
    if (since <= requires) say(`the rule ${name} is not bound`);
    else if (fallback === undefined)
      say(`the rule ${name} is not bound; it is newer than this pack, and has no fallback`);
  }
}
