import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { given, refusedWith, somebody } from './builders.ts';
import { endByReview, giveRole, runOutRole, takeBackRole } from './commands/grant.ts';
import { comeBack, end, flagLeaver, leave, removeLeaver, stay } from './commands/person.ts';
import { figuresIn } from './figures.ts';
import { findStandingIn, linkIdentity, peopleIn, personByEmail, personByIdentity } from './index.ts';
import { timersIn } from './timers.ts';
import type { PeopleTables } from './words.ts';

const zone = 'Europe/London';
let at: TestHouse;
let director: Actor;
let acting: { house: TestHouse['house']; director: Actor };
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn(zone)], now: '2026-11-18T10:00:00Z' });
  director = at.person('Dee Director', 'director', 'administrator');
  acting = { house: at.house, director };
});
afterAll(() => at.close());
beforeEach(() => at.clock.set('2026-11-18T10:00:00Z'));

const door = 'api';
const read = () => readerOf(at.house.store.read());
const rolesOf = async (id: string) =>
  (await findStandingIn(zone)(read(), id, at.clock.now()))?.grants.map((grant) => grant.role);
const givenGrants = (person: string) =>
  read()
    .tables<PeopleTables>()
    .selectFrom('grants')
    .select('id')
    .where('person', '=', person)
    .where('state', '=', 'given')
    .execute();

describe('who leaves', () => {
  test('loses every role with it: back again, they are a member of staff and no more', async () => {
    const id = await somebody(acting);
    await given(acting, id, 'communications');
    await given(acting, id, 'account-holder', { at: 'an-account' });
    await perform(at.house, leave, { actor: director, id, input: {}, door });
    expect(await givenGrants(id)).toEqual([]);
    await perform(at.house, comeBack, { actor: director, id, input: {}, door });
    expect(await rolesOf(id)).toEqual(['staff']);
  });

  test('by the end of their contract too, and each role’s end stands in the trail', async () => {
    const id = await somebody(acting, { kind: 'contractor', endsOn: '2026-11-20' });
    const grant = await given(acting, id, 'communications');
    at.clock.set('2026-11-21T00:00:00Z');
    await perform(at.house, end, { actor: systemActor('timer'), id, input: {}, door: 'worker' });
    expect(await givenGrants(id)).toEqual([]);
    const [line] = await at.house.store.trail.find({ kind: 'grant', row: grant });
    expect(line?.entry).toMatchObject({ command: 'grant.run-out', actor: 'system:timer', to: 'ended' });
  });

  test('cannot be given a role at the same moment, whichever of the two comes first', async () => {
    for (let round = 0; round < 12; round += 1) {
      const id = await somebody(acting);
      const both = [
        refusedWith(perform(at.house, leave, { actor: director, id, input: {}, door })),
        refusedWith(
          perform(at.house, giveRole, { actor: director, input: { person: id, role: 'auditor' }, door }),
        ),
      ];
      expect(
        (await Promise.all(round % 2 === 0 ? both : both.reverse())).filter((one) => one === 'done').length,
      ).toBeGreaterThan(0);
      expect(await givenGrants(id)).toEqual([]);
    }
  });
});

test('a contract that is over opens no door: by address or by another system’s sign-in', async () => {
  const id = await somebody(acting, {
    email: 'over@board.example',
    kind: 'contractor',
    endsOn: '2026-11-20',
  });
  await perform(at.house, linkIdentity, {
    actor: director,
    input: { person: id, issuer: 'https://one.example', subject: 'over' },
    door,
  });
  const found = async (now: string) => {
    const moment = { now: Temporal.Instant.from(now), zone };
    return [
      (await personByEmail(read(), 'Over@board.example', moment))?.id,
      await personByIdentity(read(), 'https://one.example', 'over', moment),
    ];
  };
  expect(await found('2026-11-20T23:59:59Z')).toEqual([id, id]);
  expect(await found('2026-11-21T00:00:00Z')).toEqual([undefined, undefined]);
});

