import { describe, expect, test } from 'vitest';
import { askBack } from './commands/ask-back.ts';
import { retry } from './commands/reply-by-person.ts';
import { reply as answer } from './commands/reply.ts';
import { beginSending, markRefused } from './commands/sending.ts';
import { openDesk } from './testing-desk.ts';

const { desk } = await openDesk();

const answered = async () => {
  const { id } = await desk.received();
  await desk.act(answer, id, { text: 'On Station Road.' });
  return id;
};

describe('a refused reply', () => {
  test('sent again and refused again, waits for an answer once more', async () => {
    const id = await answered();
    await desk.refused(id);
    await desk.onReply(retry, (await desk.replyOf(id)).id);
    await desk.refused(id);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting', trouble: 'refused', troubles: 2 });
  });
  test('sent again before the enquiry heard of the refusal, is still on its way', async () => {
    const id = await answered();
    const { id: reply } = await desk.replyOf(id);
    await desk.bySystem('sender', beginSending, reply);
    await desk.bySystem('sender', markRefused, reply, { attempt: 1, reason: 'Too many links.' });
    await desk.onReply(retry, reply);
    await desk.reactions();
    expect(await desk.rowOf(id)).toMatchObject({ state: 'being-answered', trouble: null, troubles: 1 });
  });
  test('beside another that is on its way is flagged, and the enquiry still has an answer coming', async () => {
    const id = await answered();
    await desk.refused(id);
    const { id: first } = await desk.replyOf(id);
    await desk.act(answer, id, { text: 'Without the links.' });
    await desk.onReply(retry, first);
    await desk.refused(id);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'being-answered', trouble: 'refused' });
  });
  test('while the person has the next move, can be sent again and moves nothing', async () => {
    const { id } = await desk.received();
    await desk.act(askBack, id, { text: 'Which clinic?' });
    await desk.sent(id);
    await desk.act(answer, id, { text: 'And one thing more.' });
    await desk.refused(id);
    await desk.onReply(retry, (await desk.replyOf(id)).id);
    expect(await desk.rowOf(id)).toMatchObject({ state: 'waiting-on-them', trouble: null });
  });
});
