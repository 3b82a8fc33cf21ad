import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '#kernel/rights.ts';
import { proofOf } from '../proof.ts';
import { DoorError } from './problem.ts';

/** Who sends a request: the sign-in room answers. @throws StoreAway while it cannot know. */
export type ActorOf = (headers: Headers) => Promise<Actor | undefined>;

/** Asked once a request, before anything else: who is this? Later steps look it up here. */
export interface Callers {
  find(request: FastifyRequest): Actor | undefined;
  /** @throws DoorError 401 for nobody. */
  signedIn(request: FastifyRequest): Actor;
}

/** Finds out who calls before limits are counted and before a body is read. */
export function askWhoCalls(scope: FastifyInstance, actorOf: ActorOf): Callers {
  const actors = new WeakMap<FastifyRequest, Actor>();
  scope.addHook('onRequest', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseOtherSites(request);
    const actor = await actorOf(proofOf(request));
    if (actor) actors.set(request, actor);
  });
  return {
    find: (request) => actors.get(request),
    signedIn(request) {
      const actor = actors.get(request);
      if (!actor) throw new DoorError('api.no-credentials');
      return actor;
    },
  };
}

/**
 * A page of another site must not act with a visitor's cookie. A program sends neither header and passes: it
 * carries its own token.
 * @throws DoorError 403.
 */
function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DoorError('api.other-site');
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.headers.host) throw new DoorError('api.other-site');
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/** The idempotency key, 1 to 200 visible characters. @throws DoorError 400. */
export function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new DoorError('api.header', [
    {
      field: 'Idempotency-Key',
      message: 'Give 1 to 200 letters, digits and signs without spaces, such as a UUID',
    },
  ]);
}

/**
 * The row's version that the caller saw: `If-Match: "3"`, or `_version` in the body.
 * @throws DoorError 400 where it cannot be read, or the two differ.
 */
export function versionOf(request: FastifyRequest, inBody: unknown): number | undefined {
  const header = request.headers['if-match'];
  const fromHeader = header === undefined ? undefined : /^"?(\d{1,9})"?$/.exec(header)?.[1];
  if (header !== undefined && fromHeader === undefined) {
    throw new DoorError('api.header', [
      { field: 'If-Match', message: 'Give the version that you saw, such as "3"' },
    ]);
  }
  if (inBody !== undefined && !(typeof inBody === 'number' && Number.isSafeInteger(inBody) && inBody > 0)) {
    throw new DoorError('api.shape', [
      { field: '_version', message: 'Give the version that you saw, such as 3' },
    ]);
  }
  const versions = [fromHeader === undefined ? undefined : Number(fromHeader), inBody].filter(
    (one) => one !== undefined,
  );
  if (new Set(versions).size > 1) {
    throw new DoorError('api.header', [
      { field: 'If-Match', message: 'It differs from _version in the body' },
    ]);
  }
  return versions[0];
}
