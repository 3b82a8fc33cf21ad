import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleIn } from '#features/people/index.ts';
import { inboxDesk, refusedWith } from '#features/inbox/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { enterAccount, register } from '#features/register/index.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { begin } from './commands/begin.ts';
import { checkPasted, recordPasted } from './commands/pasted.ts';
import { autoReply } from './index.ts';
import type { AutoReplyTables } from './words.ts';

let at: TestHouse;
let officer: Actor;
let desk: ReturnType<typeof inboxDesk>;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London'), register, inbox, autoReply] });
  officer = at.person('Olu Officer', 'communications');
  desk = inboxDesk(at, () => officer);
});
afterAll(() => at.close());

const saturday = '2026-11-28T23:00:00Z';
const wrote = (over: Record<string, unknown> = {}) =>
  desk.received({ kind: 'direct-message', visibility: 'private', authorId: 'mo', ...over });
const repliesTo = async (id: string) => {
  await desk.reactions();
  return at.house.store
    .read<{ replies: { enquiry: string; kind: string; text: string; id: string } }>()
    .selectFrom('replies')
    .select(['kind', 'text', 'id'])
    .where('enquiry', '=', id)
    .execute();
};

describe('whoever writes in private', () => {
  test('is told by itself, once in each stretch of hours, and the clock runs on', async () => {
    at.clock.set(saturday);
    const first = await wrote();
    const [told] = await repliesTo(first.id);
    expect(told?.kind).toBe('automatic');
    expect(told?.text).toContain('999');
    await desk.sent(first.id);
    expect(await desk.rowOf(first.id)).toMatchObject({ state: 'waiting', first_reply_at: null });
    at.clock.set('2026-11-29T08:00:00Z');
    expect(await repliesTo((await wrote()).id)).toEqual([]);
    expect(await repliesTo((await wrote({ authorId: 'somebody-else' })).id)).toHaveLength(1);
    // Monday is another stretch of hours.
    at.clock.set('2026-11-30T09:05:00Z');
    const [again] = await repliesTo((await wrote()).id);
    expect(again?.text).toContain('Monday to Friday');
    expect(again?.text).not.toContain('We open again');
  });
  test('not in public, not by hand, and not for a message from hours that are over', async () => {
    at.clock.set(saturday);
    expect(await repliesTo((await desk.received({ authorId: 'public' })).id)).toEqual([]);
    const captured = await desk.captured({ kind: 'direct-message', network: 'facebook' });
    expect(await repliesTo(captured.id)).toEqual([]);
    const late = await wrote({ authorId: 'late', at: '2026-11-27T15:00:00Z' });
    expect(await repliesTo(late.id)).toEqual([]);
  });
  test('nor is somebody with whom a person of ours is talking', async () => {
    at.clock.set('2026-12-01T10:00:00Z');
    const asked = await wrote({ authorId: 'in-touch' });
    const answered = { kind: 'reply', text: 'The clinic is open until 4pm.' };
    await desk.act(at.house.commands.get('enquiry.reply') as never, asked.id, { text: answered.text });
    await desk.sent(asked.id);
    at.clock.set('2026-12-01T11:00:00Z');
    expect(await repliesTo((await wrote({ authorId: 'in-touch' })).id)).toEqual([]);
  });
  test('keeps nothing that says who was told', async () => {
    const rows = await at.house.store
      .read<AutoReplyTables>()
      .selectFrom('automatic_replies')
      .selectAll()
      .execute();
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toMatch(/"mo"|in-touch|somebody-else/);
  });
  test('a refusal by the network is no trouble of the enquiry: nobody has answered it yet all the same', async () => {
    at.clock.set('2026-12-05T10:00:00Z');
    const { id } = await wrote({ authorId: 'refused' });
    expect(await repliesTo(id)).toHaveLength(1);
    await desk.refused(id);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting', trouble: null, troubles: 0 });
  });
  test('where the network takes nothing as long, it is refused and says what to do', async () => {
    const input = { enquiry: newId(), account: newId(), network: 'x', person: 'p', max: 30 };
    const asked = desk.bySystem('reaction', begin, undefined, {
      ...input,
      receivedAt: at.clock.now().toString(),
    });
    expect(await refusedWith(asked)).toBe('auto-reply.does-not-fit');
  });
});

describe('where a person pastes it', () => {
  const ask = () => desk.asks('auto-reply.shown', officer);
  test('it says when it was looked at, and when somebody must look again', async () => {
    at.clock.set('2026-12-01T10:00:00Z');
    const account = await perform(at.house, enterAccount, {
      actor: officer,
      input: {
        network: 'tiktok',
        kind: 'corporate',
        name: 'Board on TikTok',
        handle: 'board',
        purpose: 'News',
        audience: 'All',
        secondFactor: 'on',
      },
      door: 'api',
    });
    expect((await ask()).accounts).toMatchObject([{ id: account.id, byItself: false, pasted: null }]);
    const input = { account: account.id };
    expect(await refusedWith(perform(at.house, recordPasted, { actor: officer, input, door: 'api' }))).toBe(
      'input: seen',
    );
    const pasted = await perform(at.house, recordPasted, {
      actor: officer,
      input: { ...input, seen: true },
      door: 'api',
    });
    const [shown] = (await ask()).accounts;
    expect(shown.pasted).toMatchObject({
      checkedOn: '2026-12-01',
      checkDueOn: '2027-03-01',
      due: false,
      changed: false,
    });
    at.clock.set('2027-03-01T10:00:00Z');
    expect((await ask()).accounts[0].pasted.due).toBe(true);
    await perform(at.house, checkPasted, {
      actor: officer,
      id: pasted.id,
      input: { seen: true },
      door: 'api',
    });
    expect((await ask()).accounts[0].pasted).toMatchObject({ checkedOn: '2027-03-01', due: false });
  });
  test('all three forms are shown before they are sent', async () => {
    expect((await ask()).forms.map((one: { form: string }) => one.form).toSorted()).toEqual([
      'closed',
      'closed-today',
      'open',
    ]);
  });
});
