import { resolve } from 'node:path';
import { house, queuesOf, type House, type Policies } from '#kernel/house.ts';
import { stoppedClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { person, type Actor, type Grant } from '#kernel/rights.ts';
import { roles, type Role } from '#kernel/roles.ts';
import type { Room } from '#kernel/room.ts';
import { policyInForce } from '#policy/index.ts';
import { loadPacks } from './policy-folder.ts';
import { testStore } from './testing.ts';

const root = resolve(import.meta.dirname, '../..');

/** A small house over some rooms on a real PostgreSQL, with a clock that stands still and people made on the spot. */
export interface TestHouse {
  readonly house: House;
  readonly clock: ReturnType<typeof stoppedClock>;
  /** A new person who holds these roles everywhere (or these grants). */
  person(name: string, ...grants: readonly (Role | Grant)[]): Actor & { readonly kind: 'person' };
  /** The same for somebody whom a room knows already by this id. */
  known(id: string, name: string, ...grants: readonly (Role | Grant)[]): Actor & { readonly kind: 'person' };
  /** Gives or takes roles at once: what the next act will be judged by. */
  grants(actor: Actor, ...grants: readonly (Role | Grant)[]): void;
  close(): Promise<void>;
}

/**
 * @param options.now instant at which the clock stands, such as `2026-11-18T10:00:00Z`.
 * @param options.policies ids of the policy versions to load; the first NHS pack alone unless told.
 */
export async function testHouse(options: {
  rooms: readonly Room[];
  now?: string;
  policies?: readonly string[];
}): Promise<TestHouse> {
  const wanted = options.policies ?? ['icb002/1.0'];
  const all = (await loadPacks(resolve(root, 'policies')))
    .map((pack) => pack.policy)
    .filter((policy) => wanted.includes(policy.id));
  const policies: Policies = {
    all,
    inForce: (at) => policyInForce(all, at),
    get(id) {
      const found = all.find((policy) => policy.id === id);
      if (!found) throw new Error(`Policy ${id} is not loaded`);
      return found;
    },
  };
  const clock = stoppedClock(options.now ?? '2026-11-18T10:00:00Z');
  const people = new Map<string, { name: string; grants: Grant[] }>();
  const store = await testStore({ rooms: options.rooms, queues: queuesOf(options.rooms), root });
  const made = house({
    store,
    clock,
    policies,
    rooms: options.rooms,
    practice: false,
    seal: (secret) => store.seal(secret),
    findStanding: async (_, id) => {
      const found = people.get(id);
      return found
        ? {
            actor: person(id),
            name: found.name,
            grants: [{ role: 'staff', at: 'everywhere' }, ...found.grants],
          }
        : undefined;
    },
  });
  return {
    house: made,
    clock,
    person(name, ...given) {
      const id = newId();
      people.set(id, { name, grants: given.map(asGrant) });
      return { kind: 'person', id };
    },
    known(id, name, ...given) {
      people.set(id, { name, grants: given.map(asGrant) });
      return { kind: 'person', id };
    },
    grants(actor, ...given) {
      if (actor.kind !== 'person') throw new Error('Only people hold grants');
      people.set(actor.id, { name: people.get(actor.id)?.name ?? 'Somebody', grants: given.map(asGrant) });
    },
    close: () => store.close(),
  };
}

const asGrant = (given: Role | Grant): Grant =>
  typeof given === 'string' && given in roles ? { role: given, at: 'everywhere' } : (given as Grant);
