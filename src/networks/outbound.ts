/**
 * The one way out. Everything that the networks fetch goes through here: the address is checked and then used,
 * each redirect is checked again, and neither a slow nor a talkative peer can hold a worker.
 */
import { lookup } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './addresses.ts';

export interface Address {
  readonly address: string;
  readonly family: number;
}

export interface OutboundSettings {
  /** Origins (`http://127.0.0.1:4001`) that an administrator allows although they are private or without TLS. */
  readonly allowed?: readonly string[];
  /** For the whole call, redirects and body included. Ten seconds where left out. */
  readonly deadline?: Temporal.Duration;
  /** Bytes of one answer. Five million where left out. */
  readonly most?: number;
  /** Looks up a name. The system's own where left out. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
}

/** @throws OutboundFault, and nothing else, where no whole answer came. */
export type Fetch = typeof globalThis.fetch;

export type OutboundKind = 'blocked' | 'unreachable' | 'late' | 'cut-off' | 'too-large' | 'redirected';

export class OutboundFault extends Error {
  override name = 'OutboundFault';
  readonly kind: OutboundKind;
  /** False where nothing can have left this machine: the same call may be made again without fear. */
  readonly reached: boolean;
  constructor(kind: OutboundKind, message: string, reached: boolean) {
    super(message);
    this.kind = kind;
    this.reached = reached;
  }
}

const MOST_REDIRECTS = 3;
const MOST_BYTES = 5_000_000;
const DEADLINE = Temporal.Duration.from({ seconds: 10 });
const systemResolve = (host: string): Promise<readonly Address[]> => lookup(host, { all: true });

export function openOutbound(settings: OutboundSettings = {}): Fetch {
  const allowed = new Set(settings.allowed);
  const most = settings.most ?? MOST_BYTES;
  const milliseconds = (settings.deadline ?? DEADLINE).total('milliseconds');
  const resolve = settings.resolve ?? systemResolve;
  return async (input, init) => {
    const late = AbortSignal.timeout(milliseconds);
    const asked = readable(input, init);
    const signal = AbortSignal.any([late, asked.signal]);
    let hop: Hop = await firstHop(asked);
    for (let redirects = 0; ; redirects++) {
      const addresses = await vetted(hop.url, allowed, resolve, signal);
      const answer = await exchange(hop, addresses, most, signal);
      const next = nextHop(hop, answer);
      if (!next) return answer;
      if (redirects === MOST_REDIRECTS)
        throw new OutboundFault('redirected', 'The address leads in a circle.', true);
      hop = next;
    }
  };
}

/** The platform's own complaint would repeat the address, a password in it included. */
function readable(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]): Request {
  try {
    return new Request(input, init);
  } catch {
    throw new OutboundFault('blocked', 'We do not connect to what is not a plain web address.', false);
  }
}

interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

async function firstHop(asked: Request): Promise<Hop> {
  const body = asked.body ? new Uint8Array(await asked.arrayBuffer()) : undefined;
  const headers = new Headers(asked.headers);
  // A packed answer could be a hundred times what it weighs on the line.
  headers.set('accept-encoding', 'identity');
  return { url: new URL(asked.url), method: asked.method, headers, body };
}

/** @returns where to connect; the connection then uses these and asks for no name again. */
async function vetted(
  url: URL,
  allowed: ReadonlySet<string>,
  resolve: (host: string) => Promise<readonly Address[]>,
  signal: AbortSignal,
): Promise<readonly Address[]> {
  const trusted = allowed.has(url.origin);
  const block = (why: string) =>
    new OutboundFault('blocked', `We do not connect to ${url.host}: ${why}.`, false);
  if (url.username || url.password) throw block('the address holds a name or a password');
  if (url.protocol !== 'https:' && !(trusted && url.protocol === 'http:'))
    throw block('the connection is not secure');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found = family ? [{ address: host, family }] : await resolved(host, resolve, signal);
  if (found.length === 0) throw new OutboundFault('unreachable', `There is no ${host}.`, false);
  if (!trusted && !found.every(({ address }) => isPublicAddress(address)))
    throw block('it is not on the public internet');
  return found;
}

async function resolved(
  host: string,
  resolve: (host: string) => Promise<readonly Address[]>,
  signal: AbortSignal,
) {
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(new OutboundFault('late', `Looking up ${host} took too long.`, false));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([resolve(host), stopped.promise]);
  } catch (error) {
    if (error instanceof OutboundFault) throw error;
    throw new OutboundFault('unreachable', `There is no ${host}, or no name server answers.`, false);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function exchange(
  hop: Hop,
  addresses: readonly Address[],
  most: number,
  signal: AbortSignal,
): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const secure = hop.url.protocol === 'https:';
  let reached = false;
  const fail = (error: unknown) => reject(faultFrom(error, hop.url.host, reached, signal));
  const sending = (secure ? overHttps : overHttp)(hop.url, {
    method: hop.method,
    headers: outgoingHeaders(hop),
    // A connection of its own each time: a kept one may be dead, and then nobody knows what was received.
    agent: false,
    lookup: pinned(addresses),
    signal,
  });
  sending.on('socket', (socket) => {
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      reached = true;
    });
  });
  sending.on('error', fail);
  sending.on('response', (answer) => {
    whole(answer, most).then(resolve, fail);
  });
  sending.end(hop.body);
  return promise;
}

function pinned(addresses: readonly Address[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, [...addresses]);
    else if (first) done(null, first.address, first.family);
  };
}

function outgoingHeaders(hop: Hop): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = Object.fromEntries(hop.headers);
  if (hop.body) headers['content-length'] = hop.body.byteLength;
  return headers;
}

async function whole(answer: IncomingMessage, most: number): Promise<Response> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > most) throw new OutboundFault('too-large', `The answer is larger than ${most} bytes.`, true);
    parts.push(part);
  }
  const status = answer.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new OutboundFault('cut-off', 'The answer is packed, which we did not ask for.', true);
  }
  if (status < 200 || status > 599)
    throw new OutboundFault('cut-off', `The answer has no proper status: ${status}.`, true);
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : Buffer.concat(parts), { status, headers });
}

function faultFrom(error: unknown, host: string, reached: boolean, signal: AbortSignal): OutboundFault {
  if (error instanceof OutboundFault) return error;
  if (signal.aborted) return new OutboundFault('late', `${host} took too long.`, reached);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  if (!reached) return new OutboundFault('unreachable', `${host} cannot be reached (${code}).`, false);
  return new OutboundFault('cut-off', `${host} broke off its answer (${code}).`, true);
}

function nextHop(hop: Hop, answer: Response): Hop | undefined {
  const location = answer.headers.get('location');
  if (answer.status < 300 || answer.status > 399 || answer.status === 304 || !location) return undefined;
  if (hop.method !== 'GET' && hop.method !== 'HEAD') {
    throw new OutboundFault(
      'redirected',
      `${hop.url.host} sends what we write elsewhere; it must be set to its new address.`,
      true,
    );
  }
  if (!URL.canParse(location, hop.url))
    throw new OutboundFault('redirected', `${hop.url.host} leads nowhere.`, true);
  const url = new URL(location, hop.url);
  const headers = new Headers(hop.headers);
  if (url.origin !== hop.url.origin) {
    for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name);
  }
  return { ...hop, url, headers };
}
