import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import type { House } from '#kernel/house.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { policyInForce, readPolicy, type Policy } from '#policy/index.ts';
import { fileOf, policyFolder } from '#policy/testing-packs.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { heldBy, mine, remindersDue } from './acknowledged.ts';
import { accessReviewNow } from './access-queries.ts';
import { given, somebody } from './builders.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { confirmReview, keepAccess, openReview } from './commands/access-review.ts';
import { peopleIn } from './index.ts';

const door = 'api';

/** The first pack as another version of itself. */
function version(number: string, effective: string, reviewDays: number): Policy {
  const bindings = JSON.parse(fileOf('icb002/1.0', 'bindings.json')) as { rule: string; value?: object }[];
  const document = JSON.parse(fileOf('icb002/1.0', 'policy.json')) as { history: object[] };
  const row = {
    version: number,
    date: effective,
    author: 'Senior Communications Manager',
    summary: 'Clearer words.',
  };
  return readPolicy({
    'clauses.md': readFileSync(`${policyFolder}/icb002/1.0/clauses.md`, 'utf8'),
    'policy.json': JSON.stringify({
      ...document,
      version: number,
      effective,
      history: [...document.history, row],
    }),
    'bindings.json': JSON.stringify(
      bindings.map((one) =>
        one.rule === 'register.access-review' ? { ...one, value: { days: reviewDays, noticeDays: 14 } } : one,
      ),
    ),
  });
}

let at: TestHouse;
let house: House;
let director: Actor;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London')], now: '2026-11-18T10:00:00Z' });
  const all = [
    version('1.0', '2022-07-01', 90),
    version('1.1', '2026-12-01', 90),
    version('2.0', '2027-07-01', 30),
  ];
  house = {
    ...at.house,
    policies: {
      all,
      inForce: (moment) => policyInForce(all, moment),
      get: (id) => all.find((one) => one.id === id) ?? at.house.policies.get(id),
    },
  };
  director = at.person('Dee Director', 'director', 'administrator');
});
afterAll(() => at.close());

describe('a new version of the policy', () => {
  test('asks everybody anew where it is a major one; a minor one tells what changed and asks nobody', async () => {
    const id = await somebody({ house, director });
    const them: Actor = { kind: 'person', id };
    at.grants(them);
    const asked = () => askQuestion(house, mine, { actor: them });
    await perform(house, acknowledge, { actor: them, input: { method: 'page' }, door });
    expect(await asked()).toMatchObject({ policy: 'icb002/1.0', changed: null });
    at.clock.set('2026-12-01T00:00:00Z');
    expect(await asked()).toMatchObject({
      policy: 'icb002/1.1',
      acknowledgedAt: '2026-11-18T10:00:00Z',
      changed: 'Clearer words.',
    });
    // Midnight in London is an hour earlier in summer.
    at.clock.set('2027-06-30T22:59:59Z');
    expect(await asked()).toMatchObject({ policy: 'icb002/1.1', acknowledgedAt: '2026-11-18T10:00:00Z' });
    at.clock.set('2027-06-30T23:00:00Z');
    expect(await asked()).toMatchObject({ policy: 'icb002/2.0', acknowledgedAt: null, changed: null });
  });

  test('changes nothing about what was begun under the one before: it keeps its days and its citation', async () => {
    at.clock.set('2027-06-21T10:00:00Z');
    await given({ house, director }, await somebody({ house, director }), 'communications');
    await perform(house, openReview, { actor: director, input: {}, door });
    at.clock.set('2027-07-05T10:00:00Z');
    expect(house.policies.inForce(at.clock.now()).version).toBe('2.0');
    const shown = async () =>
      (await askQuestion(house, accessReviewNow, { actor: director })) as {
        review: { id: string; checks: { id: string }[] } | null;
        next: { dueOn: string } | null;
      };
    const { review } = await shown();
    for (const { id } of review?.checks ?? [])
      await perform(house, keepAccess, { actor: director, id, input: {}, door });
    const done = await perform(house, confirmReview, {
      actor: director,
      id: review?.id ?? '',
      input: {},
      door,
    });
    expect(done.citation.policy).toBe('icb002/1.1');
    // Ninety days on, as version 1.1 has it, is Sunday 3 October: the Friday before.
    expect((await shown()).next?.dueOn).toBe('2027-10-01');
    const next = await perform(house, openReview, { actor: director, input: {}, door });
    expect(next.citation.policy).toBe('icb002/2.0');
  });
});

test('an acknowledgement holds for its major version and for no other policy', () => {
  expect('icb002/1.1'.startsWith(heldBy('icb002/1.0'))).toBe(true);
  for (const other of ['icb002/2.0', 'icb002/11.0', 'icb0021/1.0', 'lmc-sm/1.0'])
    expect(other.startsWith(heldBy('icb002/1.0'))).toBe(false);
});

test('reminders fall due on the policy’s days after somebody was asked', () => {
  const policy = version('1.0', '2022-07-01', 90);
  const due = (since: string, now: string) =>
    remindersDue(policy, Temporal.Instant.from(since), Temporal.Instant.from(now));
  const joined = '2026-11-02T09:00:00Z';
  expect([
    due(joined, '2026-11-08T23:59:00Z'),
    due(joined, '2026-11-09T00:00:00Z'),
    due(joined, '2026-11-22T23:59:00Z'),
    due(joined, '2026-11-23T00:00:00Z'),
  ]).toEqual([0, 1, 1, 2]);
  // Who was here before the version is asked from the day on which it holds.
  expect(due('2020-01-01T09:00:00Z', '2022-07-07T12:00:00Z')).toBe(0);
  expect(due('2020-01-01T09:00:00Z', '2022-07-08T12:00:00Z')).toBe(1);
});
