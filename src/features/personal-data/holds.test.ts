import { describe, expect, test } from 'vitest';
import { refusedWith } from '#features/inbox/builders.ts';
import { erase, holdBack } from '#features/inbox/index.ts';
import { addPerson } from '#features/people/index.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { begin } from './commands/erasing.ts';
import { holdIt, liftHold, reviewHold } from './commands/hold.ts';
import { deleteNow } from './commands/decide.ts';
import { openCase, withDetails } from './testing-case.ts';

const { at, work, people } = await openCase();
const { desk } = work;

const hold = () => ({
  matter: 'foi',
  name: 'FOI 2026/114',
  owner: people().governance.id,
  reviewOn: '2027-01-15',
});
const placed = async (removal: string, over: Record<string, unknown> = {}) =>
  work.act(holdIt, removal, { ...hold(), owner: await ownerId(), ...over }, people().governance);

let owner: string | undefined;
/** Who answers for a hold is chosen among those who work here. */
async function ownerId(): Promise<string> {
  owner ??= (
    await perform(at.house, addPerson, {
      actor: at.person('Ada Min', 'administrator'),
      input: { name: 'Gita Governance', email: 'gita@practice.example', kind: 'employee' },
      door: 'api',
    })
  ).id;
  return owner;
}

const onItsDay = async () => {
  at.clock.set('2026-11-25T09:00:00Z');
  await work.tick();
};

describe('a hold', () => {
  test('names its matter, who answers for it and when it is looked at again; governance places it', async () => {
    const { removal } = await work.confirmed();
    expect(await refusedWith(work.act(holdIt, removal.id, hold()))).toBe('kernel.not-yours');
    expect(await refusedWith(work.act(holdIt, removal.id, {}, people().governance))).toBe(
      'input: matter,name,owner,reviewOn',
    );
    for (const reviewOn of ['2026-11-24', '2027-02-23'])
      expect(await refusedWith(placed(removal.id, { reviewOn }))).toBe('input: reviewOn');
    const { citation } = await placed(removal.id);
    expect(citation.clause).toBe('6.5.g');
    const [one] = await work.holdsOf(removal.id);
    expect(one).toMatchObject({ matter: 'foi', name: 'FOI 2026/114', owner: await ownerId() });
  });
  test('stops the deletion on its day', async () => {
    const { enquiry, removal } = await work.confirmed();
    await placed(removal.id);
    await work.settle();
    await onItsDay();
    expect((await work.removalOf(enquiry)).state).toBe('held');
    expect((await desk.rowOf(enquiry)).text).toBe(withDetails);
    expect(await refusedWith(desk.bySystem('timer', begin, removal.id))).toBe('kernel.not-now');
    expect(await refusedWith(desk.bySystem('reaction', erase, enquiry))).toBe('inbox.kept-by-hold');
    expect((await work.holdsOf(removal.id))[0]?.state).toBe('in-place');
  });
  test('hides the message from whoever uses the inbox, in lists, counts and by its address', async () => {
    const { enquiry, removal } = await work.noticed();
    const { officer, lead } = people();
    const seen = async (who: typeof officer) => {
      const { rows, counts } = await desk.asks('inbox.waiting', who, { view: 'due-next' });
      return [rows.some((row: { id: string }) => row.id === enquiry), counts['due-next']];
    };
    const [, before] = await seen(officer);
    await placed(removal.id);
    await work.settle();
    expect(await seen(officer)).toEqual([false, Number(before) - 1]);
    expect(await refusedWith(desk.asks('inbox.enquiry', officer, { id: enquiry }))).toBe('kernel.not-found');
    expect(await refusedWith(desk.asks('inbox.enquiry', at.person('D', 'director'), { id: enquiry }))).toBe(
      'kernel.not-found',
    );
    expect((await seen(lead))[0]).toBe(true);
  });
  test('lifted, lets the team see it again, and the clock starts anew', async () => {
    const { enquiry, removal } = await work.confirmed();
    await placed(removal.id);
    await work.settle();
    at.clock.set('2026-12-08T10:00:00Z');
    const [one] = await work.holdsOf(removal.id);
    const input = { why: 'The request was answered' };
    const lifting = (actor: Actor) =>
      perform(at.house, liftHold, { actor, id: one?.id ?? '', input, door: 'api' });
    expect(await refusedWith(lifting(people().lead))).toBe('kernel.not-yours');
    await lifting(people().governance);
    await work.settle();
    const now = await work.removalOf(enquiry);
    expect([now.state, now.due_at?.toString()]).toEqual(['due', '2026-12-09T17:00:00Z']);
    expect((await desk.rowOf(enquiry)).held).toBe(false);
    await work.tick();
    expect((await desk.rowOf(enquiry)).text).toBe(withDetails);
    at.clock.set('2026-12-09T09:00:00Z');
    await work.tick();
    expect((await desk.rowOf(enquiry)).text).toBe('');
  });
  test('beside another one, keeps it: only the last that is lifted lets it go', async () => {
    const { enquiry, removal } = await work.confirmed();
    await placed(removal.id);
    await placed(removal.id, { matter: 'legal', name: 'Case 7' });
    await work.settle();
    const [first, second] = await work.holdsOf(removal.id);
    const lift = (id: string) =>
      perform(at.house, liftHold, { actor: people().governance, id, input: { why: 'Over' }, door: 'api' });
    await lift(first?.id ?? '');
    await work.settle();
    expect([(await work.removalOf(enquiry)).state, (await desk.rowOf(enquiry)).held]).toEqual(['held', true]);
    await lift(second?.id ?? '');
    await work.settle();
    expect([(await work.removalOf(enquiry)).state, (await desk.rowOf(enquiry)).held]).toEqual(['due', false]);
  });
  test('of two that are lifted in the same moment, one lets it go', async () => {
    const { enquiry, removal } = await work.confirmed();
    await placed(removal.id);
    await placed(removal.id, { matter: 'legal', name: 'Case 7' });
    await work.settle();
    const holds = await work.holdsOf(removal.id);
    await Promise.all(
      holds.map(({ id }) =>
        perform(at.house, liftHold, { actor: people().governance, id, input: { why: 'Over' }, door: 'api' }),
      ),
    );
    await work.settle();
    expect([(await work.removalOf(enquiry)).state, (await desk.rowOf(enquiry)).held]).toEqual(['due', false]);
  });
  test('is overdue on the day on which somebody was to look again, and kept on by saying when', async () => {
    const { removal } = await work.noticed();
    await placed(removal.id);
    await work.settle();
    const overdue = async () => {
      const { holds } = await desk.asks('personal-data.holds', people().governance, { removal: removal.id });
      return holds[0].overdue;
    };
    expect(await overdue()).toBe(false);
    at.clock.set('2027-01-15T09:00:00Z');
    expect(await overdue()).toBe(true);
    const [one] = await work.holdsOf(removal.id);
    await perform(at.house, reviewHold, {
      actor: people().governance,
      id: one?.id ?? '',
      input: { reviewOn: '2027-03-15' },
      door: 'api',
    });
    expect(await overdue()).toBe(false);
  });
});

