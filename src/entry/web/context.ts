import { askQuestion } from '#kernel/ask.ts';
import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { offer, seenRow, verbsFor } from '#kernel/offer.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Standing } from '#kernel/rights.ts';
import type { StoredRow } from '#kernel/row.ts';
import type { AskedQuestion, PageContext } from '#screens/index.ts';

/** What a view may ask, as this person and with nobody else's sight. */
export function contextFor(
  house: House,
  standing: Standing | undefined,
  asked: { readonly params?: Record<string, string>; readonly query?: Record<string, string> } = {},
): PageContext {
  const now = house.clock.now();
  const policy = house.policies.inForce(now);
  const actor = standing?.actor;
  // Rows of this request that this person may see.
  const seen = new Map<string, StoredRow>();
  return {
    house,
    standing,
    now,
    policy,
    params: asked.params ?? {},
    query: asked.query ?? {},
    ask: <Output>(question: AskedQuestion<Output>, input?: Record<string, unknown>) =>
      answer<Output>(house, question.name, standing, input),
    async row(of, id) {
      const row = standing && (await seenRow(readerOf(house.store.read()), of, standing, id));
      if (!row) throw refuse('kernel.not-found');
      seen.set(`${of.name} ${row.id}`, row);
      return row;
    },
    verbs: async (of, row) => (standing ? verbsFor(house, of, row, standing) : []),
    async offer(command, id) {
      if (!actor) throw refuse('kernel.not-found');
      const row = seen.get(`${command.lifecycle.name} ${id}`);
      return offer(house, command, { actor, standing, id, row });
    },
    cite: (rule) => policy.cite(rule),
  };
}

async function answer<Output>(
  house: House,
  name: string,
  standing: Standing | undefined,
  input: Record<string, unknown> | undefined,
): Promise<Output> {
  const question = house.questions.get(name);
  if (!question) throw new Error(`No room declares the question ${name}`);
  // Every question checks what it gives against its own type; the name leads back to that one declaration.
  return (await askQuestion(house, question, { standing, input })) as Output;
}

/** One value an address part: the first, where somebody repeats a name. */
export function textsOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string][] => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name, first]] : [];
    }),
  );
}
