import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { chosen, clauseShown, usedOf, versionOf, versionsIn } from '../reading.ts';
import { clause, version } from '../shapes.ts';

const whole = version.extend({ clauses: z.array(clause) });
const which = ask.maybe('Version', { hint: 'Such as icb002/1.0; the one that decides unless told', max: 60 });

/** The policy in force, clause by clause, with the rules that each clause decides. */
export const inForce = question('policy.in-force', {
  about:
    'The policy that decides now: each clause in our words, and the rules bound to it with their values, and how each is kept.',
  askers: 'public',
  input: form({}),
  output: whole,
  read: async (reading) => document(reading, undefined),
});

/** Any version that lies here, to read. */
export const read = question('policy.read', {
  about:
    'One version of a policy as a whole: the one that decides, an earlier one, or another organisation’s.',
  askers: 'public',
  input: form({ version: which }),
  output: whole,
  read: async (reading) => document(reading, reading.input.version),
});

async function document(reading: Parameters<typeof chosen>[0], id: string | undefined) {
  const policy = chosen(reading, id);
  const used = await usedOf(reading, policy);
  return {
    ...versionOf(reading, policy),
    clauses: policy.clauses.map((one) => clauseShown(reading.house, policy, one, used)),
  };
}

/** Every version that lies here. */
export const versions = question('policy.versions', {
  about: 'Lists the versions of the policy, and policies of other organisations that lie here to be read.',
  askers: 'public',
  input: form({}),
  output: z.object({ versions: z.array(version) }),
  read: async (reading) => ({ versions: versionsIn(reading.house).map((one) => versionOf(reading, one)) }),
});

/** How often each clause decided something of late. */
export const decided = question('policy.decided', {
  about: 'How many decisions each clause carried in these last days.',
  askers: 'public',
  input: form({ days: ask.whole('Days', { min: 1, max: 366 }) }),
  output: z.object({ since: z.string(), counts: z.record(z.string(), z.int()) }),
  async read({ input, policy, now, trail }) {
    const since = now.subtract({ hours: 24 * input.days });
    return {
      since: since.toString(),
      counts: Object.fromEntries(await trail.countByClause(policy.id, since)),
    };
  },
});