describe('a hold and a deletion in the same moment', () => {
  /** How it ended: what the hold says of itself must be true of the words. */
  const ending = async (enquiry: string, removal: string) => {
    await work.settle();
    at.clock.set(at.clock.now().add({ minutes: 10 }));
    await work.tick();
    const [one] = await work.holdsOf(removal);
    const kept = (await desk.rowOf(enquiry)).text !== '';
    return { hold: one?.state ?? 'none', kept, record: (await work.removalOf(enquiry)).state };
  };
  const due = async () => {
    const { enquiry, removal } = await work.noticed();
    await work.act(deleteNow, removal.id, { why: 'unasked' });
    return { enquiry, removal: removal.id };
  };

  test('the hold first: it is kept', async () => {
    const { enquiry, removal } = await due();
    await placed(removal);
    expect(await refusedWith(desk.bySystem('timer', begin, removal))).toBe('kernel.not-now');
    expect(await ending(enquiry, removal)).toEqual({ hold: 'in-place', kept: true, record: 'held' });
  });
  test('the deletion begun, and nothing deleted yet: it is kept', async () => {
    const { enquiry, removal } = await due();
    await desk.bySystem('timer', begin, removal);
    await placed(removal);
    expect(await ending(enquiry, removal)).toEqual({ hold: 'in-place', kept: true, record: 'held' });
  });
  test('deleted first: the hold says that it came too late, and nothing says that it is kept', async () => {
    const { enquiry, removal } = await due();
    await desk.bySystem('timer', begin, removal);
    await desk.bySystem('reaction', erase, enquiry);
    await placed(removal);
    expect(await ending(enquiry, removal)).toEqual({ hold: 'too-late', kept: false, record: 'erased' });
  });
  test('both at once, again and again: whatever the order, a hold that is in place has its words', async () => {
    const ends = new Set<string>();
    for (let turn = 0; turn < 12; turn += 1) {
      at.clock.set('2026-11-24T10:00:00Z');
      const { enquiry, removal } = await due();
      const acts = [
        () => refusedWith(placed(removal)),
        () => refusedWith(desk.bySystem('timer', begin, removal)),
      ];
      await Promise.all((turn % 2 === 0 ? acts : acts.toReversed()).map((act) => act()));
      const { hold: state, kept } = await ending(enquiry, removal);
      ends.add(`${state} ${kept}`);
    }
    expect([...ends]).toEqual(['in-place true']);
  });
  test('the message’s own row decides between the two that are already under way', async () => {
    const ends = new Set<string>();
    for (let turn = 0; turn < 12; turn += 1) {
      const { id } = await desk.received({ text: withDetails });
      const hides = () =>
        perform(at.house, holdBack, {
          actor: systemActor('reaction'),
          id,
          input: { hold: newId() },
          door: 'worker',
        });
      const erases = () =>
        perform(at.house, erase, { actor: systemActor('reaction'), id, input: {}, door: 'worker' });
      const acts = turn % 2 === 0 ? [hides, erases] : [erases, hides];
      await Promise.all(acts.map((act) => refusedWith(act())));
      const row = await desk.rowOf(id);
      ends.add(`${row.held ? 'held' : 'not held'} ${row.text === '' ? 'gone' : 'kept'}`);
    }
    for (const end of ends) expect(['held kept', 'not held gone']).toContain(end);
  });
});
