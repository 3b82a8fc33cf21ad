import { expect, test } from 'vitest';
import { role } from '#kernel/party.ts';
import { person, type Standing } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import type { Page } from '#screens/index.ts';
import { placesFor, placesOf } from './places.ts';

const page = (path: string, askers: Page['askers']): Page => ({
  path,
  title: path,
  place: 'people',
  askers,
  view: async () => null,
});
const places = placesOf([
  {
    room: 'people',
    pages: [
      page('/people/:id', [role('staff')]),
      page('/directory', [role('staff')]),
      page('/people', [role('director')]),
      page('/about-us-in-public', 'public'),
    ],
  },
]);
const as = (...roles: Role[]): Standing => ({
  actor: person('p'),
  name: 'P',
  grants: roles.map((one) => ({ role: one, at: 'everywhere' })),
});
const shown = (standing: Standing | undefined) => placesFor(places, standing).map((place) => place.href);

test('a place leads each person to its shortest page that is theirs, and stands there once', () => {
  expect(shown(as('staff', 'director'))).toEqual(['/people']);
  expect(shown(as('staff'))).toEqual(['/directory']);
  expect(shown(undefined)).toEqual(['/about-us-in-public']);
});
