import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSignpost, peopleIn } from '#features/people/index.ts';
import { agree, propose, savedReplies } from '#features/saved-replies/index.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { inboxDesk, queuedIn, refusalOf, refusedWith, type InboxDesk } from './builders.ts';
import { askBack } from './commands/ask-back.ts';
import { drop } from './commands/reply-by-person.ts';
import { relabel } from './commands/relabel.ts';
import { replySaved } from './commands/reply-saved.ts';
import { reply } from './commands/reply.ts';
import { agreeReply, sendBackReply } from './commands/second-person.ts';
import { signpost } from './commands/signpost.ts';
import { unlock } from './commands/unlock.ts';
import { inbox } from './index.ts';

let at: TestHouse;
let officer: Actor;
let colleague: Actor;
let governance: Actor;
let desk: InboxDesk;
let door: string;
beforeAll(async () => {
  at = await testHouse({
    rooms: [peopleIn('Europe/London'), savedReplies, inbox],
    now: '2026-11-24T10:00:00Z',
  });
  officer = at.person('Olu Officer', 'communications');
  colleague = at.person('Cat Colleague', 'communications');
  governance = at.person('Gus Governance', 'governance');
  desk = inboxDesk(at, () => officer);
  const director = at.person('Dee Director', 'director', 'communications', 'senior-manager');
  const entry = { topic: 'Complaints', contact: 'PALS, 01234 567890', url: '', hours: 'Mon to Fri' };
  door = (await perform(at.house, addSignpost, { actor: director, input: entry, door: 'api' })).id;
});
afterAll(() => at.close());

/** A message that a person says is of this kind. */
async function labelled(id: string, over: Record<string, unknown> = {}) {
  const made = await desk.received(over);
  await desk.act(relabel, made.id, { lead: id });
  return made.id;
}
const saved = async (over: Record<string, unknown> = {}, by = officer) =>
  (
    await perform(at.house, propose, {
      actor: by,
      input: {
        name: 'Holding line',
        language: 'en',
        holding: false,
        text: 'Thank you. We have passed this on.',
        ...over,
      },
      door: 'api',
    })
  ).id;
const agreed = async (over: Record<string, unknown> = {}) => {
  const id = await saved(over);
  await perform(at.house, agree, { actor: colleague, id, input: {}, version: 1, door: 'api' });
  return id;
};
const own = { text: 'The surgery opens at eight.' };

describe('a medical question', () => {
  test('answered in own words goes out only when somebody else has agreed', async () => {
    const id = await labelled('medical_question');
    await desk.act(reply, id, own);
    const written = await desk.replyOf(id);
    expect(written.state).toBe('to-agree');
    const queued = await queuedIn(at, 'send/inbox.send-reply');
    expect(queued.filter(({ data }) => data['reply'] === written.id)).toEqual([]);
    const agreeing = {
      id: written.id,
      input: { read: true },
      version: written.version,
      door: 'api',
    } as const;
    const byItsAuthor = perform(at.house, agreeReply, { actor: officer, ...agreeing });
    expect(await refusedWith(byItsAuthor)).toBe('kernel.someone-else');
    await perform(at.house, agreeReply, { actor: colleague, ...agreeing });
    expect(await desk.replyOf(id)).toMatchObject({
      state: 'waiting',
      agreed_by: (colleague as { id: string }).id,
    });
    await desk.sent(id);
    expect((await desk.rowOf(id)).state).toBe('answered');
  });
  test('whoever agrees must say that they have read it', async () => {
    const id = await labelled('medical_question');
    await desk.act(reply, id, own);
    const written = await desk.replyOf(id);
    const agreeing = {
      actor: colleague,
      id: written.id,
      input: {},
      version: written.version,
      door: 'api',
    } as const;
    expect(await refusedWith(perform(at.house, agreeReply, agreeing))).toBe('input: read');
  });
  test('sent back, it waits again, and its author reads why', async () => {
    const id = await labelled('medical_question');
    await desk.act(reply, id, own);
    const { id: written } = await desk.replyOf(id);
    await desk.onReply(sendBackReply, written, { why: 'Point to 111.' }, colleague);
    await desk.reactions();
    expect(await desk.replyOf(id)).toMatchObject({ state: 'dropped', refused_why: 'Point to 111.' });
    expect((await desk.rowOf(id)).state).toBe('waiting');
  });
  test('its author may take it back; a signpost without own words needs nobody', async () => {
    const id = await labelled('medical_question');
    await desk.act(askBack, id, { text: 'Which surgery is it?' });
    const { id: asked, state } = await desk.replyOf(id);
    expect(state).toBe('to-agree');
    await desk.onReply(drop, asked);
    await desk.reactions();
    await desk.act(signpost, id, { entry: door, rechecked: false });
    expect((await desk.replyOf(id)).state).toBe('waiting');
  });
  test('any other question needs no second person', async () => {
    const id = await labelled('service_enquiry');
    await desk.act(reply, id, own);
    expect((await desk.replyOf(id)).state).toBe('waiting');
  });
});

