import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { describeNetwork } from './contract-suite.ts';
import { describeOnABadLine } from './contract/faults.ts';
import { needed, outgoing, pollFor, send, unlikely } from './contract/world.ts';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { practiceWorld } from './testing-practice.ts';

const parts = ['profile', 'publish', 'inbox', 'moderate', 'report', 'search'] as const;

describeNetwork('practice server', { parts, measures: ['hide', 'restrict', 'block'] }, practiceWorld);

describeOnABadLine('practice server', async () => {
  let proxy: FaultProxy | undefined;
  const world = await practiceWorld(async (address) => {
    proxy = await startFaultProxy(address);
    return proxy.address;
  });
  if (!proxy) throw new Error('The proxy has not started');
  const between = proxy;
  return {
    ...world,
    proxy: between,
    at: {
      write: { method: 'PUT', path: /\/posts\// },
      find: { method: 'GET', path: /\/posts\// },
      poll: { method: 'GET', path: /\/inbox/ },
    },
    async close() {
      await between.close();
      await world.close();
    },
  };
});

test('a text that the server finds too long is refused at its field', async () => {
  const world = await practiceWorld();
  const call = world.call();
  const url = `${call.account.address}/accounts/${call.account.handle}/posts/${newId()}`;
  const headers = { authorization: `Bearer ${call.secret['password']}`, 'content-type': 'application/json' };
  const answer = await fetch(url, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ text: 'x'.repeat(501) }),
  });
  expect([answer.status, await answer.json()]).toEqual([
    422,
    { error: 'TooLong', message: 'At most 500 characters.' },
  ]);
  await world.close();
});

test('a key that was used for other words is refused, and the first words stay', async () => {
  const world = await practiceWorld();
  const first = outgoing(unlikely('Open on Friday'));
  await send(world, first);
  const other = send(world, { ...first, text: unlikely('Closed on Friday') });
  await expect(other).rejects.toMatchObject({ kind: 'refused', code: 'KeyUsed' });
  expect(await world.visible(first.text)).toBe(1);
  await world.close();
});

test('nobody there at all: nothing was sent, and that is certain', async () => {
  const world = await practiceWorld();
  await world.close();
  await expect(send(world, outgoing('Hello'))).rejects.toMatchObject({ kind: 'away' });
});

test('a picture arrives with its description; what was private stays so; what was edited says so', async () => {
  const world = await practiceWorld();
  const picture = { bytes: new Uint8Array([1, 2, 3]), mime: 'image/png', alt: 'A nurse at a door' };
  const { id } = await send(world, outgoing(unlikely('Look'), { pictures: [picture] }));
  const [post] = await needed(world.network.inbox).thread(world.call(), id);
  expect(post?.pictures).toMatchObject([{ alt: 'A nurse at a door' }]);
  const shown = await fetch(post?.pictures[0]?.url ?? '');
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(picture.bytes);

  const { address } = world.call().account;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ text: 'It is private', to: 'invented.board', kind: 'direct-message' });
  const said = await fetch(`${address}/people/bea/posts`, { method: 'POST', headers, body });
  const message = ((await said.json()) as { id: string }).id;
  expect((await pollFor(world, message)).item).toMatchObject({
    kind: 'direct-message',
    visibility: 'private',
  });
  expect((await fetch(`${address}/posts/${message}`)).status).toBe(404);
  const answered = outgoing(unlikely('In private'), { replyTo: message });
  await send(world, answered);
  expect(await world.visible(answered.text)).toBe(0);

  const edited = JSON.stringify({ text: 'It was private' });
  await fetch(`${address}/people/bea/posts/${message}`, { method: 'PUT', headers, body: edited });
  const polled = await needed(world.network.inbox).poll(world.call(), undefined);
  const item = polled.items.findLast((each) => each.id === message);
  expect(item).toMatchObject({ state: 'edited', text: 'It was private' });
  await world.close();
});
