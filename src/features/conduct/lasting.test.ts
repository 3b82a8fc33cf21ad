import { describe, expect, test } from 'vitest';
import { refusalOf, refusedWith } from '#features/inbox/builders.ts';
import { readerOf } from '#kernel/need.ts';
import {
  approve,
  askAgain,
  askToRemove,
  decideAgain,
  drop,
  endAtReview,
  lift,
  renew,
} from './commands/decide.ts';
import { confirm } from './commands/by-person.ts';
import { block, hide, hideDetails, restrict } from './commands/take.ts';
import { openConduct } from './testing-conduct.ts';

const { at, desk, conduct, officer, senior, director } = await openConduct();
const explained = { beyond: 'It calls a colleague names', skipped: 'hate' };
const received = async (over: Record<string, unknown> = {}) =>
  (await desk.received({ text: 'You are all useless cows', ...over })).id;
const asked = async (over: Record<string, unknown> = {}, actor = officer()) =>
  (await conduct.takes(block, await received(), { ...explained, ...over }, actor)).id;
/** A block in force, asked for by an officer and approved by the senior manager. */
async function blocked(over: Record<string, unknown> = {}) {
  const id = await asked(over);
  await conduct.act(approve, id, {}, senior());
  await conduct.carried(id);
  return id;
}
const timer = (name: string) => {
  const found = at.house.timers.find((one) => one.name === name);
  if (!found) throw new Error(`There is no timer ${name}`);
  return found.due(readerOf(at.house.store.read()), at.clock.now());
};

describe('a block', () => {
  test('is decided by a second person: never by whoever asked, whatever they hold', async () => {
    const id = await asked({}, senior());
    expect((await conduct.rowOf(id)).state).toBe('asked');
    expect(await refusedWith(conduct.act(approve, id, {}, senior()))).toBe('kernel.someone-else');
    expect(await refusedWith(conduct.act(approve, id))).toBe('kernel.not-yours');
    const { citation } = await conduct.act(approve, id, {}, director());
    expect(citation.rule).toBe('conduct.block');
    expect(await conduct.rowOf(id)).toMatchObject({ state: 'waiting', author: expect.any(String) });
  });
  test('has a day of review: the policy’s months where nobody says another, and never later', async () => {
    expect((await conduct.rowOf(await asked())).review_on?.toString()).toBe('2027-11-24');
    expect((await conduct.rowOf(await asked({ reviewOn: '2026-12-24' }))).review_on?.toString()).toBe(
      '2026-12-24',
    );
    for (const reviewOn of ['2026-11-24', '2027-11-25']) {
      expect(await refusedWith(asked({ reviewOn }))).toBe('input: reviewOn');
    }
    const late = await asked({ reviewOn: '2026-11-25' });
    at.clock.set('2026-11-25T09:00:00Z');
    expect(await refusedWith(conduct.act(approve, late, {}, senior()))).toBe('conduct.review-passed');
  });
  test('ends on that day, where the organisation is, unless somebody renewed it', async () => {
    const id = await blocked({ reviewOn: '2027-06-10' });
    const kept = await blocked({ reviewOn: '2027-06-10' });
    at.clock.set('2027-06-09T22:59:59Z');
    expect(await timer('end-blocks')).not.toContain(id);
    await conduct.act(renew, kept, { reviewOn: '2028-01-10' }, director());
    at.clock.set('2027-06-09T23:00:00Z');
    const due = await timer('end-blocks');
    expect([due.includes(id), due.includes(kept)]).toEqual([true, false]);
    await conduct.bySystem('timer', endAtReview, id);
    expect(await conduct.rowOf(id)).toMatchObject({ state: 'waiting', undoing: true, ends_why: 'review' });
    await conduct.carried(id);
    expect(await conduct.rowOf(id)).toMatchObject({ state: 'ended', author: null });
    expect(await conduct.rowOf(kept)).toMatchObject({ state: 'in-force', renewed: 1 });
  });
  test('is renewed by somebody else than who asked for it, and only a block is', async () => {
    const { id } = await conduct.takes(block, await received(), explained, senior());
    await conduct.act(approve, id, {}, director());
    await conduct.carried(id);
    expect(await refusedWith(conduct.act(renew, id, {}, senior()))).toBe('kernel.someone-else');
    expect(await refusedWith(conduct.act(renew, id, {}, director()))).toBe('done');
    const { id: hidden } = await conduct.takes(hide, await received(), explained);
    await conduct.carried(hidden);
    expect(await refusedWith(conduct.act(renew, hidden, {}, senior()))).toBe('conduct.not-a-block');
  });
  test('that is not approved is dropped, and keeps nobody’s id', async () => {
    const id = await asked();
    await conduct.act(drop, id, {}, director());
    expect(await conduct.rowOf(id)).toMatchObject({ state: 'dropped', author: null });
  });
});

