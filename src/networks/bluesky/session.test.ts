/** Against a small server that keeps sessions as the network's does; the real one is met in `real-networks/`. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { Call, Secret } from '../network.ts';
import { openOutbound } from '../outbound.ts';
import { blueskyNetwork } from './index.ts';

const PASSWORD = 'abcd-efgh-ijkl-mnop';
const DID = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa';
let server: Server;
let address = '';
/** What happened, in order, on the server and in the store. */
let events: string[] = [];
let access = '';
let refresh = '';
let kept: Secret = {};

const profile = { did: DID, handle: 'invented.example', displayName: 'Invented Board' };

function answer(request: IncomingMessage): [number, object] {
  const method = request.url?.split('/').at(-1)?.split('?')[0] ?? '';
  const token = request.headers.authorization?.replace('Bearer ', '');
  events.push(method);
  if (method === 'createSession' || (method === 'com.atproto.server.refreshSession' && token === refresh))
    return newTokens();
  if (method === 'com.atproto.server.createSession') return newTokens();
  if (method === 'com.atproto.server.refreshSession')
    return [400, { error: 'ExpiredToken', message: 'Token has expired' }];
  return token === access ? [200, profile] : [400, { error: 'ExpiredToken', message: 'Token has expired' }];
}

function newTokens(): [number, object] {
  [access, refresh] = [randomUUID(), randomUUID()];
  return [200, { did: DID, handle: profile.handle, accessJwt: access, refreshJwt: refresh }];
}

beforeEach(async () => {
  events = [];
  kept = { password: PASSWORD };
  server = createServer((request, response) => {
    request.resume();
    const [status, body] = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const network = () => {
  const { profile: part } = blueskyNetwork({ fetch: openOutbound({ allowed: [address] }) });
  if (!part.present) throw new Error(part.reason);
  return part;
};
const account = { id: newId(), handle: 'invented.example' };
const call = (): Call => ({
  account: { ...account, address },
  secret: kept,
  now: Temporal.Instant.from('2026-11-03T10:00:00Z'),
  async keepSecret(secret) {
    events.push('kept');
    kept = secret;
  },
});
const short = () => events.map((event) => event.replace(/^.*\./, ''));

test('tokens are kept before they are first used', async () => {
  await network().read(call());
  expect(short()).toEqual(['createSession', 'kept', 'getProfile']);
  expect(kept).toEqual({ password: PASSWORD, did: DID, access, refresh });
});

test('a program that starts again goes on with the tokens that were kept', async () => {
  await network().read(call());
  events = [];
  await network().read(call());
  expect(short()).toEqual(['getProfile']);
});

test('run out, they are renewed once, however many calls meet it, and kept before they are used', async () => {
  const bluesky = network();
  await bluesky.read(call());
  events = [];
  access = 'another';
  await Promise.all([bluesky.read(call()), bluesky.read(call()), bluesky.read(call())]);
  const order = short();
  expect(order.filter((event) => event === 'refreshSession')).toHaveLength(1);
  expect(order.filter((event) => event === 'kept')).toHaveLength(1);
  expect(order.lastIndexOf('getProfile')).toBeGreaterThan(order.indexOf('kept'));
});

test('what another process has renewed is taken over, and not renewed a second time', async () => {
  const [one, two] = [network(), network()];
  await one.read(call());
  await two.read(call());
  access = 'another';
  await one.read(call());
  events = [];
  await two.read(call());
  expect(short()).toEqual(['getProfile', 'getProfile']);
});

test('a call that began before the renewal does not bring the old tokens back', async () => {
  const bluesky = network();
  await bluesky.read(call());
  const early = call();
  access = 'another';
  await bluesky.read(call());
  access = 'yet another';
  events = [];
  await bluesky.read(early);
  expect(short()).toEqual(['getProfile', 'refreshSession', 'kept', 'getProfile']);
});

test('after ninety quiet days the app password opens a new session', async () => {
  const bluesky = network();
  await bluesky.read(call());
  events = [];
  [access, refresh] = ['another', 'another'];
  await bluesky.read(call());
  expect(short()).toEqual(['getProfile', 'refreshSession', 'createSession', 'kept', 'getProfile']);
});

test('a token that cannot be kept is not used', async () => {
  const failing = { ...call(), keepSecret: () => Promise.reject(new Error('The store is away')) };
  await expect(network().read(failing)).rejects.toMatchObject({
    name: 'NetworkFault',
    kind: 'away',
    code: 'not-kept',
  });
  expect(short()).toEqual(['createSession']);
});

test('connected again with another app password, the old session is forgotten', async () => {
  const bluesky = network();
  await bluesky.read(call());
  events = [];
  kept = { password: 'zzzz-yyyy-xxxx-wwww' };
  await bluesky.read(call());
  expect(short()).toEqual(['createSession', 'kept', 'getProfile']);
});

test('a first sign-in that fails is tried afresh the next time', async () => {
  const bluesky = network();
  const away = { ...call(), account: { ...account, address: 'http://127.0.0.1:1' } };
  await expect(bluesky.read(away)).rejects.toMatchObject({ name: 'NetworkFault' });
  expect((await bluesky.read(call())).name).toBe('Invented Board');
});
