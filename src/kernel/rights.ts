import { sql, type RawBuilder } from 'kysely';
import type { Lifecycle, Row, Sight } from './lifecycle.ts';
import type { Party } from './party.ts';
import { roles, systems, type Role, type SystemName } from './roles.ts';

/** Who asks: a signed-in person by id, or a part of the program. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'system'; readonly name: SystemName };

export const person = (id: string): Actor => ({ kind: 'person', id });
export const systemActor = (name: SystemName): Actor => ({ kind: 'system', name });
export const actorName = (actor: Actor): string =>
  actor.kind === 'person' ? `person:${actor.id}` : `system:${actor.name}`;

/** A role held everywhere, or at one place (a department, an account, a team). */
export interface Grant {
  readonly role: Role;
  /** `everywhere`, or the id of a place. */
  readonly at: string;
}

/** The actor with the grants that are in force at this moment. */
export interface Standing {
  readonly actor: Actor;
  /** As others read it. */
  readonly name: string;
  readonly grants: readonly Grant[];
}

export const systemStanding = (name: SystemName): Standing => ({
  actor: systemActor(name),
  name: systems[name],
  grants: [],
});

type AnyRow = Readonly<Record<string, unknown>>;

/** Does this actor hold this party for this row? A command that makes its row asks with the new row. */
export function holds(party: Party, standing: Standing, row: AnyRow | undefined): boolean {
  const { actor, grants } = standing;
  switch (party.party) {
    case 'system':
      return actor.kind === 'system' && actor.name === party.system;
    case 'role':
      return grants.some((grant) => grant.role === party.role && grant.at === 'everywhere');
    case 'roleAt':
      return grants.some((grant) => grant.role === party.role && isSame(grant.at, row?.[party.column]));
    case 'self':
      return actor.kind === 'person' && isSame(actor.id, row?.[party.column]);
  }
}

const isSame = (id: string, value: unknown): boolean => typeof value === 'string' && value === id;

/** May this actor see this row? Systems pass: they are asked about in `who`. */
export function sees(sight: Sight<never>, standing: Standing, row: AnyRow): boolean {
  if (standing.actor.kind === 'system') return true;
  const any = (parties: readonly Party[]) => parties.some((party) => holds(party, standing, row));
  if (!any(sight.see)) return false;
  return !sight.guarded || row[sight.guarded.by] === false || any(sight.guarded.only);
}

/** The same question as an SQL condition, for every list, count, search, export and live update. */
export function sightCondition<R extends Row>(
  of: Lifecycle<string, R>,
  standing: Standing,
): RawBuilder<boolean> {
  if (standing.actor.kind === 'system') return sql<boolean>`true`;
  const seen = anyOf(of.sight.see, standing);
  if (!of.sight.guarded) return seen;
  const { by, only } = of.sight.guarded;
  return sql<boolean>`(${seen} and (${sql.ref(by)} is false or ${anyOf(only, standing)}))`;
}

function anyOf(parties: readonly Party[], standing: Standing): RawBuilder<boolean> {
  const conditions = parties.map((party) => conditionOf(party, standing));
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function conditionOf(party: Party, standing: Standing): RawBuilder<boolean> {
  const { actor, grants } = standing;
  if (party.party === 'role' || party.party === 'system') {
    return holds(party, standing, undefined) ? sql<boolean>`true` : sql<boolean>`false`;
  }
  if (party.party === 'self') {
    if (actor.kind !== 'person') return sql<boolean>`false`;
    return sql<boolean>`coalesce(${sql.ref(party.column)} = ${actor.id}, false)`;
  }
  const places = grants.filter((grant) => grant.role === party.role).map((grant) => grant.at);
  if (places.length === 0) return sql<boolean>`false`;
  return sql<boolean>`coalesce(${sql.ref(party.column)}::text = any(${places}), false)`;
}

/** Who could, in words, from the parties of a step: for a refusal and for a page where a button is missing. */
export function whoCould(parties: readonly Party[]): string[] {
  const names = parties.flatMap((party): string[] => {
    if (party.party === 'role') return [roles[party.role].toLowerCase()];
    if (party.party === 'roleAt')
      return [`${roles[party.role].toLowerCase()} of this ${words(party.column)}`];
    if (party.party === 'self') return [`the person named as ${words(party.column)}`];
    return [];
  });
  return [...new Set(names)];
}

const words = (column: string): string => column.replaceAll('_', ' ');
