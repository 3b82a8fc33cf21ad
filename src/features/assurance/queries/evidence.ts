import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { chosen, findingsOf, versionOf } from '../reading.ts';
import { coverage, finding, version } from '../shapes.ts';

const staff = [role('staff')] as const;
const which = ask.maybe('Version', { hint: 'Such as icb002/1.0; the one that decides unless told', max: 60 });

/** What an auditor would ask about the document itself, and what would mend it. */
export const findings = question('policy.findings', {
  about: 'What is wrong with the document itself on this day, by general rules, and what would mend each.',
  askers: staff,
  input: form({ version: which }),
  output: z.object({ version, findings: z.array(finding) }),
  async read(reading) {
    const policy = chosen(reading, reading.input.version);
    return { version: versionOf(reading, policy), findings: findingsOf(reading, policy) };
  },
});

/** How each clause is kept, with the tests that show it. */
export const covered = question('policy.coverage', {
  about:
    'Each clause: enforced, measured, shown, outside the system with a reason, or planned; with its tests.',
  askers: staff,
  input: form({ version: which }),
  output: z.object({
    version,
    known: z.boolean().describe('False where the version does not say how its clauses are kept'),
    totals: z.record(z.string(), z.int()),
    rows: z.array(coverage.extend({ clause: z.string(), title: z.string() })),
  }),
  async read(reading) {
    const policy = chosen(reading, reading.input.version);
    const report = reading.house.policies.coverage?.(policy);
    return {
      version: versionOf(reading, policy),
      known: report !== undefined,
      totals: { ...report?.totals },
      rows: (report?.rows ?? []).map(({ tests, reason, ...row }) => ({
        ...row,
        tests: [...tests],
        reason: reason ?? null,
      })),
    };
  },
});
