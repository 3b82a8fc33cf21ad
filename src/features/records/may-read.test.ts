import { expect, test } from 'vitest';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { register } from '#features/register/index.ts';
import { lifecycle, table, type Row } from '#kernel/lifecycle.ts';
import { role, self } from '#kernel/party.ts';
import { person, type Standing } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import { records } from './index.ts';
import { mayList, mayOpen, readsEverything, worksOn } from './may-read.ts';

interface Worry extends Row {
  raised_by: string;
  kept_close: boolean;
}
const step = {
  from: 'nothing',
  by: 'raise',
  to: 'raised',
  who: [role('staff'), role('guardian')],
  rule: 'policy.evidence',
} as const;
const open = lifecycle('open-worry', {
  table: table<Worry>('worries'),
  sight: { see: [role('director'), self('raised_by')] },
  home: () => '/',
  steps: [step],
});
const guarded = lifecycle('worry', {
  ...open,
  sight: { see: open.sight.see, guarded: { by: 'kept_close', only: [role('guardian')] } },
});
const holding = (...roles: Role[]): Standing => ({
  actor: person('01890000-0000-7000-8000-000000000001'),
  name: 'Somebody',
  grants: ['staff' as const, ...roles].map((one) => ({ role: one, at: 'everywhere' })),
});

test('an auditor changes nothing but the record of their own checks and copies', () => {
  const rooms = [peopleIn('Europe/London'), register, inbox, records];
  const deeds = rooms
    .flatMap((room) => room.lifecycles)
    .flatMap((of) => of.steps.map((one) => ({ deed: `${of.name}.${one.by}`, who: one.who })))
    .filter(({ who }) => who.some((party) => party.party === 'role' && party.role === 'auditor'))
    .map((one) => one.deed);
  expect(deeds).toEqual(['trail-export.take', 'trail-check.make']);
});

test('the auditor reads the history of everything except of what is guarded', () => {
  expect(readsEverything(open, holding('auditor'))).toBe(true);
  expect(readsEverything(guarded, holding('auditor'))).toBe(false);
  for (const other of ['administrator', 'director', 'committee', 'governance'] as const)
    expect(readsEverything(open, holding(other))).toBe(false);
});

test('that something guarded happened is listed for nobody but those who guard it', () => {
  expect(mayList(guarded, holding('guardian'))).toBe(true);
  for (const other of ['auditor', 'administrator', 'director', 'senior-manager'] as const)
    expect(mayList(guarded, holding(other))).toBe(false);
  expect(mayList(open, holding('committee'))).toBe(true);
  expect(mayList(undefined, holding('committee'))).toBe(true);
});

test('a list leads only to what its reader may open whichever it is', () => {
  expect(mayOpen(open, holding('director'))).toBe(true);
  expect(mayOpen(open, holding('auditor'))).toBe(true);
  expect(mayOpen(open, holding('committee'))).toBe(false);
  expect(mayOpen(guarded, holding('director'))).toBe(false);
  expect(mayOpen(undefined, holding('auditor'))).toBe(false);
});

test('to be of staff is not yet to work on a thing with colleagues', () => {
  expect(worksOn(open, holding())).toBe(false);
  expect(worksOn(open, holding('guardian'))).toBe(true);
  expect(worksOn(undefined, holding('guardian'))).toBe(false);
});
