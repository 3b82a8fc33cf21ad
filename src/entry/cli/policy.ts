import type { Policy } from '#policy/index.ts';
import { Complaint, exits, Usage, type Exit } from './complaint.ts';
import type { CliIo, LoadedPolicies } from './ports.ts';
import { columns, showJson } from './show.ts';

export interface PolicyOptions {
  /** A version such as `icb002/1.0`; the one in force unless told. */
  readonly policy?: string;
  readonly json?: true;
}

/** The policy versions on this machine, and which one is in force. */
export async function listPolicies(io: CliIo, { json }: PolicyOptions): Promise<Exit> {
  const { policies, inForce } = await io.run.policies();
  const listed = policies.map((policy) => ({
    id: policy.id,
    name: policy.name,
    effective: policy.effective.toString(),
    clauses: policy.clauses.length,
    inForce: policy.id === inForce.id,
  }));
  if (json) showJson(io.stdout, listed);
  else {
    const rows = listed.map((one) => [
      one.id,
      one.effective,
      String(one.clauses),
      one.inForce ? 'in force' : '',
      one.name,
    ]);
    io.stdout.write(columns([['POLICY', 'FROM', 'CLAUSES', '', 'NAME'], ...rows]));
  }
  return exits.ok;
}

/** One clause with what it binds, or all clauses by title. */
export async function showPolicy(
  io: CliIo,
  clause: string | undefined,
  options: PolicyOptions,
): Promise<Exit> {
  const policy = chosen(await io.run.policies(), options);
  const clauses = policy.clauses.filter(({ id }) => clause === undefined || id === clause);
  if (clauses.length === 0)
    throw new Complaint(`${policy.id} has no clause ${clause}. Run signpost policy show to see them all.`);
  const bound = (id: string) => policy.boundTo(id).map((binding) => policy.cite(binding.rule));
  if (options.json) {
    showJson(
      io.stdout,
      clauses.map((one) => ({ ...one, rules: bound(one.id) })),
    );
  } else if (clause === undefined) {
    io.stdout.write(columns(clauses.map(({ id, title }) => [id, title])));
  } else {
    for (const { id, title, text } of clauses) {
      io.stdout.write(`${id} ${title}\n\n${text}\n\n`);
      for (const { rule, words, basis } of bound(id)) io.stdout.write(`${rule}: ${words} (${basis})\n`);
    }
  }
  return exits.ok;
}

/** Each clause: enforced, measured, shown to people, planned, or outside the system with a reason. */
export async function coverage(io: CliIo, options: PolicyOptions): Promise<Exit> {
  const loaded = await io.run.policies();
  const policy = chosen(loaded, options);
  const report = loaded.coverage(policy);
  if (!report) throw new Complaint(`${policy.id} has no coverage.json beside its clauses.`);
  if (options.json) showJson(io.stdout, report);
  else {
    const rows = report.rows.map(({ clause, status, title, reason }) => [
      clause,
      status,
      reason === undefined ? title : `${title} (${reason})`,
    ]);
    const totals = Object.entries(report.totals).map(([status, count]) => `${count} ${status}`);
    io.stdout.write(columns([['CLAUSE', 'KEPT', 'TITLE'], ...rows]));
    io.stdout.write(`\n${policy.id}: ${report.rows.length} clauses: ${totals.join(', ')}.\n`);
  }
  return exits.ok;
}

/** What is wrong with the document itself, from its own words and dates. */
export async function lint(io: CliIo, options: PolicyOptions): Promise<Exit> {
  const loaded = await io.run.policies();
  const policy = chosen(loaded, options);
  const findings = loaded.lint(policy, loaded.now.toZonedDateTimeISO(policy.zone).toPlainDate());
  if (options.json) showJson(io.stdout, findings);
  else {
    for (const { id, clauses, severity, sentence } of findings) {
      io.stdout.write(`${severity}: ${sentence}\n  ${id}, ${clauses.join(', ')}\n`);
    }
    io.stdout.write(`${policy.id}: ${findings.length === 0 ? 'nothing' : findings.length} found.\n`);
  }
  return exits.ok;
}

function chosen({ policies, inForce }: LoadedPolicies, options: PolicyOptions): Policy {
  if (options.policy === undefined) return inForce;
  const found = policies.find(({ id }) => id === options.policy);
  if (found) return found;
  throw new Usage(
    `There is no policy ${options.policy} here. There are: ${policies.map(({ id }) => id).join(', ')}.`,
  );
}
