import { describe, expect, test } from 'vitest';
import { openOutbound, OutboundFault, type Address } from './outbound.ts';
import { testServers } from './testing-server.ts';

const { serve } = testServers();

const toLoopback = async (): Promise<Address[]> => [{ address: '127.0.0.1', family: 4 }];
const toBoth = async (): Promise<Address[]> => [
  { address: '93.184.216.34', family: 4 },
  { address: '10.0.0.1', family: 4 },
];
const silent = () => new Promise<never>(() => {});

const hostile = [
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://10.0.0.1/',
  'https://10.255.255.255/',
  'https://100.64.0.1/',
  'https://169.254.169.254/latest/',
  'https://169.254.169.254./',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.0.0.1/',
  'https://192.0.2.1/',
  'https://192.88.99.1/',
  'https://192.168.0.1/',
  'https://198.18.0.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:7f00:1::]/',
  'https://[2001:db8::1]/',
  'https://[3fff::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://localhost/',
  'https://localhost./',
  'https://user:password@example.com/',
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'data:text/plain,hello',
];

describe('addresses that are not the public internet', () => {
  test.each(hostile)('%s is refused before anything is sent', async (address) => {
    await expect(openOutbound({ resolve: toLoopback })(address)).rejects.toMatchObject({ kind: 'blocked' });
  });

  test('a name is refused when one of its addresses is private, whatever the others are', async () => {
    await expect(openOutbound({ resolve: toBoth })('https://mixed.example/')).rejects.toMatchObject({
      kind: 'blocked',
    });
  });
});

describe('what is allowed by name', () => {
  test('an origin that an administrator allows is reached; its neighbour on another port is not', async () => {
    const one = await serve((_, answer) => answer.end('hello'));
    const two = await serve((_, answer) => answer.end('secret'));
    const fetch = openOutbound({ allowed: [one] });
    expect(await (await fetch(`${one}/path`)).text()).toBe('hello');
    await expect(fetch(two)).rejects.toMatchObject({ kind: 'blocked', reached: false });
  });

  test('a name is asked for once: a second, private answer is never used', async () => {
    let asked = 0;
    const origin = await serve((_, answer) => answer.end(String(asked)));
    const resolve = async () => {
      asked++;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    const named = origin.replace('127.0.0.1', 'rebinding.example');
    const answer = await openOutbound({ allowed: [named], resolve })(named);
    expect(await answer.text()).toBe('1');
  });

  test('what is sent arrives whole: method, headers and bytes', async () => {
    const origin = await serve(async (request, answer) => {
      const body = Buffer.concat(await request.toArray());
      const { 'x-mark': mark, 'content-length': length } = request.headers;
      answer.end([request.method, mark, length, body.toString('hex')].join(' '));
    });
    const bytes = new Uint8Array([0, 255, 10]);
    const answer = await openOutbound({ allowed: [origin] })(origin, {
      method: 'POST',
      headers: { 'x-mark': 'here' },
      body: bytes,
    });
    expect(await answer.text()).toBe('POST here 3 00ff0a');
  });
});

describe('redirects', () => {
  test.each([1, 2, 3])('after %i hops an inner address is still refused', async (hops) => {
    const origin = await serve((request, answer) => {
      const left = Number(request.url?.slice(1));
      const location = left > 1 ? `/${left - 1}` : 'https://169.254.169.254/latest/meta-data';
      answer.writeHead(302, { location }).end();
    });
    await expect(openOutbound({ allowed: [origin] })(`${origin}/${hops}`)).rejects.toMatchObject({
      kind: 'blocked',
    });
  });

  test('a circle ends after three', async () => {
    let asked = 0;
    const origin = await serve((_, answer) => {
      asked++;
      answer.writeHead(302, { location: '/' }).end();
    });
    await expect(openOutbound({ allowed: [origin] })(origin)).rejects.toMatchObject({ kind: 'redirected' });
    expect(asked).toBe(4);
  });

  test('the key stays with the host that it was for', async () => {
    const other = await serve((request, answer) => answer.end(request.headers.authorization ?? 'no key'));
    const origin = await serve((_, answer) => answer.writeHead(302, { location: other }).end());
    const answer = await openOutbound({ allowed: [origin, other] })(origin, {
      headers: { authorization: 'Bearer x' },
    });
    expect(await answer.text()).toBe('no key');
  });

  test('what we write is never sent elsewhere', async () => {
    const origin = await serve((_, answer) => answer.writeHead(307, { location: '/elsewhere' }).end());
    await expect(
      openOutbound({ allowed: [origin] })(origin, { method: 'POST', body: 'x' }),
    ).rejects.toMatchObject({
      kind: 'redirected',
    });
  });
});

describe('peers that take too much', () => {
  test('a peer that drips is left at the deadline, whole call included', async () => {
    const origin = await serve((_, answer) => {
      const drip = setInterval(() => answer.write('.'), 20);
      answer.on('close', () => clearInterval(drip));
    });
    const began = performance.now();
    const fetch = openOutbound({
      allowed: [origin],
      deadline: Temporal.Duration.from({ milliseconds: 300 }),
    });
    await expect(fetch(origin)).rejects.toMatchObject({ kind: 'late', reached: true });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('a name server that says nothing is left at the deadline as well', async () => {
    const fetch = openOutbound({ resolve: silent, deadline: Temporal.Duration.from({ milliseconds: 100 }) });
    await expect(fetch('https://silent.example/')).rejects.toMatchObject({ kind: 'late', reached: false });
  });

  test('an answer over the cap is dropped', async () => {
    const origin = await serve((_, answer) => answer.end('x'.repeat(2_000)));
    await expect(openOutbound({ allowed: [origin], most: 1_000 })(origin)).rejects.toMatchObject({
      kind: 'too-large',
    });
  });

  test('a packed answer, which could be a bomb, is not unpacked', async () => {
    const origin = await serve((_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end('x'));
    await expect(openOutbound({ allowed: [origin] })(origin)).rejects.toBeInstanceOf(OutboundFault);
  });

  test('a caller can give up', async () => {
    const origin = await serve(() => {});
    const stop = new AbortController();
    const asked = openOutbound({ allowed: [origin] })(origin, { signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ kind: 'late' });
  });
});

test('a password in an address is not repeated in the complaint', async () => {
  const complaint = await openOutbound()('https://user:hunter2@example.com/').catch(String);
  expect(complaint).not.toContain('hunter2');
});

test('tells a peer that was never reached from one that broke off', async () => {
  const origin = await serve((request) => request.socket.destroy());
  await expect(openOutbound({ allowed: [origin] })(origin)).rejects.toMatchObject({
    kind: 'cut-off',
    reached: true,
  });
  const nobody = 'http://127.0.0.1:1';
  await expect(openOutbound({ allowed: [nobody] })(nobody)).rejects.toMatchObject({
    kind: 'unreachable',
    reached: false,
  });
});
