import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { effectQueue } from '#kernel/event.ts';
import { newId } from '#kernel/ids.ts';
import type { Network } from '#networks/network.ts';
import { queuedIn } from '#features/inbox/builders.ts';
import { confirm, retry } from '#features/inbox/commands/reply-by-person.ts';
import { reply as answer } from '#features/inbox/commands/reply.ts';
import { sendReply } from './send-replies.ts';
import { presentSecond, testWorker, type TestWorker } from './testing-worker.ts';

let worker: TestWorker;
beforeAll(async () => {
  worker = await testWorker();
});
afterAll(() => worker.close());
beforeEach(() => {
  worker.line.clear();
  worker.at.clock.set(presentSecond());
});

/** Somebody writes to us, and an officer has answered; the reply waits for the sender. */
async function waiting(text = `Here is your answer ${newId()}`) {
  const remote = await worker.world.writes('Where is the clinic?');
  const { id } = await worker.desk.received({ remote });
  await worker.desk.act(answer, id, { text });
  const reply = await worker.desk.replyOf(id);
  return { id, reply: reply.id, text };
}
const send = (reply: string, reach = worker.reach()) => sendReply(worker.at.house, reach, worker.log, reply);
const later = (seconds: number) => worker.at.clock.set(worker.at.clock.now().add({ seconds }));
/** A network that knows no keys of ours: the same reply sent twice stands there twice, and only looking prevents it. */
function lookFirst(network: Network): Network {
  const { publish } = network;
  if (!publish.present) return network;
  return {
    ...network,
    publish: {
      ...publish,
      repeat: 'look-first',
      async post(call, outgoing) {
        const key = newId();
        const known = posted.get(outgoing.key) ?? [];
        posted.set(outgoing.key, [...known, key]);
        return publish.post(call, { ...outgoing, key });
      },
      async find(call, key) {
        for (const one of posted.get(key) ?? []) {
          const found = await publish.find(call, one);
          if (found) return found;
        }
        return undefined;
      },
    },
  };
}
const posted = new Map<string, readonly string[]>();
const sends = async (reply: string) =>
  (await queuedIn(worker.at, effectQueue('inbox.send-reply'))).filter((job) => job.data['reply'] === reply);

