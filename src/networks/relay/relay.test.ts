import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { describeNetwork } from '../contract-suite.ts';
import { describeOnABadLine } from '../contract/faults.ts';
import { needed, outgoing, send, unlikely, type World } from '../contract/world.ts';
import { startFaultProxy, type FaultProxy } from '../fault-proxy.ts';
import type { Call } from '../network.ts';
import { openOutbound } from '../outbound.ts';
import { relayNetwork, secretFrom } from './index.ts';
import { startPeer, type Peer } from './testing-peer.ts';

const secret = secretFrom(Buffer.alloc(32, 7));
const fetching = (address: string) =>
  openOutbound({ allowed: [new URL(address).origin], deadline: Temporal.Duration.from({ seconds: 1 }) });

interface RelayWorld extends World {
  readonly peer: Peer;
}

async function relayWorld(
  through: (address: string) => Promise<string> = async (own) => own,
): Promise<RelayWorld> {
  const peer = await startPeer(secret);
  const address = await through(peer.address);
  const account = { id: newId(), handle: 'invented.board', address };
  return {
    peer,
    network: relayNetwork(fetching(address)),
    call: (): Call => ({
      account,
      secret: { password: secret },
      now: systemClock.now(),
      keepSecret: async () => {},
    }),
    writes: async (text, replyTo) => peer.writes(text, replyTo),
    takesBack: async (id) => peer.takesBack(id),
    visible: async (text) => peer.visible(text),
    hidden: async (id) => peer.hidden(id),
    writer: peer.writer,
    stranger: { handle: 'nobody', words: 'nobody' },
    close: () => peer.close(),
  };
}

describeNetwork(
  'relay',
  { parts: ['publish', 'inbox', 'webhook', 'moderate'], measures: ['hide'] },
  relayWorld,
);

describeOnABadLine('relay', async () => {
  let proxy: FaultProxy | undefined;
  const world = await relayWorld(async (address) => {
    const { origin, pathname, search } = new URL(address);
    proxy = await startFaultProxy(origin);
    return proxy.address + pathname + search;
  });
  if (!proxy) throw new Error('The proxy has not started');
  const between = proxy;
  return {
    ...world,
    proxy: between,
    at: {
      write: { method: 'POST', path: /./ },
      find: { method: 'GET', path: /reply=/ },
      poll: { method: 'GET', path: /after=/ },
    },
    async close() {
      await between.close();
      await world.close();
    },
  };
});

describe('replies', () => {
  test('with a secret that is not the peer’s are turned away, and the account is a matter of keys', async () => {
    const world = await relayWorld();
    const call = { ...world.call(), secret: { password: secretFrom(Buffer.alloc(32, 8)) } };
    const sending = needed(world.network.publish).post(call, outgoing('Hello'));
    await expect(sending).rejects.toMatchObject({ kind: 'keys' });
    expect(world.peer.counts).toEqual({ taken: 0, forged: 1 });
    await world.close();
  });

  test('are a person’s to give where the other system has no address', async () => {
    const world = await relayWorld();
    const call = { ...world.call(), account: { ...world.call().account, address: '' } };
    const post = await needed(world.network.publish).post(
      call,
      outgoing('Open from nine', { replyTo: 'x-1' }),
    );
    expect(post).toMatchObject({ state: 'by-hand', copy: 'Open from nine' });
    expect(needed(world.network.inbox).readable?.(call.account)).toBe(false);
    expect(world.peer.counts).toEqual({ taken: 0, forged: 0 });
    await world.close();
  });

  test('keep their key: the same again is known, other words under it are refused', async () => {
    const world = await relayWorld();
    const first = outgoing(unlikely('Closed on Friday'));
    await send(world, first);
    await send(world, first);
    const other = send(world, { ...first, text: unlikely('Open on Friday') });
    await expect(other).rejects.toMatchObject({ kind: 'refused', field: 'key' });
    expect(world.peer.counts.taken).toBe(1);
    await world.close();
  });
});

const { webhook } = relayNetwork(fetching('http://127.0.0.1:1'));
const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
const moment = { now, within: Temporal.Duration.from({ minutes: 5 }) };
const message = {
  type: 'message.created',
  data: { id: 'm-1', kind: 'comment', text: 'Hello', author: { id: 'a-1' }, at: '2026-11-24T09:59:00Z' },
};
const body = Buffer.from(JSON.stringify(message));
const signedAt = (at: Temporal.Instant, by = secret, bytes: Uint8Array = body) => ({
  'webhook-id': 'd-1',
  'webhook-timestamp': String(Math.floor(at.epochMilliseconds / 1000)),
  'webhook-signature': new Webhook(by).sign(
    'd-1',
    new Date(at.epochMilliseconds),
    Buffer.from(bytes).toString(),
  ),
});
const genuine = (
  headers: Readonly<Record<string, string | undefined>>,
  {
    bytes = body,
    password = secret,
    before,
  }: { bytes?: Uint8Array; password?: string; before?: string } = {},
) =>
  needed(webhook).genuine(bytes, headers, { password, ...(before === undefined ? {} : { before }) }, moment);

