import { z } from 'zod';
import type { Policy } from './policy.ts';

const shape = z.array(
  z.strictObject({
    id: z.string(),
    status: z.enum(['enforced', 'measured', 'shown', 'outside', 'planned']),
    tests: z.array(z.strictObject({ file: z.string(), name: z.string() })).optional(),
    reason: z.string().optional(),
  }),
);

/** How each clause of a version is kept, and the tests that show it. */
export type Coverage = z.infer<typeof shape>;
type Row = Coverage[number];

/** @throws with every problem: a clause missing or unknown, a status without its tests or its reason. */
export function readCoverage(text: string, policy: Pick<Policy, 'id' | 'clauses'>): Coverage {
  const unreadable = (problems: readonly string[]) =>
    new Error(
      `The coverage of ${policy.id} cannot be read:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  const result = shape.safeParse(fromJson(text, unreadable));
  if (!result.success)
    throw unreadable(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const problems = wrongRows(result.data, policy);
  if (problems.length > 0) throw unreadable(problems);
  return result.data;
}

function fromJson(text: string, unreadable: (problems: readonly string[]) => Error): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable([`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function wrongRows(rows: Coverage, policy: Pick<Policy, 'clauses'>): string[] {
  const known = new Set(policy.clauses.map((clause) => clause.id));
  const ids = rows.map((row) => row.id);
  return [
    ...[...known].filter((id) => !ids.includes(id)).map((id) => `${id} is missing`),
    ...ids.filter((id) => !known.has(id)).map((id) => `${id} is no clause`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands there twice`),
    ...rows.flatMap(wrongRow),
  ];
}

function wrongRow({ id, status, tests = [], reason }: Row): string[] {
  if (status === 'outside') return reason?.trim() ? [] : [`${id} is outside without a reason`];
  if (status === 'planned') return tests.length > 0 ? [`${id} is planned but names tests`] : [];
  return tests.length === 0 ? [`${id} is ${status} but names no test`] : [];
}

export interface CoverageReport {
  readonly policy: string;
  readonly rows: readonly {
    readonly clause: string;
    readonly title: string;
    readonly status: Row['status'];
    readonly tests: readonly { file: string; name: string }[];
    readonly reason?: string | undefined;
  }[];
  readonly totals: Readonly<Record<string, number>>;
}

/** Every clause in the policy's order, with totals by status. */
export function coverageReport(policy: Policy, coverage: Coverage): CoverageReport {
  const byId = new Map(coverage.map((row) => [row.id, row]));
  const rows = policy.clauses.map((clause) => {
    const row = byId.get(clause.id);
    return {
      clause: clause.id,
      title: clause.title,
      status: row?.status ?? ('planned' as const),
      tests: row?.tests ?? [],
      ...(row?.reason === undefined ? {} : { reason: row.reason }),
    };
  });
  const totals: Record<string, number> = { enforced: 0, measured: 0, shown: 0, outside: 0, planned: 0 };
  for (const row of rows) totals[row.status] = (totals[row.status] ?? 0) + 1;
  return { policy: policy.id, rows, totals };
}

export interface RanTest {
  readonly file: string;
  readonly name: string;
  readonly state: string;
}

/**
 * What is wrong between what a coverage claims and what the tests have shown.
 * @param ran every test of the run, with its file from the root, and its name under those of its groups: `group > test`.
 * @returns a sentence for each test that is named and did not run, or did not pass.
 */
export function checkCoverage(coverage: Coverage, ran: readonly RanTest[]): string[] {
  const key = ({ file, name }: { readonly file: string; readonly name: string }) => `${file} › ${name}`;
  const states = Map.groupBy(ran, key);
  return coverage.flatMap(({ id, tests = [] }) =>
    tests.flatMap((test) => {
      const runs = states.get(key(test));
      if (!runs) return [`${id}: there is no test ${key(test)}, or it did not run`];
      const bad = runs.find((one) => one.state !== 'passed');
      return bad ? [`${id}: ${key(test)} is ${bad.state}`] : [];
    }),
  );
}
