import type { Policy } from '#policy/index.ts';
import { errorsOf } from './form-text.ts';
import { standingOf, type House } from './house.ts';
import { readerOf } from './need.ts';
import type { Question } from './question.ts';
import { InputRefused, refuse } from './refusal.ts';
import { holds, sightCondition, type Actor, type Standing } from './rights.ts';

const nobody: Standing = { actor: { kind: 'person', id: '' }, name: 'the public', grants: [] };

/**
 * Asks a question for one person; `undefined` is the public, not signed in.
 * @throws Refused (404) where this person may not ask it; InputRefused for its parameters.
 */
export async function askQuestion(
  house: House,
  question: Question,
  request: { actor?: Actor | undefined; input?: unknown },
): Promise<unknown> {
  const db = house.store.read();
  const now = house.clock.now();
  const standing = request.actor ? await standingOf(house, readerOf(db), request.actor, now) : undefined;
  if (!mayAsk(question, standing)) throw refuse('kernel.not-found');
  const parsed = question.input.safeParse(request.input ?? {});
  if (!parsed.success) throw new InputRefused(errorsOf(parsed.error));
  const policy: Policy = house.policies.inForce(now);
  return question.read({
    input: parsed.data as never,
    standing: standing ?? nobody,
    now,
    policy,
    trail: house.store.trail,
    tables: () => house.store.read(),
    seen: (of) => sightCondition(of, standing ?? nobody),
  });
}

/** May this person ask this question at all? */
export function mayAsk(question: Question, standing: Standing | undefined): boolean {
  if (question.askers === 'public') return true;
  return standing !== undefined && question.askers.some((party) => holds(party, standing, undefined));
}
