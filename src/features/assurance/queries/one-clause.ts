import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import type { Reader } from '#kernel/need.ts';
import { role } from '#kernel/party.ts';
import { question, type Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { holds } from '#kernel/rights.ts';
import { chosen, clauseShown, findingsOf, usedDays, usedOf, versionOf } from '../reading.ts';
import { clause, finding, version } from '../shapes.ts';

const figure = z.object({
  name: z.string(),
  rule: z.string(),
  sentence: z.string(),
  value: z.number().nullable(),
  unit: z.enum(['share', 'minutes', 'count']),
  of: z.number(),
  target: z.number().nullable(),
});

const beside = z.object({ id: z.string(), title: z.string() }).nullable();

/** One clause with everything that shows how it is kept. */
export const oneClause = question('policy.clause', {
  about:
    'One clause: its words and values, how the program keeps it, its figures, its tests, and how often it decided.',
  askers: 'public',
  input: form({
    clause: ask.line('Clause', { empty: 'Give the number of a clause', max: 40 }),
    version: ask.maybe('Version', { hint: 'Such as icb002/1.0; the one that decides unless told', max: 60 }),
  }),
  output: z.object({
    version,
    clause,
    figures: z.array(figure).describe('Measured over the last 30 days, of the version that decides'),
    findings: z.array(finding).describe('What an auditor would ask about it; for staff'),
    before: beside,
    after: beside,
  }),
  async read(reading) {
    const { input, house, policy: decides, standing } = reading;
    const policy = chosen(reading, input.version);
    const at = policy.clauses.findIndex((one) => one.id === input.clause);
    const found = policy.clauses[at];
    if (!found) throw refuse('kernel.not-found');
    const staff = holds(role('staff'), standing, undefined);
    const used = await usedOf(reading, policy);
    return {
      version: versionOf(reading, policy),
      clause: clauseShown(house, policy, found, used),
      figures: policy.id === decides.id ? await measured(reading, found.id) : [],
      findings: staff ? findingsOf(reading, policy).filter((one) => one.clauses.includes(found.id)) : [],
      before: named(policy.clauses[at - 1]),
      after: named(policy.clauses[at + 1]),
    };
  },
});

const named = (one: { id: string; title: string } | undefined) =>
  one === undefined ? null : { id: one.id, title: one.title };

type Figures = z.output<typeof figure>[];

/** The figures of every room whose rule is bound to the clause. */
async function measured({ house, policy, now, tables }: Reading<unknown>, id: string): Promise<Figures> {
  const bound = new Set<string>(policy.boundTo(id).map((one) => one.rule));
  const period = { from: now.subtract({ hours: 24 * usedDays }), to: now };
  const read: Reader = { tables };
  return Promise.all(
    house.rooms
      .flatMap((room) => room.figures)
      .filter((one) => bound.has(one.rule))
      .map(async ({ name, rule, read: measure }) => {
        const { sentence, value, unit, of, target } = await measure(read, period, policy);
        return { name, rule, sentence, value, unit, of, target: target ?? null };
      }),
  );
}