describe('a legal matter or a complaint', () => {
  test.each(['legal', 'complaint'])(
    '%s: nothing of one’s own, and governance alone unlocks it',
    async (label) => {
      const id = await labelled(label);
      const refused = await refusalOf(desk.act(reply, id, own));
      expect(refused.code).toBe('inbox.locked');
      expect(refused.instead).toContain('governance');
      expect(await refusedWith(desk.act(askBack, id, own))).toBe('inbox.locked');
      expect(
        await refusedWith(
          desk.act(signpost, id, { entry: door, rechecked: false, text: 'Sorry to hear it.' }),
        ),
      ).toBe('inbox.locked');
      expect(await refusedWith(desk.act(unlock, id, { note: 'Go ahead.' }))).toBe('kernel.not-yours');
      await desk.act(unlock, id, { note: 'Say when the meeting is, and no more.' }, governance);
      expect(await refusedWith(desk.act(reply, id, { text: 'The meeting is on Monday.' }))).toBe('done');
    },
  );
  test('a signpost by itself may go out, and so may a holding line, and no other saved reply', async () => {
    const holding = await agreed({ name: 'We have it', holding: true });
    const other = await agreed({ name: 'Opening times', text: 'The clinic opens at nine.' });
    const id = await labelled('complaint');
    expect(await refusedWith(desk.act(replySaved, id, { saved: other }))).toBe('input: saved');
    expect(await refusedWith(desk.act(replySaved, id, { saved: holding }))).toBe('done');
    const next = await labelled('legal');
    expect(await refusedWith(desk.act(signpost, next, { entry: door, rechecked: false }))).toBe('done');
  });
  test('what is not locked cannot be unlocked', async () => {
    const id = await labelled('compliment');
    expect(await refusedWith(desk.act(unlock, id, { note: 'x' }, governance))).toBe('inbox.not-locked');
  });
});

describe('a saved reply', () => {
  test('is agreed by somebody else, and only then used', async () => {
    const id = await saved({ name: 'Where to go', text: 'Please ask at the front desk.' });
    const message = await labelled('service_enquiry');
    expect(await refusedWith(desk.act(replySaved, message, { saved: id }))).toBe('input: saved');
    const agreeing = { id, input: {}, version: 1, door: 'api' } as const;
    expect(await refusedWith(perform(at.house, agree, { actor: officer, ...agreeing }))).toBe(
      'kernel.someone-else',
    );
    await perform(at.house, agree, { actor: colleague, ...agreeing });
    await desk.act(replySaved, message, { saved: id });
    expect((await desk.replyOf(message)).text).toBe('Please ask at the front desk.');
    expect((await desk.lineOf(message, 'enquiry.reply-saved'))?.facts).toMatchObject({
      saved: id,
      version: 2,
    });
  });
  test('says what its kind of message needs, in any language', async () => {
    const input = { name: 'Medical', label: 'medical_question', text: 'Please ask your GP.' };
    expect(await refusedWith(saved(input))).toBe('input: text,text');
    const polish = {
      ...input,
      language: 'pl',
      text: 'Prosimy zadzwonić pod 111, a w razie zagrożenia życia 999.',
    };
    expect(await saved(polish)).toBeTruthy();
  });
  test('past its day nobody can use it', async () => {
    const id = await agreed({ name: 'Old one', text: 'The café is closed.' });
    at.clock.set('2027-06-01T10:00:00Z');
    const message = await labelled('service_enquiry', { at: '2027-06-01T09:59:00Z' });
    expect(await refusedWith(desk.act(replySaved, message, { saved: id }))).toBe('input: saved');
    at.clock.set('2026-11-24T10:00:00Z');
  });
  test('with a contact goes out with it, as a signpost of that version', async () => {
    const id = await agreed({
      name: 'Complain',
      label: 'complaint',
      signpost: door,
      holding: true,
      text: 'You have the right to complain.',
    });
    const message = await labelled('complaint');
    await desk.act(replySaved, message, { saved: id });
    expect(await desk.replyOf(message)).toMatchObject({
      kind: 'signpost',
      signpost: door,
      text: 'You have the right to complain.\nPALS, 01234 567890',
    });
  });
});
