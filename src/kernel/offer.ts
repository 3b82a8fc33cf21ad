import type { Citation, Policy } from '#policy/index.ts';
import { checkStep, loadNeeds } from './act.ts';
import type { AnyCommand, AnyGiven } from './command.ts';
import { askOf, isOptional, type Ask } from './form.ts';
import { beginningText } from './form-text.ts';
import { standingOf, type House } from './house.ts';
import { isId } from './ids.ts';
import type { Lifecycle } from './lifecycle.ts';
import { isChoices, readerOf, type Option, type Reader } from './need.ts';
import { cite } from './perform.ts';
import { refuse, Refused } from './refusal.ts';
import { holds, sightCondition, whoCould, type Actor, type Standing } from './rights.ts';
import type { StoredRow } from './row.ts';

/** A field as a door shows it. */
export interface OfferedField extends Ask {
  readonly name: string;
  readonly optional: boolean;
  readonly choices?: readonly Option[];
}

/** What a form, a button, a dry run and `--help` need to know before anything is done. */
export interface Offer {
  readonly command: AnyCommand;
  readonly row: StoredRow | undefined;
  readonly fields: readonly OfferedField[];
  /** What stands in the form at first, as text by field name. */
  readonly begins?: Readonly<Record<string, string | readonly string[]>>;
  readonly citation: Citation;
  readonly version: number | undefined;
}

/**
 * Asks what `perform` would ask, without doing anything. A door that has just read the person's grants for the same
 * request, or the row as this person may see it, gives them; `perform` reads both again.
 * @throws Refused with the same code that `perform` would give.
 */
export async function offer(
  house: House,
  command: AnyCommand,
  request: {
    actor: Actor;
    standing?: Standing | undefined;
    id?: string | undefined;
    row?: StoredRow | undefined;
  },
): Promise<Offer> {
  const read = readerOf(house.store.read());
  const now = house.clock.now();
  const standing = command.alone
    ? (request.standing ?? (await standingOf(house, read, request.actor, now)))
    : undefined;
  if (!standing) throw refuse('kernel.not-found');
  const row = command.creates
    ? undefined
    : (request.row ?? (await seenRow(read, command.lifecycle, standing, request.id)));
  if (!row && !command.creates) throw refuse('kernel.not-found');
  try {
    return await offered(house, read, command, standing, now, row);
  } catch (error) {
    if (error instanceof Refused) cite(house, error);
    throw error;
  }
}

async function offered(
  house: House,
  read: Reader,
  command: AnyCommand,
  standing: Standing,
  now: Temporal.Instant,
  row: StoredRow | undefined,
): Promise<Offer> {
  const step = checkStep(command, row, standing);
  const policy = row ? house.policies.get(row.policy) : house.policies.inForce(now);
  const needs = await loadNeeds(read, { standing, now }, command, row, policy);
  const given = { id: row?.id ?? '', [command.lifecycle.name]: row, needs, now, policy, standing };
  refuseIfCannot(command, given);
  return {
    command,
    row,
    fields: fieldsOf(command, needs),
    begins: beginningText(command.input, command.begins?.(given) ?? {}, policy.zone),
    citation: policy.cite(step.rule),
    version: row?.version,
  };
}

function refuseIfCannot(command: AnyCommand, given: AnyGiven): void {
  const refused = command.can?.(given);
  if (refused) throw refused;
}

/** The command's fields in their order, with what each need offers. */
export function fieldsOf(command: AnyCommand, needs: Record<string, unknown>): OfferedField[] {
  return Object.entries(command.input.shape).map(([name, field]) => {
    const ask = askOf(field, name);
    const options = ask.need === undefined ? undefined : needs[ask.need];
    return {
      ...ask,
      name,
      optional: isOptional(field),
      ...(isChoices(options) ? { choices: options.list } : {}),
    };
  });
}

/** One row, if this person may see it. */
export async function seenRow(
  read: Reader,
  of: Lifecycle,
  standing: Standing,
  id: string | undefined,
): Promise<StoredRow | undefined> {
  if (!isId(id)) return undefined;
  const row: unknown = await read
    .tables<Record<string, StoredRow>>()
    .selectFrom(of.table.name)
    .selectAll()
    .where('id', '=', id)
    .where(sightCondition(of, standing))
    .executeTakeFirst();
  return row as StoredRow | undefined;
}

/** May this person make a row with this command, as far as is known before anything is filled in? */
export function mayMake(command: AnyCommand, standing: Standing | undefined): boolean {
  const step = command.lifecycle.steps.find((one) => one.by === command.verb && one.from === 'nothing');
  if (!step || !standing) return false;
  return step.who.some(
    (party) => party.party === 'self' || party.party === 'roleAt' || holds(party, standing, undefined),
  );
}

/** A verb of the lifecycle as a page shows it: to press now, or who could. */
export interface Verb {
  readonly command: AnyCommand;
  readonly citation: Citation;
  /** Absent where this person may do it now. */
  readonly refused?: { readonly sentence: string; readonly whoCould: readonly string[] };
}

/**
 * The verbs that the row's state allows: those that this person may do, and those that somebody else could.
 * `can` is asked too, with the needs of each command.
 */
export async function verbsFor(
  house: House,
  of: Lifecycle,
  row: StoredRow,
  standing: Standing,
): Promise<Verb[]> {
  const read = readerOf(house.store.read());
  const now = house.clock.now();
  const policy = house.policies.get(row.policy);
  const verbs: Verb[] = [];
  for (const command of commandsOf(house, of)) {
    const verb = await verbFor(command, { read, now, policy, standing, row });
    if (verb) verbs.push(verb);
  }
  return verbs;
}

const commandsOf = (house: House, of: Lifecycle): AnyCommand[] =>
  [...house.commands.values()].filter(
    (command) => command.lifecycle === of && command.button && !command.creates,
  );

async function verbFor(
  command: AnyCommand,
  at: { read: Reader; now: Temporal.Instant; policy: Policy; standing: Standing; row: StoredRow },
): Promise<Verb | undefined> {
  const { read, now, policy, standing, row } = at;
  const step = command.lifecycle.steps.find(
    (one) => one.by === command.verb && one.from !== 'nothing' && one.from.includes(row.state),
  );
  if (!step || step.who.every((party) => party.party === 'system')) return undefined;
  const citation = policy.cite(step.rule);
  if (!step.who.some((party) => holds(party, standing, row))) {
    return { command, citation, refused: { sentence: 'Not yours to do', whoCould: whoCould(step.who) } };
  }
  if (!command.can) return { command, citation };
  const needs = await loadNeeds(read, { standing, now }, command, row, policy, command.canAsks);
  const refused = command.can({ id: row.id, [command.lifecycle.name]: row, needs, now, policy, standing });
  return refused
    ? { command, citation, refused: { sentence: refused.message, whoCould: [] } }
    : { command, citation };
}
