import { addPerson, giveRole, leave } from '#features/people/index.ts';
import { perform } from '#kernel/perform.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import { roleNames, type Role } from '#kernel/roles.ts';
import { place } from './rows.ts';
import type { WholeHouse } from './whole-house.ts';

/** Somebody at a door, and what they hold. */
export interface Visitor {
  readonly name: string;
  /** Their session; empty for the public. */
  readonly headers: Record<string, string>;
  readonly id: string;
  /** `nobody`: no session that counts. `gone`: a session, but the person has left. */
  readonly kind: 'nobody' | 'gone' | 'person';
  /** Held everywhere. */
  readonly roles: readonly Role[];
  /** Held at one place alone. */
  readonly rolesAtPlace: readonly Role[];
}

const setup = systemActor('setup');

/** One visitor for each role, and those who hold none, have left, or whose session has ended. */
export async function visitors(whole: WholeHouse): Promise<Visitor[]> {
  const all: Visitor[] = [{ ...stranger, name: 'the public' }];
  for (const role of roleNames) {
    all.push(await signedIn(whole, role === 'staff' ? 'staff with no role' : role, [role]));
  }
  all.push({
    ...(await signedIn(whole, 'every role, at one place', ['staff'], roleNames)),
    name: 'every role, at one place',
  });
  const over = await signedIn(whole, 'a session that has ended', ['administrator', 'communications']);
  await whole.signIn.endSessions(over.id);
  all.push({ ...stranger, name: over.name, headers: over.headers });
  const gone = await signedIn(whole, 'somebody who has left', ['administrator', 'communications']);
  const [administrator] = all.filter((one) => one.roles.includes('administrator'));
  await doing(whole, leave, {}, person(administrator?.id ?? ''), gone.id);
  all.push({ ...gone, kind: 'gone', roles: [] });
  return all;
}

/** Holds every role, so that only the input and the row's state can be in the way. */
export const everyRole = (whole: WholeHouse): Promise<Visitor> => signedIn(whole, 'every role', roleNames);

/** Somebody else who may be put on the rota: some acts are about two people. */
export const colleague = (whole: WholeHouse): Promise<Visitor> =>
  signedIn(whole, 'a colleague', ['duty-manager']);

const stranger = { headers: {}, id: '', kind: 'nobody', roles: [], rolesAtPlace: [] } as const;

async function signedIn(
  whole: WholeHouse,
  name: string,
  roles: readonly Role[],
  rolesAtPlace: readonly Role[] = [],
): Promise<Visitor> {
  const email = `${name.replaceAll(/[^a-z-]/g, '.')}@practice.example`;
  const { id } = await doing(whole, addPerson, { name, email, kind: 'employee' });
  // Whoever holds a role at one place works there.
  if (rolesAtPlace.length > 0)
    await whole.store.plainPool.query('update people set team = $1 where id = $2', [place, id]);
  const grants = [...roles.map((role) => ({ role })), ...rolesAtPlace.map((role) => ({ role, at: place }))];
  for (const grant of grants.filter(({ role }) => role !== 'staff')) {
    await doing(whole, giveRole, { person: id, ...grant });
  }
  const cookies = await whole.signIn.enter(id, name);
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  return {
    name,
    headers: { cookie },
    id,
    kind: 'person',
    roles: [...new Set(['staff', ...roles] as const)],
    rolesAtPlace,
  };
}

const doing = (
  whole: WholeHouse,
  command: Parameters<typeof perform>[1],
  input: Record<string, unknown>,
  actor: Actor = setup,
  id?: string,
) => perform(whole.house, command, { actor, id, input, door: 'cli' });
