import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { standingOf } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { acknowledgedShare, mine, togetherWhereSmall } from './acknowledged.ts';
import {
  findStandingIn,
  giveRole,
  importPeople,
  leave,
  peopleIn,
  personByEmail,
  personByIdentity,
  addPerson,
  linkIdentity,
  takeBackRole,
  acknowledge,
} from './index.ts';
import { isStale } from './needs.ts';
import { end } from './commands/person.ts';
import { timersIn } from './timers.ts';

const zone = 'Europe/London';
const find = findStandingIn(zone);
let at: TestHouse;
let director: Actor;
let administrator: Actor;
let count = 0;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn(zone)], now: '2026-11-18T10:00:00Z' });
});
afterAll(() => at.close());
beforeEach(() => {
  at.clock.set('2026-11-18T10:00:00Z');
  director = at.person('Dee Director', 'director');
  administrator = at.person('Ada Admin', 'administrator');
});

const door = 'api';
const somebody = async (more: Record<string, unknown> = {}) => {
  count += 1;
  return perform(at.house, addPerson, {
    actor: administrator,
    input: { name: `Person ${count}`, email: `p${count}@board.example`, kind: 'employee', ...more },
    door,
  });
};
const refusedWith = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );
const standing = (id: string) => find(readerOf(at.house.store.read()), id, at.clock.now());

describe('who is covered', () => {
  test('the kinds are those of the policy, and no other', async () => {
    for (const kind of [
      'employee',
      'apprentice',
      'contractor',
      'volunteer',
      'non-executive',
      'governor',
      'partner',
    ]) {
      expect(await refusedWith(somebody({ kind }))).toBe('done');
    }
    await expect(somebody({ kind: 'robot' })).rejects.toBeInstanceOf(InputRefused);
  });

  test('an address is taken once, however it is written', async () => {
    const one = await somebody({ email: 'Same@Board.example' });
    const two = await somebody({ email: 'same@board.example' });
    expect(two.id).toBe(one.id);
  });

  test('the last day of a contract has access; when it ends, access ends by itself', async () => {
    const { id } = await somebody({ kind: 'contractor', endsOn: '2026-11-20' });
    at.clock.set('2026-11-20T23:59:59Z');
    expect(await standing(id)).toBeDefined();
    at.clock.set('2026-11-21T00:00:00Z');
    expect(await standing(id)).toBeUndefined();
    const [timer] = timersIn(zone);
    expect(await timer?.due(readerOf(at.house.store.read()), at.clock.now())).toContain(id);
    await perform(at.house, end, { actor: systemActor('timer'), id, input: {}, door: 'worker' });
    const [line] = await at.house.store.trail.find({ kind: 'person', row: id });
    expect(line?.entry.rule).toBe('people.contractor-end-date');
  });

  test('a file of people: good lines are taken, bad ones named by line, known ones left', async () => {
    const csv =
      'name,email,kind,ends_on\nIda Import,ida@board.example,volunteer,\n,nobody@board.example,employee,\nOle Odd,ole@board.example,wizard,\n';
    const first = await importPeople(at.house, administrator, csv, 'cli');
    expect(first.added).toBe(1);
    expect(first.problems.map((problem) => problem.line)).toEqual([3, 4]);
    const again = await importPeople(at.house, administrator, csv, 'cli');
    expect(again).toMatchObject({ added: 0, unchanged: 1 });
    await expect(importPeople(at.house, administrator, 'who,where\nx,y\n', 'cli')).rejects.toBeInstanceOf(
      InputRefused,
    );
  });
});

