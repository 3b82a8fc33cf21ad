import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { newId } from './ids.ts';
import { lifecycle, table, type Row, type Sight } from './lifecycle.ts';
import { readerOf } from './need.ts';
import { role, roleAt, self, system } from './party.ts';
import { person, sees, sightCondition, systemStanding, type Standing } from './rights.ts';
import { room } from './room.ts';
import { roleNames, systems, type SystemName } from './roles.ts';

/** A row whose columns can name people and places, or nobody and nowhere. */
interface Seen extends Row {
  owner: string | null;
  helper: string | null;
  place: string | null;
  team: string | null;
  secret: boolean | null;
}
interface Tables {
  test_sights: Seen;
}
type Facts = Pick<Seen, 'owner' | 'helper' | 'place' | 'team' | 'secret'>;

// Few of each, so that rows, people and grants meet often.
const people = [newId(), newId(), newId()] as const;
const places = [newId(), newId()] as const;
const teams = ['everywhere', 'north', "O'Brien's", places[0]] as const;
const someRoles = roleNames.slice(0, 4);
const systemNames = Object.keys(systems) as SystemName[];

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  owner: fc.option(fc.constantFrom(...people)),
  helper: fc.option(fc.constantFrom(...people)),
  place: fc.option(fc.constantFrom(...places)),
  team: fc.option(fc.constantFrom(...teams)),
  secret: fc.option(fc.boolean()),
});
const anyPerson = fc.oneof(
  fc.constantFrom('owner' as const, 'helper' as const).map((column) => self(column)),
  fc.constantFrom(...systemNames).map((name) => system(name)),
);
const anyRole = fc.constantFrom(...someRoles);
const anyParty = fc.oneof(
  anyRole.map((name) => role(name)),
  fc
    .tuple(anyRole, fc.constantFrom('place' as const, 'team' as const, 'owner' as const))
    .map(([name, column]) => roleAt(name, column)),
  anyPerson,
);
const anySight: fc.Arbitrary<Sight<Seen>> = fc
  .tuple(fc.array(anyParty, { maxLength: 4 }), fc.option(fc.array(anyParty, { maxLength: 3 })))
  .map(([see, only]) => (only === null ? { see } : { see, guarded: { by: 'secret', only } }));
const anyGrant = fc.record({
  role: anyRole,
  at: fc.constantFrom('everywhere', ...places, ...teams, people[0]),
});
const anyStanding: fc.Arbitrary<Standing> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.constantFrom(...people, newId()), fc.array(anyGrant, { maxLength: 4 }))
      .map(([id, grants]) => ({ actor: person(id), name: 'Somebody', grants })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...systemNames).map((name) => systemStanding(name)) },
);

const sighted = (sight: Sight<Seen>) =>
  lifecycle('sighted', {
    table: table<Seen>('test_sights'),
    sight,
    home: (id) => `/sighted/${id}`,
    steps: [{ from: 'nothing', by: 'make', to: 'made', who: [role('communications')], rule: 'inbox.answer' }],
  });

let at: TestHouse;
let rows: readonly (Facts & { readonly id: string })[];
beforeAll(async () => {
  const tables = room({ name: 'kernel', title: 'Kernel', migrations: 'src/kernel/testing-migrations' });
  at = await testHouse({ rooms: [tables] });
  const now = at.clock.now();
  rows = fc.sample(anyFacts, { numRuns: 600, seed: 20_261_127 }).map((facts, number) => ({
    ...facts,
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  }));
  const kept = { state: 'made', version: 1, policy: 'icb002/1.0', created_at: now, changed_at: now };
  await at.house.store.write(async ({ db }) => {
    await readerOf(db)
      .tables<Tables>()
      .insertInto('test_sights')
      .values(rows.map((row) => ({ ...row, ...kept })))
      .execute();
  });
});
afterAll(() => at.close());

/** What the database shows under a sight, and what the same sight says of each row here; ids in order. */
async function bothWays(sight: Sight<Seen>, standing: Standing) {
  const found = await at.house.store
    .read<Tables>()
    .selectFrom('test_sights')
    .select('id')
    .where(sightCondition(sighted(sight), standing))
    .orderBy('id')
    .execute();
  return {
    listed: found.map((row) => row.id),
    seen: rows.filter((row) => sees(sight, standing, row)).map((row) => row.id),
  };
}

test('a list shows exactly the rows that may be opened: whatever the sight, whoever looks', async () => {
  let [some, all, none] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(anySight, anyStanding, async (sight, standing) => {
      const { listed, seen } = await bothWays(sight, standing);
      expect(listed).toEqual(seen);
      if (seen.length === 0) none += 1;
      else if (seen.length === rows.length) all += 1;
      else some += 1;
    }),
    { numRuns: 400 },
  );
  // A property that only ever meets empty or full lists would prove nothing.
  expect(Math.min(some, all, none)).toBeGreaterThan(10);
});

test('unknown is guarded in both: a row without an answer is shown to those who may see guarded ones alone', async () => {
  const sight: Sight<Seen> = {
    see: [role('communications')],
    guarded: { by: 'secret', only: [role('director')] },
  };
  const standing = (...held: (typeof roleNames)[number][]): Standing => ({
    actor: person(people[0]),
    name: 'Somebody',
    grants: held.map((name) => ({ role: name, at: 'everywhere' })),
  });
  const officer = await bothWays(sight, standing('communications'));
  expect(officer.listed).toEqual(rows.filter((row) => row.secret === false).map((row) => row.id));
  expect(officer.listed).toEqual(officer.seen);
  expect((await bothWays(sight, standing('communications', 'director'))).listed).toHaveLength(rows.length);
});
