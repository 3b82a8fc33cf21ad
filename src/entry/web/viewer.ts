import type { FastifyInstance, FastifyRequest } from 'fastify';
import { standingOf, type House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import type { Standing } from '#kernel/rights.ts';
import { proofOf } from '../proof.ts';
import type { SignInPort } from './options.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The person with the grants in force now; undefined for the public. */
    standing: Standing | undefined;
  }
}

/** Addresses that need to know nobody: they must answer while the database is away. */
const forAnyone = (url: string): boolean =>
  url.startsWith('/assets/') || url === '/health' || url.endsWith('/security.txt');

/** A request's headers as the web platform has them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  }
  return headers;
}

/** Who asks, with what they may do now: read again for each request, so that a removed role ends at once. */
export async function findViewer(
  house: House,
  signIn: SignInPort,
  request: FastifyRequest,
  how: 'at work' | 'listening',
): Promise<Standing | undefined> {
  const headers = proofOf(request);
  const actor =
    how === 'listening' && signIn.peek ? await signIn.peek(headers) : await signIn.actorOf(headers);
  if (!actor) return undefined;
  return standingOf(house, readerOf(house.store.read()), actor, house.clock.now());
}

export function rememberViewer(app: FastifyInstance, house: House, signIn: SignInPort): void {
  app.decorateRequest('standing', undefined);
  app.addHook('onRequest', async (request) => {
    const path = request.url.split('?')[0] ?? '';
    if (forAnyone(path)) return;
    request.standing = await findViewer(house, signIn, request, path === '/live' ? 'listening' : 'at work');
  });
}