describe('what lasts', () => {
  test('is taken back with its reason, and then keeps nobody’s id', async () => {
    const { id } = await conduct.takes(restrict, await received(), explained);
    await conduct.carried(id);
    await conduct.act(lift, id, { why: 'mistake' });
    expect(await conduct.rowOf(id)).toMatchObject({
      state: 'waiting',
      undoing: true,
      author: expect.any(String),
    });
    await conduct.carried(id);
    expect(await conduct.rowOf(id)).toMatchObject({ state: 'ended', ends_why: 'mistake', author: null });
  });
  test('stays where its taking back is dropped', async () => {
    const { id } = await conduct.takes(hide, await received(), explained);
    await conduct.carried(id);
    await conduct.act(lift, id, { why: 'removed' });
    await conduct.act(drop, id);
    expect(await conduct.rowOf(id)).toMatchObject({ state: 'in-force', undoing: false, ends_why: null });
  });
  test('is done by a person where no program reads the account', async () => {
    const { id: enquiry } = await desk.captured({ text: 'You are all useless cows' });
    const { id } = await conduct.takes(hide, enquiry, explained);
    expect((await conduct.rowOf(id)).state).toBe('by-hand');
    await conduct.act(confirm, id);
    expect((await conduct.rowOf(id)).state).toBe('in-force');
    await conduct.act(lift, id, { why: 'lifted' });
    expect((await conduct.rowOf(id)).state).toBe('by-hand');
    await conduct.act(confirm, id);
    expect((await conduct.rowOf(id)).state).toBe('ended');
  });
});

describe('a review that somebody asks for', () => {
  test('is decided by somebody who had no hand in it, in the policy’s working days', async () => {
    const id = await blocked();
    const early = conduct.act(decideAgain, id, { outcome: 'kept' }, director());
    expect(await refusedWith(early)).toBe('conduct.no-review-asked');
    await conduct.act(askAgain, id);
    expect((await conduct.rowOf(id)).appeal_due_at?.toString()).toBe('2026-12-08T17:00:00Z');
    expect(await refusedWith(conduct.act(askAgain, id))).toBe('conduct.under-review');
    const own = await refusalOf(conduct.act(decideAgain, id, { outcome: 'kept' }, senior()));
    expect(own.code).toBe('kernel.someone-else');
    await conduct.act(decideAgain, id, { outcome: 'kept' }, director());
    expect(await conduct.rowOf(id)).toMatchObject({ state: 'in-force', appeal_outcome: 'kept' });
  });
  test('has somebody left to decide it where senior manager and director decided the block', async () => {
    const { id } = await conduct.takes(block, await received(), explained, senior());
    await conduct.act(approve, id, {}, director());
    await conduct.carried(id);
    await conduct.act(askAgain, id);
    for (const actor of [senior(), director()])
      expect(await refusedWith(conduct.act(decideAgain, id, { outcome: 'ended' }, actor))).toBe(
        'kernel.someone-else',
      );
    const lead = at.person('Ina Informed', 'information-governance');
    await conduct.act(decideAgain, id, { outcome: 'ended' }, lead);
    await conduct.carried(id);
    expect(await conduct.rowOf(id)).toMatchObject({
      state: 'ended',
      ends_why: 'appeal',
      appeal_outcome: 'ended',
    });
  });
});

describe('somebody’s details in public', () => {
  test('are hidden by one press, their writer is asked in private, and both are on record', async () => {
    const enquiry = await received({ text: 'Nurse Ann lives at 4 Mill Lane, ring 07700 900123' });
    const { id, citation } = await conduct.takes(hideDetails, enquiry);
    expect([citation.rule, citation.clause]).toEqual(['conduct.details-hidden', '6.5.j']);
    at.clock.set('2026-11-24T10:12:30Z');
    await conduct.carried(id);
    await conduct.act(askToRemove, id);
    const shown = await desk.asks('conduct.measure', officer(), { measure: id });
    expect(shown).toMatchObject({
      state: 'in-force',
      minutesToHide: 12,
      askedToRemoveAt: '2026-11-24T10:12:30Z',
    });
    for (const command of ['measure.hide-details', 'measure.mark-done', 'measure.ask-to-remove'])
      expect(await desk.lineOf(id, command)).toBeDefined();
  });
  test('are what the time to hide is measured over, and nothing else is', async () => {
    const figure = at.house.rooms
      .flatMap((room) => room.figures)
      .find((one) => one.rule === 'conduct.details-hidden');
    const from = at.clock.now();
    const measured = () =>
      figure?.read(
        readerOf(at.house.store.read()),
        { from, to: from.add({ hours: 3 }) },
        at.house.policies.inForce(from),
      );
    const before = (await measured())?.of ?? 0;
    for (const minutes of [10, 20, 90]) {
      at.clock.set(from);
      const { id } = await conduct.takes(hideDetails, await received());
      at.clock.set(from.add({ minutes }));
      await conduct.carried(id);
    }
    at.clock.set(from);
    const { id } = await conduct.takes(hide, await received(), explained);
    await conduct.carried(id);
    const now = await measured();
    expect(now).toMatchObject({ of: before + 3, unit: 'minutes', target: 30 });
    expect(now?.sentence).toMatch(/within 30/);
  });
  test('only such a measure asks for their removal', async () => {
    const { id } = await conduct.takes(hide, await received(), explained);
    await conduct.carried(id);
    expect(await refusedWith(conduct.act(askToRemove, id))).toBe('conduct.not-of-details');
  });
});
