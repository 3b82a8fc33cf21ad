import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { addPerson, peopleIn } from '#features/people/index.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { inboxDesk, refusalOf, refusedWith, type InboxDesk } from './builders.ts';
import { claim, release } from './commands/claim.ts';
import { close } from './commands/close.ts';
import { reply as answer } from './commands/reply.ts';
import { inbox } from './index.ts';

let at: TestHouse;
let desk: InboxDesk;
let olu: Actor;
let oz: Actor;
/** Somebody in the people table, so that others can be told the name. */
const named = async (name: string): Promise<Actor> => {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@board.example`;
  const { id } = await perform(at.house, addPerson, {
    actor: at.person('Ada Admin', 'administrator'),
    input: { name, email, kind: 'employee' },
    door: 'api',
  });
  const actor: Actor = { kind: 'person', id };
  at.grants(actor, 'communications');
  return actor;
};
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London'), inbox], now: '2026-11-24T10:00:00Z' });
  olu = await named('Olu Officer');
  oz = await named('Oz Officer');
  desk = inboxDesk(at, () => olu);
});
afterAll(() => at.close());
beforeEach(() => at.clock.set('2026-11-24T10:00:00Z'));

const listed = async (id: string, actor: Actor) =>
  (await desk.asks('inbox.waiting', actor, { view: 'due-next' })).rows.find(
    (row: { id: string }) => row.id === id,
  );

describe('a claim', () => {
  test('is shown to others by name and with its end, and to oneself as one’s own', async () => {
    const { id } = await desk.received();
    await desk.act(claim, id);
    expect(await listed(id, oz)).toMatchObject({
      heldBy: 'Olu Officer',
      heldUntil: '2026-11-24T10:15:00Z',
      mine: false,
    });
    expect(await listed(id, olu)).toMatchObject({ heldBy: 'Olu Officer', mine: true });
  });
  test('keeps others from every answer while it lasts, and tells them who and until when, under its clause', async () => {
    const { id } = await desk.received();
    await desk.act(claim, id);
    const refused = await refusalOf(desk.act(answer, id, { text: 'Mine' }, oz));
    expect(refused.message).toBe('Olu Officer is working on this until 10:15.');
    expect(refused.citation?.rule).toBe('inbox.claim');
    expect(await refusedWith(desk.act(close, id, { reason: 'spam' }, oz))).toBe('inbox.held');
    expect(await refusedWith(desk.act(release, id, {}, oz))).toBe('kernel.not-yours');
  });
  test('of two people at the same moment, one gets it, and the other is told who has it', async () => {
    const { id } = await desk.received();
    const both = await Promise.allSettled(
      [olu, oz].map((actor) => perform(at.house, claim, { actor, id, input: {}, door: 'web' })),
    );
    const row = await desk.rowOf(id);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const lost = both.find((one) => one.status === 'rejected');
    const winner = row.claimed_by === (olu.kind === 'person' ? olu.id : '') ? 'Olu' : 'Oz';
    expect(String(lost?.reason)).toContain(`${winner} Officer is working on this until 10:15.`);
  });
  test('of two answers at the same moment, one is kept', async () => {
    const { id } = await desk.received();
    const { version } = await desk.rowOf(id);
    const both = await Promise.allSettled(
      [olu, oz].map((actor) =>
        perform(at.house, answer, { actor, id, input: { text: 'Hello' }, version, door: 'web' }),
      ),
    );
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const replies = await at.house.store
      .read<{ replies: { enquiry: string } }>()
      .selectFrom('replies')
      .select('enquiry')
      .where('enquiry', '=', id)
      .execute();
    expect(replies).toHaveLength(1);
  });
  test('is over at its last minute and can be taken over; it is renewed by claiming again', async () => {
    const { id } = await desk.received();
    await desk.act(claim, id);
    at.clock.set('2026-11-24T10:14:59Z');
    expect(await refusedWith(desk.act(claim, id, {}, oz))).toBe('inbox.held');
    at.clock.set('2026-11-24T10:15:00Z');
    expect((await listed(id, olu)).heldBy).toBeNull();
    await desk.act(claim, id, {}, oz);
    expect((await listed(id, olu)).heldBy).toBe('Oz Officer');
    at.clock.set('2026-11-24T10:20:00Z');
    await desk.act(claim, id, {}, oz);
    expect((await desk.rowOf(id)).claimed_until?.toString()).toBe('2026-11-24T10:35:00Z');
    expect((await desk.rowOf(id)).first_claimed_at?.toString()).toBe('2026-11-24T10:00:00Z');
  });
  test('ends at once where its holder releases it', async () => {
    const { id } = await desk.received();
    await desk.act(claim, id);
    await desk.act(release, id);
    expect(await refusedWith(desk.act(claim, id, {}, oz))).toBe('done');
  });
  test('moves an enquiry between the views of those who look', async () => {
    const { id } = await desk.received();
    const stands = async (view: string, actor: Actor) =>
      (await desk.asks('inbox.waiting', actor, { view })).rows.some((row: { id: string }) => row.id === id);
    await desk.act(claim, id);
    expect([await stands('unclaimed', oz), await stands('mine', olu), await stands('mine', oz)]).toEqual([
      false,
      true,
      false,
    ]);
    at.clock.set('2026-11-24T10:15:00Z');
    expect([await stands('unclaimed', oz), await stands('mine', olu)]).toEqual([true, false]);
  });
});
