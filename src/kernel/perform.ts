import { actOn, lockedRow, type Acting, type Done } from './act.ts';
import type { AnyCommand } from './command.ts';
import type { House } from './house.ts';
import { standingOf } from './house.ts';
import { isId } from './ids.ts';
import { readerOf } from './need.ts';
import { refuse, Refused } from './refusal.ts';
import { actorName, type Actor } from './rights.ts';
import { AlreadyThere, type KeptAnswer, type Writing } from './store-port.ts';

/** One request to do one command. */
export interface Request {
  readonly actor: Actor;
  /** The row's id; absent for a command that makes one. */
  readonly id?: string | undefined;
  /** Values as the command's form reads them (JSON shapes). */
  readonly input?: unknown;
  /** Idempotency key: the same key with the same request gives the same answer, done once. */
  readonly key?: string | undefined;
  /** The row's version that the person saw. */
  readonly version?: number | undefined;
  readonly door: 'web' | 'api' | 'cli' | 'worker';
}

/**
 * Does a command: the only way in which anything changes. One transaction: gates, key, row lock, rights,
 * decision, write, jobs, audit with the citation, commit.
 * @returns the row's id, state and version, and the clause on whose authority it was done.
 * @throws Refused where the product says no; InputRefused for input; StoreAway while the database is away.
 */
export async function perform(house: House, command: AnyCommand, request: Request): Promise<Done> {
  if (!command.alone || (!command.creates && !isId(request.id))) throw refuse('kernel.not-found');
  if (!command.creates && command.stale === 'refuse' && request.version === undefined) {
    throw refuse('kernel.version-missing');
  }
  const now = house.clock.now();
  try {
    return await house.store.write(async (writing) => {
      await passGates(writing, command);
      const kept = request.key === undefined ? undefined : await keptAnswer(house, writing, command, request);
      if (kept) return kept;
      const read = readerOf(writing.db);
      const [standing, row] = await Promise.all([
        standingOf(house, read, request.actor, now),
        request.id === undefined || command.creates ? undefined : lockedRow(writing, command, request.id),
      ]);
      if (!standing) throw refuse('kernel.not-found');
      const acting: Acting = { house, writing, standing, now, door: request.door };
      if (!row && !command.creates) throw refuse('kernel.not-found');
      const done = await actOn(acting, command, row, request.input, request.version);
      if (request.key !== undefined) {
        await writing.keep(actorName(request.actor), request.key, {
          ...boundTo(house, command, request),
          answer: answerOf(done),
        });
      }
      return done;
    });
  } catch (error) {
    if (error instanceof Refused) cite(house, error);
    // A system that meets it is our fault, and is never called refused.
    if (request.actor.kind === 'person' && error instanceof AlreadyThere && isOurs(house, error))
      throw refuse('kernel.already-there');
    throw error;
  }
}

/** A row of a lifecycle was not unique: people can do something about that. Anything else of the kind is our fault. */
const isOurs = (house: House, { table }: AlreadyThere): boolean =>
  [...house.lifecycles.values()].some((lifecycle) => lifecycle.table.name === table);

/** Gates first, in the order of their names, so that no two transactions wait for each other. */
async function passGates(writing: Writing, command: AnyCommand): Promise<void> {
  const gates = new Map<string, 'shared' | 'exclusive'>();
  for (const need of Object.values(command.needs))
    if (need.gate !== undefined) gates.set(need.gate, 'shared');
  if (command.closes !== undefined) gates.set(command.closes, 'exclusive');
  for (const [name, mode] of [...gates].sort(([a], [b]) => (a < b ? -1 : 1))) await writing.gate(name, mode);
}

const boundTo = (house: House, command: AnyCommand, request: Request) => ({
  command: command.name,
  row: request.id ?? null,
  digest: house.store.digest(JSON.stringify(request.input ?? null)),
});

const answerOf = (done: Done): KeptAnswer['answer'] => ({
  id: done.id,
  state: done.state,
  version: done.version,
});

async function keptAnswer(
  house: House,
  writing: Writing,
  command: AnyCommand,
  request: Request,
): Promise<Done | undefined> {
  const kept = await writing.kept(actorName(request.actor), request.key ?? '');
  if (!kept) return undefined;
  const bound = boundTo(house, command, request);
  if (kept.command !== bound.command || kept.row !== bound.row || kept.digest !== bound.digest) {
    throw refuse('kernel.key-used');
  }
  const step = command.lifecycle.steps.find((one) => one.by === command.verb);
  if (!step) throw new Error(`${command.name} has no step`);
  return { ...kept.answer, citation: house.policies.inForce(house.clock.now()).cite(step.rule) };
}

/** Puts the clause on a refusal that acts under a rule of the policy. */
export function cite(house: House, refused: Refused): void {
  const { rule } = refused.spec;
  if (rule !== undefined) refused.citation ??= house.policies.inForce(house.clock.now()).cite(rule);
}
