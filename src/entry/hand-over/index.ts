import type { FastifyPluginAsync } from 'fastify';
import type { ShowsPages } from '../sign-in/door.ts';
import { forColleagues } from './for-colleagues.tsx';
import { forReceivers } from './for-receivers.tsx';
import type { Settings } from './door.ts';

export { linkOf, newToken } from './token.ts';

/** The way in for people without an account, and what our own may see of what they were given. */
export function handOverRoutes(settings: Settings): FastifyPluginAsync<ShowsPages> {
  return async (app, { show }) => {
    // Nothing here is for a search engine, whoever finds the address.
    app.addHook('onRequest', async (_, reply) => {
      reply.header('x-robots-tag', 'noindex, nofollow');
    });
    const door = { ...settings, app, show };
    forReceivers(door);
    forColleagues(door);
  };
}
