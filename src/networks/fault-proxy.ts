/** For tests: stands in front of a server and does to its answers what bad lines and bad days do. */
import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '#kernel/clock.ts';

export type ProxyFault =
  /** The server does it, and its answer never arrives. */
  | 'answer-lost'
  /** The server does it, and only half of its answer arrives, with the length of that half. */
  | 'truncated'
  /** The server does it, and its answer comes a byte at a time. */
  | 'slow-drip'
  /** The server does it, and something between us and it says that it did not. */
  | 'bad-gateway-after'
  /** The connection goes before the server has heard of it. */
  | 'reset'
  /** Nothing is passed on; the answer is 502. */
  | 'bad-gateway'
  /** Nothing is passed on; the answer is 429, with both ways of saying until when. */
  | 'busy'
  /** Nothing is passed on; the answer is that the token has expired. */
  | 'expired';

export interface ScriptedFault {
  readonly method?: string;
  /** Matched against path and query. */
  readonly path: RegExp;
  readonly fault: ProxyFault;
  /** How many requests it hits. One where left out. */
  readonly times?: number;
  /** For `busy`: seconds to wait. */
  readonly seconds?: number;
}

export interface FaultProxy {
  readonly address: string;
  /** Adds to what waits to happen. Each request takes the first that matches. */
  script(...faults: ScriptedFault[]): void;
  /** Forgets what waits. */
  clear(): void;
  /** What has happened since the last time of asking: method, path without query, and fault. */
  seen(): string[];
  close(): Promise<void>;
}

type Waiting = { -readonly [Key in keyof ScriptedFault]: ScriptedFault[Key] };

/** @param target origin of the server behind. Listens on loopback, on any free port. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const waiting: Waiting[] = [];
  let seen: string[] = [];
  const server = createServer((incoming, answer) => {
    const found = waiting.find((each) => matches(each, incoming));
    if (found) {
      found.times = (found.times ?? 1) - 1;
      if (found.times === 0) waiting.splice(waiting.indexOf(found), 1);
      seen.push(`${incoming.method} ${incoming.url?.split('?')[0]} ${found.fault}`);
    }
    void deal(target, incoming, answer, found).catch(() => answer.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    script: (...faults) => void waiting.push(...faults.map((fault) => ({ ...fault }))),
    clear: () => void waiting.splice(0),
    seen() {
      const before = seen;
      seen = [];
      return before;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const matches = (each: ScriptedFault, { method, url = '' }: IncomingMessage): boolean =>
  (each.method === undefined || each.method === method) && each.path.test(url);

async function deal(
  target: string,
  incoming: IncomingMessage,
  answer: ServerResponse,
  found: ScriptedFault | undefined,
) {
  const body = Buffer.concat(await incoming.toArray());
  switch (found?.fault) {
    case 'reset':
      incoming.socket.resetAndDestroy();
      return;
    case 'bad-gateway':
      answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return;
    case 'busy':
      answer
        .writeHead(429, busyHeaders(found.seconds ?? 60))
        .end('{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}');
      return;
    case 'expired':
      answer
        .writeHead(400, { 'content-type': 'application/json' })
        .end('{"error":"ExpiredToken","message":"Token has expired"}');
      return;
    default:
      spoil(answer, await pass(target, incoming, body), found?.fault);
  }
}

function busyHeaders(seconds: number): Record<string, string> {
  const reset = Math.ceil(systemClock.now().epochMilliseconds / 1000) + seconds;
  return {
    'content-type': 'application/json',
    'retry-after': String(seconds),
    'ratelimit-reset': String(reset),
  };
}

interface Passed {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function pass(target: string, incoming: IncomingMessage, body: Buffer): Promise<Passed> {
  const headers = { ...incoming.headers, host: new URL(target).host };
  const sending = ask(new URL(incoming.url ?? '/', target), {
    method: incoming.method ?? 'GET',
    headers,
    agent: false,
  });
  sending.end(body);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  return {
    status: answer.statusCode ?? 502,
    headers: answer.headers,
    body: Buffer.concat(await answer.toArray()),
  };
}

function spoil(
  answer: ServerResponse,
  { status, headers, body }: Passed,
  fault: ProxyFault | undefined,
): void {
  const {
    connection: _connection,
    'transfer-encoding': _encoding,
    'content-length': _length,
    ...kept
  } = headers;
  const part = fault === 'truncated' ? body.subarray(0, Math.floor(body.byteLength / 2)) : body;
  if (fault === 'answer-lost') {
    answer.destroy();
  } else if (fault === 'bad-gateway-after') {
    answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
  } else if (fault === 'slow-drip') {
    answer.writeHead(status, { ...kept, 'content-length': body.byteLength });
    drip(answer, body);
  } else {
    answer.writeHead(status, { ...kept, 'content-length': part.byteLength }).end(part);
  }
}

function drip(answer: ServerResponse, body: Buffer): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at < body.byteLength) answer.write(body.subarray(at, ++at));
    else answer.end();
  }, 250);
  answer.on('close', () => clearInterval(timer));
}
