import type { Policy } from '#policy/index.ts';
import { errorsOf } from './form-text.ts';
import { standingOf, type House } from './house.ts';
import type { Lifecycle, RowOf } from './lifecycle.ts';
import { readerOf } from './need.ts';
import { seenRow } from './offer.ts';
import type { Question } from './question.ts';
import { InputRefused, refuse } from './refusal.ts';
import { holds, sightCondition, type Actor, type Standing } from './rights.ts';
import type { StoredRow } from './row.ts';

const nobody: Standing = { actor: { kind: 'person', id: '' }, name: 'the public', grants: [] };

/**
 * Asks a question for one person; `undefined` is the public, not signed in. A door that has just read the person's
 * grants for the same request gives their standing, and how it reads a row as this person may see it, and saves reading
 * either again.
 * @throws Refused (404) where this person may not ask it; InputRefused for its parameters.
 */
export async function askQuestion(
  house: House,
  question: Question,
  request: {
    actor?: Actor | undefined;
    standing?: Standing | undefined;
    input?: unknown;
    row?: ((of: Lifecycle, id: string) => Promise<StoredRow | undefined>) | undefined;
  },
): Promise<unknown> {
  const now = house.clock.now();
  const standing = request.standing ?? (await standingNow(house, request.actor, now));
  if (!mayAsk(question, standing)) throw refuse('kernel.not-found');
  const parsed = question.input.safeParse(request.input ?? {});
  if (!parsed.success) throw new InputRefused(errorsOf(parsed.error));
  const policy: Policy = house.policies.inForce(now);
  const row = request.row ?? ((of, id) => seenRow(readerOf(house.store.read()), of, standing ?? nobody, id));
  return question.read({
    input: parsed.data as never,
    standing: standing ?? nobody,
    now,
    policy,
    trail: house.store.trail,
    house,
    tables: () => house.store.read(),
    seen: (of) => sightCondition(of, standing ?? nobody),
    row: async <L extends Lifecycle>(of: L, id: string) => (await row(of, id)) as RowOf<L> | undefined,
  });
}

const standingNow = async (house: House, actor: Actor | undefined, now: Temporal.Instant) =>
  actor && standingOf(house, readerOf(house.store.read()), actor, now);

/** May this person ask this question at all? */
export function mayAsk(question: Question, standing: Standing | undefined): boolean {
  if (question.askers === 'public') return true;
  return standing !== undefined && question.askers.some((party) => holds(party, standing, undefined));
}
