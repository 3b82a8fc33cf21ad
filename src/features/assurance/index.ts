import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { room } from '#kernel/room.ts';

const bound = z.object({
  rule: z.string(),
  words: z.string(),
  basis: z.enum(['stated', 'inferred', 'default']),
  note: z.string().nullable(),
  value: z.unknown(),
});

/** The policy in force, clause by clause, with the rules that each clause decides. */
export const inForce = question('policy.in-force', {
  about:
    'The policy that decides now: each clause in our words, and the rules bound to it with their values.',
  askers: 'public',
  input: form({}),
  output: z.object({
    id: z.string(),
    name: z.string(),
    number: z.string(),
    version: z.string(),
    effective: z.string(),
    nextReview: z.string(),
    clauses: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        section: z.string(),
        text: z.string(),
        applies: z.array(z.string()),
        rules: z.array(bound),
      }),
    ),
  }),
  async read({ policy }) {
    return {
      id: policy.id,
      name: policy.name,
      number: policy.number,
      version: policy.version,
      effective: policy.effective.toString(),
      nextReview: policy.document.nextReview,
      clauses: policy.clauses.map((clause) => ({
        id: clause.id,
        title: clause.title,
        section: clause.section,
        text: clause.text,
        applies: [...clause.applies],
        rules: policy.boundTo(clause.id).map((binding) => ({
          rule: binding.rule,
          words: policy.cite(binding.rule).words,
          basis: binding.basis,
          note: binding.note ?? null,
          value: binding.value,
        })),
      })),
    };
  },
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

export const assurance = room({
  name: 'assurance',
  title: 'Policy and its evidence',
  questions: [inForce, decided],
});
