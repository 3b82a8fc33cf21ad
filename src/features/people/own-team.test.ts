import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { refusedWith, somebody } from './builders.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { flagLeaver, leave } from './commands/person.ts';
import { addTeam, peopleIn } from './index.ts';
import { acknowledgedShare, everybody, myTeam, onePerson } from './queries.ts';

const door = 'api';
let at: TestHouse;
let manager: Actor;
let mine: string;
let other: string;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London')] });
  const director = at.person('Dee Director', 'director');
  const acting = { house: at.house, director };
  const teamOf = async (name: string) =>
    (await perform(at.house, addTeam, { actor: director, input: { name }, door })).id;
  const [wards, estates] = [await teamOf('Wards'), await teamOf('Estates')];
  mine = await somebody(acting, { name: 'Nia Nurse', kind: 'volunteer', team: wards });
  other = await somebody(acting, { name: 'Eli Estates', team: estates });
  manager = at.person('Lou Manager', { role: 'line-manager', at: wards });
});
afterAll(() => at.close());

const team = async (actor: Actor) =>
  ((await askQuestion(at.house, myTeam, { actor })) as { people: { id: string; acknowledged: boolean }[] })
    .people;

describe('a line manager', () => {
  test('sees who of their own team has not read what is in force, and nobody of another team', async () => {
    expect(await team(manager)).toMatchObject([{ id: mine, acknowledged: false }]);
    const nurse: Actor = { kind: 'person', id: mine };
    at.grants(nurse);
    await perform(at.house, acknowledge, { actor: nurse, input: { method: 'page' }, door });
    expect(await team(manager)).toMatchObject([{ id: mine, acknowledged: true }]);
    expect(await team(nurse)).toEqual([]);
    expect(await team(at.person('No Manager', 'line-manager'))).toEqual([]);
    for (const question of [everybody, acknowledgedShare])
      expect(await refusedWith(askQuestion(at.house, question, { actor: manager }))).toBe('kernel.not-found');
    const asked = (id: string) =>
      refusedWith(askQuestion(at.house, onePerson, { actor: manager, input: { person: id } }));
    expect([await asked(mine), await asked(other)]).toEqual(['done', 'kernel.not-found']);
  });

  test('says that somebody of their own team is leaving, and decides nothing else about them', async () => {
    const doing = (command: typeof flagLeaver | typeof leave, id: string) =>
      refusedWith(perform(at.house, command, { actor: manager, id, input: {}, door }));
    expect(await doing(flagLeaver, other)).toBe('kernel.not-found');
    expect(await doing(leave, mine)).toBe('kernel.not-yours');
    expect(await doing(flagLeaver, mine)).toBe('done');
  });
});
