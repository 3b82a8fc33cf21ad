import { given, somebody } from '#features/people/builders.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { person, type Actor } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import type { TestHouse } from '#store/testing-house.ts';
import { giveContact } from '../commands/duty-contact.ts';
import { planShift } from '../commands/plan-shift.ts';

export const phones = {
  duty: '07700 900001',
  deputy: '07700 900002',
  director: '07700 900003',
  senior: '07700 900004',
} as const;
export type Name = keyof typeof phones | 'officer';
const rolesOf: Readonly<Record<Name, readonly Role[]>> = {
  duty: ['duty-manager'],
  deputy: ['duty-manager'],
  director: ['director'],
  senior: ['senior-manager'],
  officer: ['communications'],
};

export type Staff = Readonly<Record<Name, Actor & { readonly kind: 'person' }>>;

/** Everybody of the night, with their roles; all but the officer have said how they are reached. */
export async function staff(house: TestHouse): Promise<Staff> {
  const root = house.person('Root', 'director');
  const acting = { house: house.house, director: root };
  const made: Partial<Record<Name, Actor & { kind: 'person' }>> = {};
  for (const [name, roles] of Object.entries(rolesOf) as [Name, readonly Role[]][]) {
    const id = await somebody(acting, {
      name: `${name} of the night`,
      email: `${name}-${newId()}@board.example`,
    });
    for (const role of roles) await given(acting, id, role);
    const actor = person(id) as Actor & { kind: 'person' };
    house.grants(actor, 'staff', ...roles);
    made[name] = actor;
    if (name === 'officer') continue;
    const input = { phone: phones[name], email: `${name}@board.example` };
    await perform(house.house, giveContact, { actor, input, door: 'api' });
  }
  return made as Staff;
}

export async function shifts(house: TestHouse, who: Staff, deputy: boolean): Promise<void> {
  const input = {
    person: who.duty.id,
    ...(deputy ? { deputy: who.deputy.id } : {}),
    from: '2026-11-27T17:00:00Z',
    to: '2026-11-30T09:00:00Z',
    anyway: true,
  };
  await perform(house.house, planShift, { actor: who.senior, input, door: 'api' });
}
