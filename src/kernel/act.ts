import type { Citation, Policy } from '#policy/index.ts';
import type { AnyCommand, AnyDecision, AnyGiven } from './command.ts';
import { askOf } from './form.ts';
import { errorsOf } from './form-text.ts';
import type { House } from './house.ts';
import { newId } from './ids.ts';
import { stepFrom, type Step } from './lifecycle.ts';
import { isChoices, readerOf, type Asked, type Reader } from './need.ts';
import { InputRefused, refuse, type InputError } from './refusal.ts';
import { actorName, holds, sees, whoCould, type Standing } from './rights.ts';
import { changeRow, createRow, type StoredRow } from './row.ts';
import type { Writing } from './store-port.ts';
import { entryFor, jobsFor } from './trail-entry.ts';

export interface Acting {
  readonly house: House;
  readonly writing: Writing;
  readonly standing: Standing;
  readonly now: Temporal.Instant;
  readonly door: string;
}

export interface Done {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly citation: Citation;
}

/** The row, locked until the transaction ends. */
export async function lockedRow(
  writing: Writing,
  command: AnyCommand,
  id: string,
): Promise<StoredRow | undefined> {
  const row: unknown = await writing.db
    .selectFrom(command.lifecycle.table.name)
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as StoredRow | undefined;
}

/**
 * One act on one row, inside an open transaction: the same checks in the same order for every door.
 * 404 not seen, 409 not now, 403 not yours, 409 changed since, 403 someone else, input, `can`, decide, write.
 */
export async function actOn(
  acting: Acting,
  command: AnyCommand,
  row: StoredRow | undefined,
  rawInput: unknown,
  seenVersion?: number,
): Promise<Done> {
  const { house, standing, now } = acting;
  const policy = row ? house.policies.get(row.policy) : house.policies.inForce(now);
  const step = await stepAllowed(acting, command, row, seenVersion);
  const asking = { standing, now, input: asRecord(rawInput) };
  const needs = await loadNeeds(readerOf(acting.writing.db), asking, command, row, policy);
  const input = readInput(house, command, rawInput, needs);
  const id = row?.id ?? newId();
  const given: AnyGiven = { id, [command.lifecycle.name]: row, input, needs, now, policy, standing };
  const refused = command.can?.(given);
  if (refused) throw refused;
  const decision = command.decide(given);
  const written = row
    ? await changeRow(acting, command, step, row, decision)
    : await createRow(acting, command, step, id, policy, decision);
  const citation = policy.cite(step.rule);
  const done = { id: written.id, state: written.state, version: written.version, citation };
  if (!written.wrote) return done;
  if (!row) refuseCreator(command, step, standing, { ...decision.create, id });
  if (!step.quiet) {
    await acting.writing.audit(entryFor(acting, command, policy, citation, row, done, rawInput, decision));
    await acting.writing.notify(command.lifecycle.name, done.id);
  }
  await acting.writing.enqueue(jobsFor(house, decision));
  for (const act of decision.also ?? []) await alsoAct(acting, command, act);
  return done;
}

async function alsoAct(
  acting: Acting,
  command: AnyCommand,
  act: NonNullable<AnyDecision['also']>[number],
): Promise<void> {
  const own = acting.house.rooms.find((room) => room.commands.includes(command));
  if (!own?.commands.includes(act.command)) {
    throw new Error(`${command.name} may not also do ${act.command.name}: it belongs to another room`);
  }
  const row = act.row === 'new' ? undefined : await lockedRow(acting.writing, act.command, act.row.id);
  if (act.row !== 'new' && !row) throw refuse('kernel.not-found');
  await actOn(acting, act.command, row, act.input);
}

async function stepAllowed(
  acting: Acting,
  command: AnyCommand,
  row: StoredRow | undefined,
  seenVersion: number | undefined,
): Promise<Step> {
  const { standing } = acting;
  const step = checkStep(command, row, standing);
  const isStale = row && seenVersion !== undefined && seenVersion !== row.version;
  if (isStale && command.stale !== 'any') throw refuse('kernel.changed-since');
  if (row && step.otherThan && standing.actor.kind === 'person') {
    const names = step.otherThan.map((verb) => `${command.lifecycle.name}.${verb}`);
    const touched = await acting.writing.actors(command.lifecycle.name, row.id, names);
    if (touched.includes(actorName(standing.actor))) {
      throw refuse('kernel.someone-else', { who: whoCould(step.who).join(', ') });
    }
  }
  return step;
}

/** Sight, step and party, without asking the database: shared by `perform` and `offer`. */
export function checkStep(command: AnyCommand, row: StoredRow | undefined, standing: Standing): Step {
  const { lifecycle } = command;
  if (row && !sees(lifecycle.sight, standing, row)) throw refuse('kernel.not-found');
  const step = stepFrom(lifecycle, command.verb, row?.state);
  if (!step) throw refuse('kernel.not-now', { state: row?.state.replaceAll('-', ' ') ?? 'not there yet' });
  const mayBeNew = !row && step.who.some((party) => party.party === 'self' || party.party === 'roleAt');
  if (!mayBeNew && !step.who.some((party) => holds(party, standing, row))) {
    const refused = refuse('kernel.not-yours', {
      who: whoCould(step.who).join(', ') || 'nobody: the program does this',
    });
    refused.whoCould = whoCould(step.who);
    throw refused;
  }
  return step;
}

/** A party that names a column of the new row is asked once the row is known. */
function refuseCreator(
  command: AnyCommand,
  step: Step,
  standing: Standing,
  row: Record<string, unknown>,
): void {
  if (!step.who.some((party) => holds(party, standing, row))) {
    throw refuse('kernel.not-yours', { who: whoCould(step.who).join(', ') });
  }
}

/**
 * The declared reads of a command, for `decide` and for the choices of its form.
 * @param only some of them, by name.
 */
export async function loadNeeds(
  read: Reader,
  { standing, now, input }: Pick<Acting, 'standing' | 'now'> & Pick<Asked, 'input'>,
  command: AnyCommand,
  row: StoredRow | undefined,
  policy: Policy,
  only?: readonly string[],
): Promise<Record<string, unknown>> {
  const loaded: Record<string, unknown> = {};
  for (const [name, need] of Object.entries(command.needs)) {
    if (only && !only.includes(name)) continue;
    loaded[name] = await need.load(read, { row, input, standing, now, policy });
  }
  return loaded;
}

const asRecord = (raw: unknown): Record<string, unknown> | undefined =>
  typeof raw === 'object' && raw !== null ? { ...raw } : undefined;

/** Shape errors and choices that were not offered, in one list. */
function readInput(house: House, command: AnyCommand, raw: unknown, needs: Record<string, unknown>): unknown {
  const result = command.input.safeParse(raw ?? {});
  const errors: InputError[] = result.success ? [] : errorsOf(result.error);
  const values: Record<string, unknown> = result.success ? result.data : (asRecord(raw) ?? {});
  for (const [name, field] of Object.entries(command.input.shape)) {
    const { need, label } = askOf(field, name);
    const offered = need === undefined ? undefined : needs[need];
    const value = values[name];
    if (!isChoices(offered) || typeof value !== 'string' || value === '') continue;
    if (!offered.has(value) && !errors.some((error) => error.field === name)) {
      errors.push({ field: name, message: `Choose again: that is not on the list for “${label}”` });
    }
  }
  if (errors.length > 0) throw new InputRefused(errors);
  for (const [name, field] of Object.entries(command.input.shape)) {
    const secret = values[name];
    if (askOf(field, name).kind === 'secret' && typeof secret === 'string') values[name] = house.seal(secret);
  }
  return values;
}