describe('a reply', () => {
  test('is sent once, however many senders take it up, and stops the clock when the network has it', async () => {
    const { id, reply, text } = await waiting();
    await Promise.all([send(reply), send(reply), send(reply)]);
    await send(reply);
    await worker.desk.reactions();
    expect(await worker.world.visible(text)).toBe(1);
    expect(await worker.desk.replyOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await worker.desk.rowOf(id)).toMatchObject({ state: 'answered', inside: true });
  });
  test('that the network took while its answer was lost is found at once, and not sent again', async () => {
    const { id, reply, text } = await waiting();
    worker.line.script({ method: 'PUT', path: /posts/, fault: 'answer-lost' });
    await send(reply);
    expect(await worker.world.visible(text)).toBe(1);
    expect(await worker.desk.replyOf(id)).toMatchObject({ state: 'sent' });
  });
  test('of which nobody could tell is looked for at the next attempt and found', async () => {
    const { id, reply, text } = await waiting();
    worker.line.script(
      { method: 'PUT', path: /posts/, fault: 'answer-lost' },
      { method: 'GET', path: /posts/, fault: 'reset' },
    );
    await send(reply);
    expect(await worker.desk.replyOf(id)).toMatchObject({ state: 'waiting', held_why: 'unknown' });
    await send(reply);
    expect((await worker.desk.replyOf(id)).attempts).toBe(1);
    later(15);
    await send(reply);
    await worker.desk.reactions();
    expect(await worker.world.visible(text)).toBe(1);
    expect(await worker.desk.replyOf(id)).toMatchObject({ state: 'sent', attempts: 2, held_why: null });
  });
  test('where looking alone prevents a double, is left to a person; sent again it is found', async () => {
    const { id, reply, text } = await waiting();
    const reach = worker.reach(lookFirst);
    worker.line.script(
      { method: 'PUT', path: /posts/, fault: 'answer-lost' },
      { method: 'GET', path: /posts/, fault: 'reset' },
    );
    await send(reply, reach);
    await worker.desk.reactions();
    expect(await worker.desk.rowOf(id)).toMatchObject({ trouble: 'unknown', first_reply_at: null });
    later(600);
    await send(reply, reach);
    expect(await worker.desk.replyOf(id)).toMatchObject({ state: 'unknown', attempts: 1 });
    await worker.desk.onReply(retry, reply);
    await send(reply, reach);
    await worker.desk.reactions();
    expect(await worker.world.visible(text)).toBe(1);
    expect(await worker.desk.rowOf(id)).toMatchObject({ state: 'answered', trouble: null });
  });
  test('where looking alone prevents a double, and it is not there, it is sent at a person’s word', async () => {
    const { id, reply, text } = await waiting();
    const reach = worker.reach(lookFirst);
    worker.line.script(
      { method: 'PUT', path: /posts/, fault: 'bad-gateway' },
      { method: 'GET', path: /posts/, fault: 'reset' },
    );
    await send(reply, reach);
    await worker.desk.reactions();
    expect([await worker.world.visible(text), (await worker.desk.replyOf(id)).state]).toEqual([0, 'unknown']);
    await worker.desk.onReply(retry, reply);
    await send(reply, reach);
    expect(await worker.world.visible(text)).toBe(1);
  });
  test('that a person found posted is not sent by a sender that wakes up late', async () => {
    const { id, reply, text } = await waiting();
    const reach = worker.reach(lookFirst);
    worker.line.script(
      { method: 'PUT', path: /posts/, fault: 'bad-gateway' },
      { method: 'GET', path: /posts/, fault: 'reset' },
    );
    await send(reply, reach);
    await worker.desk.onReply(confirm, reply);
    later(600);
    await send(reply, reach);
    expect(await worker.world.visible(text)).toBe(0);
    expect((await worker.desk.replyOf(id)).state).toBe('sent');
  });
  test('that the network refuses says why, in words for the person who wrote it', async () => {
    const { id, reply } = await waiting('x'.repeat(501));
    await send(reply);
    await worker.desk.reactions();
    const refused = await worker.desk.replyOf(id);
    expect([refused.state, refused.refused_why]).toEqual(['refused', expect.stringMatching(/500/)]);
    expect(await worker.desk.rowOf(id)).toMatchObject({ state: 'waiting', trouble: 'refused' });
  });
  test('waits as long as a busy network asks, and goes then', async () => {
    const { id, reply, text } = await waiting();
    worker.line.script({ method: 'PUT', path: /posts/, fault: 'busy', seconds: 300 });
    await send(reply);
    const held = await worker.desk.replyOf(id);
    expect(held).toMatchObject({ state: 'waiting', held_why: 'busy' });
    expect((await sends(reply)).length).toBe(2);
    later(200);
    await send(reply);
    expect(await worker.world.visible(text)).toBe(0);
    later(200);
    await send(reply);
    expect(await worker.world.visible(text)).toBe(1);
  });
  test('waits while the network cannot be reached or the keys no longer work, and is not lost', async () => {
    const { id, reply, text } = await waiting();
    const wrong = worker.reach(undefined, (call) => ({ ...call, secret: { password: 'not this one' } }));
    await send(reply, wrong);
    expect(await worker.desk.replyOf(id)).toMatchObject({ state: 'waiting', held_why: 'keys' });
    later(15);
    await send(reply);
    expect(await worker.world.visible(text)).toBe(1);
  });
  test('logs neither the words nor a key', async () => {
    const { reply } = await waiting('Unmistakable words of ours');
    worker.line.script({ method: 'PUT', path: /posts/, fault: 'busy', seconds: 5 });
    await send(reply);
    expect(worker.logged()).toContain(reply);
    expect(worker.logged()).not.toMatch(/Unmistakable|only for practice|not this one/);
  });
});
