import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { rules, type Policy, type RuleName } from '#policy/index.ts';
import { severityInWords } from './severity.ts';
import { topics } from './topics.ts';

const asked = z.object({
  rule: z.string(),
  about: z.string().describe('What is looked at, in one sentence'),
  grave: z.string().nullable().describe('What a finding asks of whoever wrote the text'),
  citation: z.object({
    clause: z.string(),
    title: z.string(),
    words: z.string(),
    basis: z.enum(['stated', 'inferred', 'default']),
  }),
});
export type AskedRule = z.output<typeof asked>;

/** The guidance for whoever wants to post: what the check page looks at, in words. */
export const beforePosting = question('guidance.before-posting', {
  about: 'What is looked at before something is posted, by topic, with the clause and how grave it is.',
  askers: 'public',
  input: form({}),
  output: z.object({
    policy: z.string(),
    topics: z.array(z.object({ id: z.string(), title: z.string(), rules: z.array(asked) })),
  }),
  read: async ({ policy }) => ({
    policy: policy.id,
    topics: topics.map((topic) => ({ ...topic, rules: topic.rules.map((rule) => shown(policy, rule)) })),
  }),
});

function shown(policy: Policy, rule: RuleName): AskedRule {
  const { clause, title, words, basis } = policy.cite(rule);
  const value: unknown = policy.value(rule);
  const { severity, role } = (value ?? {}) as { severity?: string; role?: string };
  return {
    rule,
    about: rules[rule].about,
    grave: severity === undefined ? null : severityInWords(severity, role),
    citation: { clause, title, words, basis },
  };
}
