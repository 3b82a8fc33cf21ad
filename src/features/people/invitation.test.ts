import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { addPerson, invitationBy, invite, leave, peopleIn, useInvitation } from './index.ts';

let at: TestHouse;
let administrator: Actor;
let pat: string;
let count = 0;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London')] });
});
afterAll(() => at.close());
beforeEach(async () => {
  at.clock.set('2026-11-18T10:00:00Z');
  administrator = at.person('Ada Admin', 'administrator');
  count += 1;
  const input = { name: `Pat ${count}`, email: `pat${count}@board.example`, kind: 'employee' };
  pat = (await perform(at.house, addPerson, { actor: administrator, input, door: 'api' })).id;
});

const digest = (code: string): string => createHash('sha256').update(code).digest('hex');
const make = (code: string, actor = administrator, more: object = {}) =>
  perform(at.house, invite, {
    actor,
    input: { person: pat, codeDigest: digest(code), takesSecondFactor: false, ...more },
    door: 'api',
  });
const use = (id: string, actor: Actor = systemActor('sign-in')) =>
  perform(at.house, useInvitation, { actor, id, input: {}, door: 'web' });
const found = (code: string, now = at.clock.now()) =>
  invitationBy(readerOf(at.house.store.read()), digest(code), {
    now,
    zone: 'Europe/London',
  });
const refusedWith = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );

test('an administrator makes it, for somebody else; nobody else does', async () => {
  expect(await refusedWith(make('a1'))).toBe('done');
  for (const role of ['director', 'communications', 'senior-manager', 'auditor'] as const)
    expect(await refusedWith(make(`a ${role}`, at.person('Somebody', role)))).toBe('kernel.not-yours');
  at.grants(person(pat), 'administrator');
  expect(await refusedWith(make('a2', person(pat)))).toBe('people.own-password');
  await expect(make('a3', administrator, { codeDigest: 'the code itself' })).rejects.toBeInstanceOf(
    InputRefused,
  );
});

test('it opens once, for 72 hours, and only while its person is here', async () => {
  const { id } = await make('b1');
  expect(await found('b1')).toMatchObject({ id, person: pat, takesSecondFactor: false });
  expect(await found('b2')).toBeUndefined();
  expect(await found('b1', Temporal.Instant.from('2026-11-21T09:59:59Z'))).toBeDefined();
  expect(await found('b1', Temporal.Instant.from('2026-11-21T10:00:00Z'))).toBeUndefined();
  at.clock.set('2026-11-21T10:00:00Z');
  expect(await refusedWith(use(id))).toBe('people.code-over');
  at.clock.set('2026-11-20T10:00:00Z');
  expect(await refusedWith(use(id))).toBe('done');
  expect(await refusedWith(use(id))).toBe('kernel.not-now');
  expect(await found('b1')).toBeUndefined();
  await make('b3');
  await perform(at.house, leave, { actor: administrator, id: pat, input: {}, door: 'web' });
  expect(await found('b3')).toBeUndefined();
});

test('two who use it at the same moment: one has it', async () => {
  const { id } = await make('c1');
  const both = await Promise.all([refusedWith(use(id)), refusedWith(use(id))]);
  expect(both.sort()).toEqual(['done', 'kernel.not-now']);
});

test('only the sign-in uses it up, no administrator', async () => {
  const { id } = await make('d1');
  expect(await refusedWith(use(id, administrator))).toBe('kernel.not-yours');
});

test('a new one ends the one before, of that person alone', async () => {
  const other = (
    await perform(at.house, addPerson, {
      actor: administrator,
      input: { name: 'Sam', email: `sam${count}@board.example`, kind: 'employee' },
      door: 'api',
    })
  ).id;
  await make('e1');
  await make('e2', administrator, { person: other });
  await make('e3');
  expect(await found('e1')).toBeUndefined();
  expect(await found('e2')).toBeDefined();
  expect(await found('e3')).toBeDefined();
});

test('the trail says who, for whom and until when, and holds no digest that a code could be known by', async () => {
  const { id } = await make('f1', administrator, { takesSecondFactor: true });
  const lines = await at.house.store.trail.find({ kind: 'invitation', row: id });
  expect(lines[0]?.entry).toMatchObject({
    rule: 'people.sign-in',
    facts: { person: pat, endsAt: '2026-11-21T10:00:00Z', takesSecondFactor: true },
  });
  expect(JSON.stringify(lines)).not.toContain(digest('f1'));
});