describe('roles', () => {
  test('nobody gives a role to themselves, and only the director gives those that publish', async () => {
    const { id } = await somebody();
    const given = (actor: Actor, role: string) =>
      refusedWith(perform(at.house, giveRole, { actor, input: { person: id, role }, door }));
    expect(await given(administrator, 'communications')).toBe('people.director-gives');
    expect(await given(administrator, 'auditor')).toBe('done');
    expect(await given(director, 'communications')).toBe('done');
    expect(await given(director, 'communications')).toBe('people.has-it');
    at.grants(person(id), 'administrator');
    expect(
      await refusedWith(
        perform(at.house, giveRole, { actor: person(id), input: { person: id, role: 'governance' }, door }),
      ),
    ).toBe('people.not-yourself');
  });

  test('what was given holds from now, what was taken back or has run out holds no more', async () => {
    const { id } = await somebody();
    const role = await perform(at.house, giveRole, {
      actor: director,
      input: { person: id, role: 'communications', until: '2026-11-19' },
      door,
    });
    const holdsIt = async () => (await standing(id))?.grants.some((grant) => grant.role === 'communications');
    expect(await holdsIt()).toBe(true);
    at.clock.set('2026-11-20T00:00:00Z');
    expect(await holdsIt()).toBe(false);
    at.clock.set('2026-11-18T12:00:00Z');
    await perform(at.house, takeBackRole, { actor: administrator, id: role.id, input: {}, door });
    expect(await holdsIt()).toBe(false);
  });

  test('who has left is found no more, and everybody who is here is a member of staff', async () => {
    const { id } = await somebody();
    expect((await standing(id))?.grants).toEqual([{ role: 'staff', at: 'everywhere' }]);
    await perform(at.house, leave, { actor: director, id, input: {}, door });
    expect(await standing(id)).toBeUndefined();
  });
});

test('another system’s sign-in is known by issuer and subject, never by address', async () => {
  const { id } = await somebody({ email: 'oidc@board.example' });
  await perform(at.house, linkIdentity, {
    actor: administrator,
    input: { person: id, issuer: 'https://one.example', subject: 's1' },
    door,
  });
  const known = (issuer: string, subject: string) =>
    personByIdentity(readerOf(at.house.store.read()), issuer, subject, { now: at.clock.now(), zone });
  expect(await known('https://one.example', 's1')).toBe(id);
  expect(await known('https://two.example', 's1')).toBeUndefined();
  expect(await known('https://one.example', 'oidc@board.example')).toBeUndefined();
});

test('whose contract is over can no longer sign in, by address or by another system', async () => {
  const { id } = await somebody({ email: 'over@board.example', endsOn: '2026-11-20' });
  const input = { person: id, issuer: 'https://one.example', subject: 'over' };
  await perform(at.house, linkIdentity, { actor: administrator, input, door });
  const read = readerOf(at.house.store.read());
  const known = async (day: string) => {
    const when = {
      now: Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant(),
      zone,
    };
    return [
      (await personByEmail(read, 'Over@board.example', when))?.id,
      await personByIdentity(read, 'https://one.example', 'over', when),
    ];
  };
  expect(await known('2026-11-20')).toEqual([id, id]);
  expect(await known('2026-11-21')).toEqual([undefined, undefined]);
});

test('one acknowledgement a person and version, by themselves, with moment and method', async () => {
  const { id } = await somebody();
  at.grants(person(id));
  const made = () => perform(at.house, acknowledge, { actor: person(id), input: { method: 'page' }, door });
  expect((await made()).id).toBe((await made()).id);
  expect(await askQuestion(at.house, mine, { actor: person(id) })).toEqual({
    policy: 'icb002/1.0',
    acknowledgedAt: '2026-11-18T10:00:00Z',
    changed: null,
    reminders: 0,
  });
  const share = await askQuestion(at.house, acknowledgedShare, { actor: director });
  expect(JSON.stringify(share)).not.toContain('Person ');
});

test('small teams are told together, so that no share names anybody', () => {
  expect(
    togetherWhereSmall([
      { team: 'A', people: 9, acknowledged: 4 },
      { team: 'B', people: 2, acknowledged: 1 },
      { team: 'C', people: 1, acknowledged: 0 },
    ]),
  ).toEqual([
    { team: 'A', people: 9, acknowledged: 4 },
    { team: 'Teams of fewer than five', people: 3, acknowledged: 1 },
  ]);
});

test('a directory entry goes stale after the policy’s days, not on them', () => {
  const checked = Temporal.PlainDate.from('2026-01-01');
  expect(isStale(checked, checked.add({ days: 180 }), 180)).toBe(false);
  expect(isStale(checked, checked.add({ days: 181 }), 180)).toBe(true);
});

test('a standing is found in the transaction, so that a role taken away stops the next act', async () => {
  expect(
    await standingOf(
      { findStanding: find },
      readerOf(at.house.store.read()),
      person('00000000-0000-7000-8000-000000000001'),
      at.clock.now(),
    ),
  ).toBeUndefined();
});
