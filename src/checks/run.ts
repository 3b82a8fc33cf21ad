import type { Basis, Policy } from '#policy/index.ts';
import type { Check, CheckRule, Found } from './check.ts';
import { readDraft, type Draft, type Settings } from './draft.ts';
import { everyCheck } from './every-check.ts';

export const severities = ['note', 'warn', 'needs-approval', 'needs-role', 'block'] as const;
export type Severity = (typeof severities)[number];

export interface Finding {
  readonly rule: CheckRule;
  readonly ref: string;
  /** The clause that it rests on; null where the policy is silent and the rule is our default. */
  readonly clause: string | null;
  readonly basis: Basis;
  readonly severity: Severity;
  /** Who decides, or may override; null where nobody may. */
  readonly role: string | null;
  /** `text`, or `media[0].alt`: places are UTF-16 units of that field. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix: Found['fix'] | null;
  readonly ruleVersion: number;
}

export interface Question {
  readonly rule: CheckRule;
  readonly ref: string;
  readonly clause: string | null;
  readonly field: string;
  readonly ask: string;
}

/** What is asked of a policy here: a page in a browser holds no more of it. */
export type Grades = Pick<Policy, 'id' | 'cite' | 'value'>;

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  /** The gravest severity of all findings; null where there is none. */
  readonly highest: Severity | null;
  /** Version of the policy that graded them. */
  readonly policy: string;
}

/** Whoever has mended a hundred places asks again; nobody reads more, and hostile texts have thousands. */
const most = 100;

/**
 * Runs every rule over a draft. All that match are told; the gravest decides. The same draft, policy and settings
 * give the same answer, byte by byte. Pure: nothing is stored, nothing is asked of the outside. Never throws.
 */
export function checkDraft(draft: Draft, policy: Grades, settings: Settings = {}): Verdict {
  const reading = readDraft(draft);
  const findings: Finding[] = [];
  const questions: Question[] = [];
  const told = new Set<string>();
  for (const one of everyCheck) {
    if (one.second && told.has(one.ref)) continue;
    const { clause, basis } = policy.cite(one.rule);
    const cited = { rule: one.rule, ref: one.ref, clause: basis === 'default' ? null : clause };
    let count = 0;
    for (const found of one.look(reading, policy.value(one.rule), settings)) {
      if (count === most) break;
      count += 1;
      if ('ask' in found) {
        if (!one.second || !questions.some(({ ref }) => ref === one.ref))
          questions.push({ ...cited, ...found });
      } else {
        findings.push({ ...cited, basis, ...graded(one, found, policy) });
        told.add(one.ref);
      }
    }
  }
  const sorted = findings.toSorted(gravestFirst);
  return { findings: sorted, questions, highest: sorted[0]?.severity ?? null, policy: policy.id };
}

const rank = (severity: Severity): number => severities.indexOf(severity);

function gravestFirst(one: Finding, two: Finding): number {
  return (
    rank(two.severity) - rank(one.severity) ||
    one.field.localeCompare(two.field) ||
    one.start - two.start ||
    one.ref.localeCompare(two.ref)
  );
}

interface Graded {
  readonly severity: Severity;
  readonly role?: string | undefined;
  readonly kinds?: Readonly<Record<string, Severity>>;
}

function graded({ rule, version }: Check, found: Found, policy: Grades) {
  const value: Graded = policy.value(rule);
  const severity = found.lesser ? 'note' : (value.kinds?.[found.kind ?? ''] ?? value.severity);
  return {
    severity,
    role: severity === value.severity ? (value.role ?? null) : null,
    field: found.field,
    start: found.start,
    end: found.end,
    message: found.message,
    fix: found.fix ?? null,
    ruleVersion: version,
  };
}
