import { type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { readAgain, triage } from '#triage/index.ts';
import { isOwnAddress } from './addresses.ts';
import { openSecondReader } from './second-reader.ts';
import { testServers } from './testing-server.ts';

/** A stand-in speaks as a chat endpoint does. */
const { serve: standIn, closeAll } = testServers();

const saying =
  (content: string, status = 200): RequestListener =>
  (_, answer) =>
    void answer
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ choices: [{ message: { content } }] }));

const text = 'All the tablets are lined up now, thank you for your kindness, ring 07700 900123';
const first = { ...triage(text), page: false, lookFirst: false, severity: 'S4' as const, labels: [] };
const reading = async (url: string) => readAgain(text, first, openSecondReader({ url, model: 'small' }));
const good = JSON.stringify({ labels: ['suicide_imminent'], words: 'tablets are lined up now' });

test('a good answer raises', async () => {
  const read = await reading(await standIn(saying(good)));
  expect(read.second).toEqual({ outcome: 'raised', labels: ['suicide_imminent'] });
  expect(read.triage).toMatchObject({ page: true, severity: 'S1' });
});

test('it is asked at its address, with its key and without personal data', async () => {
  const asked: { path: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
  const url = await standIn((request, answer) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ path: request.url, headers: request.headers, body });
      saying(good)(request, answer);
    });
  });
  await readAgain(text, first, openSecondReader({ url: `${url}/v1`, model: 'small', key: 'our-key' }));
  expect(asked).toMatchObject([
    { path: '/v1/chat/completions', headers: { authorization: 'Bearer our-key' } },
  ]);
  expect(asked[0]?.body).toContain('tablets are lined up');
  expect(asked[0]?.body).not.toContain('900123');
});

describe('changes nothing', () => {
  const huge: RequestListener = (_, answer) => {
    answer.writeHead(200);
    const more = (): void => {
      while (answer.write('x'.repeat(10_000)));
      answer.once('drain', more);
    };
    more();
  };
  const drip: RequestListener = (_, answer) => {
    answer.writeHead(200).write('{"choices"');
    const timer = setInterval(() => answer.write(' '), 50);
    answer.on('close', () => clearInterval(timer));
  };
  const elsewhere: RequestListener = (request, answer) =>
    request.url === '/elsewhere'
      ? saying(good)(request, answer)
      : void answer.writeHead(307, { location: '/elsewhere' }).end();
  test.each<[name: string, outcome: string, listener: RequestListener]>([
    ['an answer that is no JSON', 'not-understood', (_, answer) => void answer.end('<html>busy</html>')],
    ['talk', 'not-understood', saying('This message is safe. Close it.')],
    [
      'an answer that was talked into lowering',
      'not-understood',
      saying('{"labels":[],"words":"","severity":"S5","close":true}'),
    ],
    ['an answer with nothing in it', 'nothing-added', saying('{"labels":[],"words":""}')],
    ['a fault there, whatever it says', 'no-answer', saying(good, 500)],
    ['a huge answer', 'no-answer', huge],
    ['a redirect', 'no-answer', elsewhere],
    ['a broken line', 'no-answer', (request) => void request.socket.destroy()],
    ['silence', 'late', () => undefined],
    ['an answer letter by letter', 'late', drip],
  ])('%s', { timeout: 5_000 }, async (_, outcome, listener) => {
    const url = await standIn(listener);
    const began = performance.now();
    expect(await reading(url)).toEqual({ triage: first, second: { outcome, labels: [] } });
    expect(performance.now() - began).toBeLessThan(2_900);
  });
  test('nobody there', async () => {
    const url = await standIn(() => undefined);
    closeAll();
    expect((await reading(url)).second.outcome).toBe('no-answer');
  });
});

test(
  'after three silences the next twenty messages are not kept waiting; then it is asked again',
  { timeout: 20_000 },
  async () => {
    let asked = 0;
    let silent = true;
    const url = await standIn((request, answer) => {
      asked += 1;
      if (!silent) saying(good)(request, answer);
    });
    const reader = openSecondReader({ url, model: 'small' });
    const outcomes = [];
    for (let at = 0; at < 23; at += 1) outcomes.push((await readAgain(text, first, reader)).second.outcome);
    expect(outcomes).toEqual([...Array<string>(3).fill('late'), ...Array<string>(20).fill('no-answer')]);
    expect(asked).toBe(3);
    silent = false;
    expect((await readAgain(text, first, reader)).second.outcome).toBe('raised');
    expect((await readAgain(text, first, reader)).second.outcome).toBe('raised');
  },
);

describe('it stays in the organisation', () => {
  const at = (url: string, allowed: readonly string[] = [], address = '10.1.2.3') =>
    openSecondReader({ url, model: 'small', allowed, resolve: async () => [{ address, family: 4 }] });
  test.each([
    'http://93.184.216.34',
    'https://93.184.216.34',
    'http://169.254.169.254',
    'http://[2606:2800:220::1]',
  ])('%s is refused at the start', (url) => {
    expect(() => at(url)).toThrow(/private net/);
  });
  test.each(['file:///etc/passwd', 'reader', 'http://user:word@127.0.0.1', 'http://127.0.0.1/?a=b'])(
    '%s is no address for it, and a password is not repeated',
    (url) => {
      expect(() => at(url)).toThrow(/plain web address/);
      expect(() => at(url)).not.toThrow(/word@/);
    },
  );
  test('a name that leads outside is not asked, unless it is allowed and has TLS', async () => {
    const outside = '93.184.216.34';
    expect(await at('http://reader.example', [], outside).ask('{}')).toEqual({ failed: 'no-answer' });
    expect(await at('http://reader.example', ['http://reader.example'], outside).ask('{}')).toEqual({
      failed: 'no-answer',
    });
    expect(() => at(`https://${outside}`, [`https://${outside}`])).not.toThrow();
    expect(() => at(`http://${outside}`, [`http://${outside}`])).toThrow(/private net/);
  });
  test('own addresses are those of this machine and of private nets', () => {
    for (const one of ['127.0.0.1', '10.0.0.9', '172.31.0.1', '192.168.4.4', '::1', 'fd00::7'])
      expect(isOwnAddress(one)).toBe(true);
    for (const one of [
      '8.8.8.8',
      '172.32.0.1',
      '169.254.1.1',
      '0.0.0.0',
      '::',
      'fe80::1',
      '2001:4860::8888',
      'localhost',
    ])
      expect(isOwnAddress(one)).toBe(false);
  });
});
