import type { Citation, Policy } from '#policy/index.ts';
import type { Acting, Done } from './act.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { AnyCommand, AnyDecision } from './command.ts';
import { effectQueue, reactionQueue, type Happened } from './event.ts';
import { askOf } from './form.ts';
import type { House } from './house.ts';
import { newId } from './ids.ts';
import { actorName } from './rights.ts';
import type { StoredRow } from './row.ts';
import type { Job } from './store-port.ts';

/** The audit line of one act: who, what, under which clause; personal input as digests only. */
export function entryFor(
  { house, standing, now, door }: Acting,
  command: AnyCommand,
  policy: Policy,
  citation: Citation,
  row: StoredRow | undefined,
  done: Done,
  input: unknown,
  decision: AnyDecision,
): AuditEntry {
  return {
    id: newId(),
    at: now.toString(),
    actor: actorName(standing.actor),
    command: command.name,
    kind: command.lifecycle.name,
    row: done.id,
    from: row?.state ?? null,
    to: done.state,
    version: done.version,
    rule: citation.rule,
    clause: citation.clause,
    basis: citation.basis,
    policy: policy.id,
    door,
    practice: house.practice,
    input: digested(house, command, input),
    facts: decision.facts ?? {},
  };
}

function digested(house: House, command: AnyCommand, input: unknown): Record<string, string> {
  if (typeof input !== 'object' || input === null) return {};
  return Object.fromEntries(
    Object.entries(input)
      .filter(([name, value]) => value !== undefined && !isSecret(command, name))
      .map(([name, value]) => [name, house.store.digest(JSON.stringify(value))]),
  );
}

/** The jobs that a decision's events and effects become. */
export function jobsFor(house: House, decision: AnyDecision): Job[] {
  const events: readonly Happened[] = decision.event === undefined ? [] : [decision.event].flat();
  return [
    ...events.flatMap((happened) =>
      house.reactions
        .filter((reaction) => reaction.on === happened.event)
        .map((reaction): Job => ({
          queue: reactionQueue(reaction.room, reaction.on, reaction.perform.name),
          ids: happened.ids,
          id: newId(),
        })),
    ),
    ...(decision.send ?? []).map((sent): Job => ({
      queue: effectQueue(sent.effect),
      ids: sent.ids,
      id: newId(),
      ...(sent.startAfter ? { startAfter: sent.startAfter } : {}),
    })),
  ];
}

function isSecret(command: AnyCommand, name: string): boolean {
  const field = command.input.shape[name];
  return field !== undefined && askOf(field, name).kind === 'secret';
}
