/**
 * Signed in with an app password: a password for one program, which its owner can take back, and which cannot
 * change the account. Tokens are renewed one at a time for each account, and kept before they are first used.
 */
import { Agent } from '@atproto/api';
import { z } from 'zod';
import { NetworkFault, refused } from '../fault.ts';
import { badKeys, faultFromStatus, faultWithoutAnswer, outOfReach } from '../http-faults.ts';
import type { Call, Secret } from '../network.ts';
import { OutboundFault, type Fetch } from '../outbound.ts';

export interface Tokens {
  readonly did: string;
  readonly access: string;
  readonly refresh: string;
}

/** An agent that is one of our accounts for the length of a call. */
export interface SignedIn {
  readonly agent: Agent;
  readonly did: string;
}

export type Sessions = (call: Call) => Promise<SignedIn>;

/** Once to what another process has renewed, and once by ourselves. */
const MOST_RENEWALS = 2;
const APP_PASSWORD = /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/;
/** Where accounts are served unless theirs is elsewhere. */
export const BLUESKY_ADDRESS = 'https://bsky.social';

function addressOf({ account }: Call): string {
  const address = account.address || BLUESKY_ADDRESS;
  if (!URL.canParse(address))
    throw refused('The address of this account’s server cannot be read. Put it right in the register.');
  return address;
}

/** Run out, or signed with a key that the server no longer uses. */
const STALE = new Set(['ExpiredToken', 'InvalidToken']);
const answered = z.object({ did: z.string(), accessJwt: z.string(), refreshJwt: z.string() });
const complained = z.object({ error: z.string() });

interface Known {
  readonly password: string;
  tokens: Tokens;
  /** Access tokens that were replaced: a call that began earlier may still bring one. */
  readonly past: Set<string>;
  /** The renewal that is under way. */
  renewing?: Promise<Tokens>;
}

/** Sessions of every account that one network serves. */
export function openSessions(fetch: Fetch): Sessions {
  const known = new Map<string, { password: string; opened: Promise<Known> }>();
  return async (call) => {
    const { id } = call.account;
    const password = call.secret['password'] ?? '';
    const before = known.get(id);
    const mine =
      before?.password === password ? before : { password, opened: remembered(fetch, call, password) };
    known.set(id, mine);
    const session = await mine.opened.catch((error: unknown) => {
      // The next call shall try afresh.
      if (known.get(id) === mine) known.delete(id);
      throw error;
    });
    const agent = new Agent({
      did: session.tokens.did,
      fetchHandler: (path, init) => authorised(fetch, call, session, path, init),
    });
    return { agent, did: session.tokens.did };
  };
}

async function remembered(fetch: Fetch, call: Call, password: string): Promise<Known> {
  return {
    password,
    tokens: tokensIn(call.secret) ?? (await signIn(fetch, call, password)),
    past: new Set(),
  };
}

async function authorised(
  fetch: Fetch,
  call: Call,
  mine: Known,
  path: string,
  init: RequestInit,
): Promise<Response> {
  const send = ({ access }: Tokens): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${access}`);
    return fetch(new URL(path, addressOf(call)), {
      ...init,
      headers,
      ...(call.signal && { signal: call.signal }),
    });
  };
  // A stale token is refused before anything is done, so that doing it again is no repetition.
  for (let renewals = 0; ; renewals++) {
    const used = mine.tokens;
    const answer = await send(used);
    if (renewals === MOST_RENEWALS || !(await isStale(answer))) return answer;
    if (mine.tokens === used) await renew(fetch, call, mine);
  }
}

async function isStale(answer: Response): Promise<boolean> {
  if (answer.status !== 400 && answer.status !== 401) return false;
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return STALE.has(complained.safeParse(said).data?.error ?? '');
}

function renew(fetch: Fetch, call: Call, mine: Known): Promise<Tokens> {
  const renewing = async () => {
    const tokens = renewedElsewhere(call, mine) ?? (await renewed(fetch, call, mine));
    mine.past.add(mine.tokens.access);
    mine.tokens = tokens;
    return tokens;
  };
  mine.renewing ??= renewing().finally(() => {
    delete mine.renewing;
  });
  return mine.renewing;
}

/** Another process may have renewed them already; then the secret that came with the call is the newer one. */
function renewedElsewhere({ secret }: Call, { tokens, past }: Known): Tokens | undefined {
  const held = tokensIn(secret);
  return held && held.access !== tokens.access && !past.has(held.access) ? held : undefined;
}

function tokensIn({ did, access, refresh }: Secret): Tokens | undefined {
  return did && access && refresh ? { did, access, refresh } : undefined;
}

/** Where the renewal itself is refused, as after ninety quiet days, the app password opens a new session. */
async function renewed(fetch: Fetch, call: Call, { tokens, password }: Known): Promise<Tokens> {
  try {
    return await opened(fetch, call, 'com.atproto.server.refreshSession', {
      authorization: `Bearer ${tokens.refresh}`,
    });
  } catch (error) {
    if (!(error instanceof NetworkFault) || error.kind !== 'keys') throw error;
    return signIn(fetch, call, password);
  }
}

function signIn(fetch: Fetch, call: Call, password: string): Promise<Tokens> {
  if (!APP_PASSWORD.test(password)) {
    // The account's own password is never sent, nor kept.
    throw new NetworkFault(
      'keys',
      'That is not an app password. Make one on Bluesky, under Privacy and security, and use it here.',
    );
  }
  const body = JSON.stringify({ identifier: call.secret['did'] ?? call.account.handle, password });
  return opened(
    fetch,
    call,
    'com.atproto.server.createSession',
    { 'content-type': 'application/json' },
    body,
  );
}

async function opened(
  fetch: Fetch,
  call: Call,
  method: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Tokens> {
  const url = new URL(`/xrpc/${method}`, addressOf(call));
  const init = {
    method: 'POST',
    headers,
    ...(body !== undefined && { body }),
    ...(call.signal && { signal: call.signal }),
  };
  const answer = await fetch(url, init).catch((error: unknown) => {
    throw error instanceof OutboundFault ? faultWithoutAnswer(error, 'read') : error;
  });
  const said: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok)
    throw (
      faultFromStatus(answer.status, answer.headers, call.now, 'read') ??
      badKeys(complained.safeParse(said).data?.error)
    );
  const read = answered.safeParse(said);
  if (!read.success) throw outOfReach('unreadable');
  const tokens = { did: read.data.did, access: read.data.accessJwt, refresh: read.data.refreshJwt };
  await keep(call, tokens);
  return tokens;
}

/** Tokens that cannot be kept are not used: the next program to start would stand outside. */
async function keep(call: Call, tokens: Tokens): Promise<void> {
  try {
    await call.keepSecret(withTokens(call.secret, tokens));
  } catch (cause) {
    throw new NetworkFault(
      'away',
      'The renewed key could not be kept, so nothing was sent. We will try again.',
      {
        code: 'not-kept',
        cause,
      },
    );
  }
}

const withTokens = (secret: Secret, tokens: Tokens): Secret => ({ ...secret, ...tokens });
