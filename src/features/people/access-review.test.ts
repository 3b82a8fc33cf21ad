import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { testHouse } from '#store/testing-house.ts';
import { accessReviewNow } from './access-queries.ts';
import { given, refusedWith, somebody } from './builders.ts';
import { confirmReview, keepAccess, openReview, removeAccess } from './commands/access-review.ts';
import { endByReview, takeBackRole } from './commands/grant.ts';
import { figuresIn } from './figures.ts';
import { peopleIn } from './index.ts';
import { timersIn } from './timers.ts';
import type { PeopleTables } from './words.ts';

const zone = 'Europe/London';
const door = 'api';

interface Shown {
  review: {
    id: string;
    dueOn: string;
    overdue: boolean;
    checks: { id: string; person: string; state: string; roleWords: string; ended: boolean }[];
  } | null;
  next: { opensOn: string; dueOn: string } | null;
  past: { kept: number; removed: number; late: boolean; confirmedOn: string }[];
}

/** A house of its own, so that each review begins with nobody in it. */
async function house(policies: readonly string[], now: string) {
  const at = await testHouse({ rooms: [peopleIn(zone)], now, policies });
  const director = at.person('Dee Director', 'director', 'administrator');
  const executive = at.person('Eve Executive', 'executive');
  const acting = { house: at.house, director };
  const read = () => readerOf(at.house.store.read());
  return {
    at,
    acting,
    director,
    executive,
    read,
    /** What the worker does at each of its turns: opens a review where one is due. */
    async turn() {
      const timer = timersIn(zone).find((one) => one.perform === openReview);
      for (const id of (await timer?.due(read(), at.clock.now())) ?? [])
        await perform(at.house, openReview, { actor: systemActor('timer'), id, input: {}, door: 'worker' });
      return (await askQuestion(at.house, accessReviewNow, { actor: director })) as Shown;
    },
    decide: (command: typeof keepAccess | typeof removeAccess, actor: Actor, id: string) =>
      refusedWith(perform(at.house, command, { actor, id, input: {}, door })),
    confirm: (id: string) =>
      refusedWith(perform(at.house, confirmReview, { actor: director, id, input: {}, door })),
    stateOf: async (grant: string) =>
      (
        await read()
          .tables<PeopleTables>()
          .selectFrom('grants')
          .select('state')
          .where('id', '=', grant)
          .executeTakeFirstOrThrow()
      ).state,
  };
}
type Made = Awaited<ReturnType<typeof house>>;