describe('what another system signed with the public library', () => {
  const other = secretFrom(Buffer.alloc(24, 9));

  test('is known, also beside signatures that are not ours', () => {
    expect(genuine(signedAt(now))).toBe(true);
    const headers = signedAt(now);
    const many = { ...headers, 'webhook-signature': `v1a,AAAA v1,AAAA ${headers['webhook-signature']}` };
    expect(genuine(many)).toBe(true);
  });

  test('is known by either of two secrets while one is being changed, and by no third', () => {
    expect(genuine(signedAt(now), { password: other, before: secret })).toBe(true);
    expect(genuine(signedAt(now, other), { password: other, before: secret })).toBe(true);
    expect(genuine(signedAt(now, secretFrom(Buffer.alloc(24, 1))), { password: other, before: secret })).toBe(
      false,
    );
  });

  test('counts for five minutes before and after, and not for a second more', () => {
    for (const seconds of [-300, 300]) expect(genuine(signedAt(now.add({ seconds })))).toBe(true);
    for (const seconds of [-301, 301]) expect(genuine(signedAt(now.add({ seconds })))).toBe(false);
  });

  test('is nothing once one byte, one header or its own spelling has changed', () => {
    const headers = signedAt(now);
    const respaced = Buffer.from(JSON.stringify(message, null, 1));
    expect(genuine(headers, { bytes: respaced })).toBe(false);
    expect(genuine({ ...headers, 'webhook-id': 'd-2' })).toBe(false);
    expect(genuine({ ...headers, 'webhook-timestamp': `${headers['webhook-timestamp']} ` })).toBe(false);
    expect(
      genuine({ ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }),
    ).toBe(false);
    for (const name of Object.keys(headers)) expect(genuine({ ...headers, [name]: undefined })).toBe(false);
    for (const wrong of [
      '',
      'v1,',
      'v2,x',
      headers['webhook-signature'].slice(3),
      headers['webhook-signature'].slice(0, -2),
    ])
      expect(genuine({ ...headers, 'webhook-signature': wrong })).toBe(false);
  });

  test.each(['', 'whsec_', 'short', secretFrom(Buffer.alloc(8))])(
    'is never taken under the secret “%s”',
    (weak) => {
      const headers = { ...signedAt(now), 'webhook-signature': 'v1,AAAA' };
      expect(genuine(headers, { password: weak })).toBe(false);
    },
  );
});

describe('a delivery', () => {
  const read = (given: unknown) =>
    needed(webhook).read(Buffer.from(typeof given === 'string' ? given : JSON.stringify(given)));

  test('is read with what may be left out', () => {
    expect(read(message)).toMatchObject([
      {
        id: 'm-1',
        state: 'as-written',
        text: 'Hello',
        visibility: 'public',
        author: { handle: 'a-1', name: 'a-1' },
      },
    ]);
    expect(read({ ...message, data: { ...message.data, kind: 'direct-message' } })[0]?.visibility).toBe(
      'private',
    );
  });

  test('that takes something away need bring no words, and none are read', () => {
    const data = { id: 'm-1', at: message.data.at, changedAt: '2026-11-24T09:59:30Z', text: 'Regretted' };
    expect(read({ type: 'message.withdrawn', data })).toMatchObject([
      { id: 'm-1', state: 'withdrawn', text: '' },
    ]);
  });

  test.each([
    'no JSON',
    '[]',
    'null',
    { type: 'message.read', data: message.data },
    { type: 'message.created' },
    { type: 'message.changed', data: message.data },
    { type: 'message.withdrawn', data: message.data },
    { ...message, data: { ...message.data, at: 'yesterday' } },
    { ...message, data: { ...message.data, at: '2026-02-30T10:00:00Z' } },
    { ...message, data: { ...message.data, text: 'x'.repeat(20_001) } },
    { ...message, data: { ...message.data, text: '\u0000' } },
    { ...message, data: { ...message.data, permalink: 'javascript:alert(1)' } },
  ])('that cannot be read is refused, and the refusal repeats nothing of it: %j', (wrong) => {
    expect(() => read(wrong)).toThrow(
      expect.objectContaining({ kind: 'refused', message: 'The delivery cannot be read.' }),
    );
  });
});
