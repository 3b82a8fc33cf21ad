import type { FastifyInstance, FastifyRequest } from 'fastify';
import { WebRefusal } from './web-refusal.ts';

const safe = new Set(['GET', 'HEAD']);
const known = new Set([...safe, 'POST']);

/** Did a page of our own send this? Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`. */
export function isOwn(
  request: Pick<FastifyRequest, 'headers' | 'protocol' | 'host'>,
  origin: string,
): boolean {
  const site = request.headers['sec-fetch-site'];
  // `none`: the person's own doing (a bookmark, a page loaded again), which no other site can bring about.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = request.headers.origin;
  return from !== undefined && (from === origin || from === `${request.protocol}://${request.host}`);
}

/** Forms of other sites are turned away, and methods that no page of ours uses. */
export function guardOrigin(app: FastifyInstance, origin: string): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!known.has(request.method)) {
      reply.header('allow', 'GET, HEAD, POST');
      throw new WebRefusal(405, 'This cannot be asked in that way.');
    }
    if (!safe.has(request.method) && !isOwn(request, origin)) {
      throw new WebRefusal(403, 'This form was not sent from a page of Signpost, so nothing was done.');
    }
  });
}