describe('a review of who has access', () => {
  let on: Made;
  let officer: string;
  let officersGrant: string;
  let holderGrant: string;
  let review: NonNullable<Shown['review']>;
  const checkOf = (person: string) => review.checks.find((one) => one.person === person)?.id ?? '';
  beforeAll(async () => {
    on = await house(['icb002/1.0'], '2026-11-18T10:00:00Z');
  });
  afterAll(() => on.at.close());

  test('opens by itself once somebody holds a role that opens accounts, and goes through each such role', async () => {
    await somebody(on.acting);
    expect((await on.turn()).review).toBeNull();
    officer = await somebody(on.acting);
    officersGrant = await given(on.acting, officer, 'communications');
    const holder = await somebody(on.acting);
    holderGrant = await given(on.acting, holder, 'account-holder', { at: 'an-account' });
    await given(on.acting, holder, 'auditor');
    const opened = (await on.turn()).review;
    expect(opened).not.toBeNull();
    if (opened) review = opened;
    expect(review.dueOn).toBe('2026-12-02');
    expect(review.checks.map((one) => one.roleWords).sort()).toEqual([
      'Communications officer',
      'Holder of a departmental account (one place)',
    ]);
    const [line] = await on.at.house.store.trail.find({ kind: 'access-review' });
    expect(line?.entry).toMatchObject({ actor: 'system:timer', rule: 'register.access-review' });
  });

  test('there is one at a time', async () => {
    expect((await on.turn()).review?.id).toBe(review.id);
    expect(await refusedWith(perform(on.at.house, openReview, { actor: on.director, input: {}, door }))).toBe(
      'people.review-open',
    );
  });

  test('is decided by the director alone, and confirmed only when each role is decided', async () => {
    const others = (['administrator', 'senior-manager', 'auditor', 'communications'] as const).map((role) =>
      on.at.person(`A ${role}`, role),
    );
    for (const actor of others)
      expect(await on.decide(keepAccess, actor, checkOf(officer))).toMatch(/not-yours|not-found/);
    expect(await on.decide(keepAccess, on.executive, checkOf(officer))).toBe('people.director-decides');
    expect(await on.confirm(review.id)).toBe('people.undecided');
    expect(await on.decide(keepAccess, on.director, checkOf(officer))).toBe('done');
    expect(await on.confirm(review.id)).toBe('people.undecided');
  });

  test('what is removed ends the role and the sessions at once, under the same clause', async () => {
    const check = review.checks.find((one) => one.person !== officer)?.id ?? '';
    expect(
      await refusedWith(
        perform(on.at.house, endByReview, { actor: on.executive, id: holderGrant, input: {}, door }),
      ),
    ).toBe('people.not-removed');
    expect(await on.decide(removeAccess, on.director, check)).toBe('done');
    expect([await on.stateOf(holderGrant), await on.stateOf(officersGrant)]).toEqual(['ended', 'given']);
    const [line] = await on.at.house.store.trail.find({ kind: 'grant', row: holderGrant });
    expect(line?.entry).toMatchObject({ command: 'grant.end-by-review', rule: 'register.access-review' });
  });

  test('once confirmed the next is due after the policy’s days, on a working day and never later', async () => {
    on.at.clock.set('2026-11-30T12:00:00Z');
    expect(await on.confirm(review.id)).toBe('done');
    const shown = await on.turn();
    // Ninety days on is Sunday 28 February: the Friday before.
    expect(shown).toMatchObject({
      review: null,
      next: { opensOn: '2027-02-12', dueOn: '2027-02-26' },
      past: [{ kept: 1, removed: 1, late: false, confirmedOn: '2026-11-30' }],
    });
    on.at.clock.set('2027-02-11T23:59:59Z');
    expect((await on.turn()).review).toBeNull();
    on.at.clock.set('2027-02-12T00:00:00Z');
    const next = (await on.turn()).review;
    expect(next).toMatchObject({ dueOn: '2027-02-26', overdue: false });
    expect(next?.checks).toHaveLength(1);
  });

  test('a role that ended meanwhile needs no decision; a review that is late says so and is counted', async () => {
    await perform(on.at.house, takeBackRole, { actor: on.director, id: officersGrant, input: {}, door });
    on.at.clock.set('2027-02-27T00:00:00Z');
    const late = await on.turn();
    expect(late.review).toMatchObject({ overdue: true, checks: [{ ended: true }] });
    const measured = () =>
      figuresIn(zone)
        .find((one) => one.rule === 'register.access-review')
        ?.read(on.read(), { from: Temporal.Instant.from('2026-11-01T00:00:00Z'), to: on.at.clock.now() });
    expect(await measured()).toMatchObject({
      of: 2,
      value: 0.5,
      sentence: expect.stringMatching(/overdue now: 1/),
    });
    expect(await on.decide(keepAccess, on.director, late.review?.checks[0]?.id ?? '')).toBe(
      'people.nothing-to-decide',
    );
    expect(await on.confirm(late.review?.id ?? '')).toBe('done');
    expect((await on.turn()).past[0]).toMatchObject({ late: true });
    expect(await measured()).toMatchObject({
      of: 2,
      value: 0.5,
      sentence: expect.stringMatching(/overdue now: 0/),
    });
  });
});

describe('the director’s own access', () => {
  let on: Made;
  beforeAll(async () => {
    on = await house(['icb002/1.0'], '2026-11-18T10:00:00Z');
  });
  afterAll(() => on.at.close());

  test('is decided by an executive, and by nobody about themselves', async () => {
    const id = await somebody(on.acting);
    const grant = await given(on.acting, id, 'director');
    const self: Actor = { kind: 'person', id };
    on.at.grants(self, 'director');
    const { review } = await on.turn();
    const [check] = review?.checks ?? [];
    expect(await on.decide(keepAccess, self, check?.id ?? '')).toBe('people.not-own-access');
    expect(await on.decide(removeAccess, on.executive, check?.id ?? '')).toBe('done');
    expect(await on.stateOf(grant)).toBe('ended');
  });
});

test('another policy has other days: twice a year, open four weeks before', async () => {
  const on = await house(['lmc-sm/2.1'], '2026-11-18T10:00:00Z');
  try {
    await given(on.acting, await somebody(on.acting), 'communications');
    const { review } = await on.turn();
    expect(review?.dueOn).toBe('2026-12-16');
    await on.decide(keepAccess, on.director, review?.checks[0]?.id ?? '');
    expect(await on.confirm(review?.id ?? '')).toBe('done');
    // 182 days on is Wednesday 19 May.
    expect((await on.turn()).next).toEqual({ opensOn: '2027-04-21', dueOn: '2027-05-19' });
    const [line] = await on.at.house.store.trail.find({ kind: 'access-review' });
    expect(line?.entry.policy).toBe('lmc-sm/2.1');
  } finally {
    await on.at.close();
  }
});