describe('a leaver loses access within the policy’s working days of being flagged', () => {
  const flag = (id: string) => perform(at.house, flagLeaver, { actor: director, id, input: {}, door });
  /** What the worker does at each of its turns. @returns how many it removed. */
  const turn = async () => {
    const timer = timersIn(zone).find((one) => one.perform === removeLeaver);
    const due = (await timer?.due(read(), at.clock.now())) ?? [];
    for (const id of due)
      await perform(at.house, removeLeaver, { actor: systemActor('timer'), id, input: {}, door: 'worker' });
    return due;
  };
  const endsAt = async (id: string) =>
    (
      await read()
        .tables<PeopleTables>()
        .selectFrom('people')
        .select('access_ends_at')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).access_ends_at?.toString();

  test.each([
    ['Wednesday morning', '2026-11-18T10:00:00Z', '2026-11-19T17:00:00Z'],
    ['Friday afternoon', '2026-11-20T16:59:00Z', '2026-11-23T17:00:00Z'],
    ['Christmas Eve', '2026-12-24T10:00:00Z', '2026-12-29T17:00:00Z'],
  ])('flagged on %s, access ends at the close of the next working day', async (_, flagged, ends) => {
    at.clock.set(flagged);
    const id = await somebody(acting);
    await flag(id);
    expect(await endsAt(id)).toBe(ends);
    const last = Temporal.Instant.from(ends);
    at.clock.set(last.subtract({ seconds: 1 }));
    expect(await rolesOf(id)).toEqual(['staff']);
    // No timer has come round, and still nothing opens any more.
    at.clock.set(last);
    expect(await rolesOf(id)).toBeUndefined();
  });

  test('by itself: the timer ends the roles in the last minute, and the trail says so', async () => {
    const id = await somebody(acting);
    const grant = await given(acting, id, 'communications');
    await flag(id);
    at.clock.set('2026-11-19T16:58:59Z');
    expect(await turn()).not.toContain(id);
    at.clock.set('2026-11-19T16:59:00Z');
    expect(await turn()).toContain(id);
    expect(await givenGrants(id)).toEqual([]);
    const [line] = await at.house.store.trail.find({ kind: 'person', row: id });
    expect(line?.entry).toMatchObject({
      actor: 'system:timer',
      rule: 'register.leavers',
      to: 'left',
      facts: { rolesEnded: 1, accessEndsAt: '2026-11-19T17:00:00Z', late: false },
    });
    const [ended] = await at.house.store.trail.find({ kind: 'grant', row: grant });
    expect(ended?.entry.to).toBe('ended');
  });

  test('what is recorded later is late, and is counted as that', async () => {
    const measured = async () =>
      figuresIn(zone)
        .find((one) => one.rule === 'register.leavers')
        ?.read(
          read(),
          {
            from: Temporal.Instant.from('2027-03-01T00:00:00Z'),
            to: Temporal.Instant.from('2027-03-31T00:00:00Z'),
          },
          at.house.policies.inForce(at.clock.now()),
        );
    expect(await measured()).toMatchObject({ value: null, of: 0 });
    at.clock.set('2027-03-01T10:00:00Z');
    const [inTime, late, never] = [await somebody(acting), await somebody(acting), await somebody(acting)];
    for (const id of [inTime, late, never]) await flag(id);
    await perform(at.house, leave, { actor: director, id: inTime, input: {}, door });
    at.clock.set('2027-03-02T17:00:01Z');
    await perform(at.house, leave, { actor: director, id: late, input: {}, door });
    const [line] = await at.house.store.trail.find({ kind: 'person', row: late });
    expect(line?.entry.facts['late']).toBe(true);
    expect(await measured()).toMatchObject({ of: 3, value: 1 / 3 });
  });

  test('unless it is said that they stay; flagging twice does not put the moment off', async () => {
    const id = await somebody(acting);
    await flag(id);
    at.clock.set('2026-11-19T09:00:00Z');
    expect(await refusedWith(flag(id))).toBe('people.leaving-already');
    await perform(at.house, stay, { actor: director, id, input: {}, door });
    at.clock.set('2026-11-20T10:00:00Z');
    expect(await turn()).not.toContain(id);
    expect(await rolesOf(id)).toEqual(['staff']);
    expect(await refusedWith(perform(at.house, stay, { actor: director, id, input: {}, door }))).toBe(
      'people.not-leaving',
    );
  });
});

test('another policy gives a leaver other working days, by its own calendar', async () => {
  const council = await testHouse({
    rooms: [peopleIn(zone)],
    now: '2026-11-27T10:00:00Z',
    policies: ['lmc-sm/2.1'],
  });
  try {
    const lead = council.person('Lea Lead', 'director');
    const id = await somebody({ house: council.house, director: lead });
    await perform(council.house, flagLeaver, { actor: lead, id, input: {}, door });
    // Friday: Saturday is a working day there, and Monday is St Andrew’s Day. The second is Tuesday.
    const [line] = await council.house.store.trail.find({ kind: 'person', row: id });
    expect(line?.entry.facts['accessEndsAt']).toBe('2026-12-01T18:00:00Z');
  } finally {
    await council.close();
  }
});

test('sessions end with the access: every way out sends word after the commit', () => {
  const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
  const standing = { actor: director, name: 'Dee Director', grants: [] };
  const row = { access_ends_at: null, person: 'p1', role: 'communications', given_role: 'g1' };
  for (const command of [leave, end, removeLeaver]) {
    const { send, also } = command.decide({ id: 'p1', person: row, needs: { given: ['g1'] }, now, standing });
    expect(send).toMatchObject([{ effect: 'people.end-sessions', ids: { person: 'p1' } }]);
    expect(also).toHaveLength(1);
  }
  for (const command of [takeBackRole, runOutRole, endByReview]) {
    const { send } = command.decide({ id: 'g1', grant: row, needs: {}, now, standing });
    expect(send).toMatchObject([{ effect: 'people.end-sessions', ids: { person: 'p1' } }]);
  }
});
