import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { packIds, pack } from '#policy/testing-packs.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { acknowledgedShare } from './acknowledged.ts';
import { refusedWith, somebody } from './builders.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { everybody } from './everybody.ts';
import { findStandingIn, importPeople, peopleIn } from './index.ts';

const zone = 'Europe/London';
const policies = packIds.map((id) => ({
  id,
  kinds: pack(id).value('people.covered').kinds,
}));

test('the first policy names six kinds, and partner staff come with them', () => {
  const { covers } = pack('icb002/1.0').document;
  expect(covers).toHaveLength(6);
  expect(policies[0]?.kinds.map((kind) => kind.id)).toEqual([
    'employee',
    'apprentice',
    'contractor',
    'volunteer',
    'non-executive',
    'governor',
    'partner',
  ]);
});

describe.each(policies)('whom $id covers', ({ id: policyId, kinds }) => {
  let at: TestHouse;
  let director: Actor;
  let acting: { house: TestHouse['house']; director: Actor };
  beforeAll(async () => {
    at = await testHouse({ rooms: [peopleIn(zone)], now: '2026-11-18T10:00:00Z', policies: [policyId] });
    director = at.person('Dee Director', 'director', 'administrator');
    acting = { house: at.house, director };
  });
  afterAll(() => at.close());
  const listed = async (email: string) => {
    const { people } = (await askQuestion(at.house, everybody, { actor: director })) as {
      people: { id: string; email: string; kind: string; kindWords: string; acknowledged: boolean }[];
    };
    return people.find((one) => one.email === email);
  };
  const counted = async () => {
    const { teams } = (await askQuestion(at.house, acknowledgedShare, { actor: director })) as {
      teams: { people: number; acknowledged: number }[];
    };
    const sum = (of: 'people' | 'acknowledged') => teams.reduce((total, team) => total + team[of], 0);
    return [sum('people'), sum('acknowledged')];
  };

  test.each(kinds)(
    '$name: taken in, counted, asked to acknowledge, and out when the contract ends',
    async (kind) => {
      const email = `${kind.id}@board.example`;
      const [people, acknowledged] = await counted();
      const id = await somebody(acting, { kind: kind.id, email, endsOn: '2026-11-20' });
      expect(await listed(email)).toMatchObject({ id, kindWords: kind.name, acknowledged: false });
      expect(await counted()).toEqual([(people ?? 0) + 1, acknowledged]);
      const them: Actor = { kind: 'person', id };
      at.grants(them);
      await perform(at.house, acknowledge, { actor: them, input: { method: 'page' }, door: 'web' });
      expect(await listed(email)).toMatchObject({ acknowledged: true });
      expect(await counted()).toEqual([(people ?? 0) + 1, (acknowledged ?? 0) + 1]);
      const hasAccess = async (now: string) =>
        (await findStandingIn(zone)(readerOf(at.house.store.read()), id, Temporal.Instant.from(now))) !==
        undefined;
      expect(await hasAccess('2026-11-20T23:59:59Z')).toBe(true);
      expect(await hasAccess('2026-11-21T00:00:00Z')).toBe(false);
    },
  );

  test('a file takes every kind and no other', async () => {
    const lines = kinds.map((kind) => `From file,file-${kind.id}@board.example,${kind.id},`);
    const csv = ['name,email,kind,ends_on', ...lines, 'Rob,robot@board.example,robot,'].join('\n');
    const { added, problems } = await importPeople(at.house, director, csv, 'cli');
    expect({ added, bad: problems.map((one) => one.line) }).toEqual({
      added: kinds.length,
      bad: [kinds.length + 2],
    });
  });

  test('a kind that only another policy covers is refused', async () => {
    const others = policies.filter((one) => one.id !== policyId).flatMap((one) => one.kinds);
    for (const kind of others.filter((one) => !kinds.some((ours) => ours.id === one.id)))
      expect(await refusedWith(somebody(acting, { kind: kind.id }))).toMatch(/^InputRefused/);
  });
});
