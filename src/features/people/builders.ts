import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import type { House } from '#kernel/house.ts';
import { giveRole } from './commands/grant.ts';
import { addPerson } from './commands/person.ts';

/** What a test needs of a house over this room, and of whoever acts in it. */
interface Acting {
  readonly house: House;
  /** May add people and give every role: the director of communications. */
  readonly director: Actor;
}

let count = 0;

/** An invented person of the first kind that the policy covers, unless told. @returns their id. */
export async function somebody(
  { house, director }: Acting,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  count += 1;
  const { id } = await perform(house, addPerson, {
    actor: director,
    input: { name: `Person ${count}`, email: `p${count}@board.example`, kind: 'employee', ...more },
    door: 'api',
  });
  return id;
}

/** Gives a role everywhere, unless a place is named. @returns the grant's id. */
export async function given(
  { house, director }: Acting,
  person: string,
  role: Role,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { id } = await perform(house, giveRole, {
    actor: director,
    input: { person, role, ...more },
    door: 'api',
  });
  return id;
}

/** The code with which something was refused; `done` where it was not. */
export const refusedWith = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );
