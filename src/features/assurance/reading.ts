import type { DeclaredHouse, Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { lintPolicy, rules, valueInWords, type Clause, type Finding, type Policy } from '#policy/index.ts';
import { keptBy } from './kept-by.ts';
import type { Bound, Coverage, ShownClause, ShownFinding, Version } from './shapes.ts';

/** How many days back a clause's use is counted. */
export const usedDays = 30;

type Asking = Pick<Reading<unknown>, 'house' | 'policy' | 'now' | 'trail'>;

export const versionOf = ({ house, policy: inForce }: Asking, policy: Policy): Version => ({
  id: policy.id,
  name: policy.name,
  number: policy.number,
  version: policy.version,
  organisation: policy.document.organisation,
  status: policy.status,
  effective: policy.effective.toString(),
  nextReview: policy.document.nextReview,
  decides: policy.id === inForce.id,
  ours: house.policies.all.includes(policy),
});

/** Every version that lies here: those of the policy that decides, then those of others. */
export const versionsIn = ({ policies }: DeclaredHouse): readonly Policy[] => [
  ...policies.all,
  ...(policies.others ?? []),
];

/** The version asked for; the one that decides unless told. @throws Refused (404) for one that does not lie here. */
export function chosen({ house, policy }: Asking, id: string | undefined): Policy {
  if (id === undefined) return policy;
  const found = versionsIn(house).find((one) => one.id === id);
  if (!found) throw refuse('kernel.not-found');
  return found;
}

/** How often each clause of a version was decided by of late. */
export const usedOf = ({ trail, now }: Asking, policy: Policy): Promise<Map<string, number>> =>
  trail.countByClause(policy.id, now.subtract({ hours: 24 * usedDays }));

export function clauseShown(
  house: DeclaredHouse,
  policy: Policy,
  clause: Clause,
  used: ReadonlyMap<string, number>,
): ShownClause {
  const { id, title, section, text, basis, applies } = clause;
  return {
    id,
    title,
    section,
    text,
    basis,
    applies: [...applies],
    rules: boundTo(house, policy, id),
    coverage: coverageOf(house, policy, id),
    used: used.get(id) ?? 0,
  };
}

const boundTo = (house: DeclaredHouse, policy: Policy, clause: string): Bound[] =>
  policy.boundTo(clause).map((binding) => {
    const { deeds, refusals, kept, words } = keptBy(house, binding.rule);
    return {
      rule: binding.rule,
      about: rules[binding.rule].about,
      words: policy.cite(binding.rule).words,
      basis: binding.basis,
      note: binding.note ?? null,
      value: binding.value,
      values: valueInWords(binding),
      deeds: [...deeds],
      refusals: [...refusals],
      kept,
      keptWords: words,
    };
  });

function coverageOf({ policies }: DeclaredHouse, policy: Policy, clause: string): Coverage | null {
  const row = policies.coverage?.(policy)?.rows.find((one) => one.clause === clause);
  return row ? { status: row.status, tests: [...row.tests], reason: row.reason ?? null } : null;
}

/** What an auditor would ask about a version today. */
export const findingsOf = ({ now }: Pick<Asking, 'now'>, policy: Policy): ShownFinding[] =>
  lintPolicy(policy, now.toZonedDateTimeISO(policy.zone).toPlainDate()).map(shown);

const shown = ({ id, clauses, severity, sentence, mend }: Finding): ShownFinding => ({
  id,
  clauses: [...clauses],
  severity,
  sentence,
  mend,
});
