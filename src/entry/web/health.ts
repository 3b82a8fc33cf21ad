import type { FastifyInstance } from 'fastify';
import type { WebOptions } from './options.ts';
import type { House } from '#kernel/house.ts';

/** For machines: does it work, and whom to tell of a weakness. */
export function machineRoutes(app: FastifyInstance, house: House, options: WebOptions): void {
  app.get('/health', async (_, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await house.store.trail.head();
      const failed = await house.store.failedJobs();
      return await reply.send({
        status: 'ok',
        failedJobs: failed.reduce((sum, { count }) => sum + count, 0),
      });
    } catch {
      return reply.status(503).header('retry-after', '2').send({ status: 'the database does not answer' });
    }
  });
  for (const path of ['/security.txt', '/.well-known/security.txt']) {
    app.get(path, async (_, reply) =>
      reply.type('text/plain; charset=utf-8').send(securityText(house, options)),
    );
  }
}

/** RFC 9116. Good for half a year from each asking. */
function securityText(house: House, { organisation, origin }: WebOptions): string {
  const until = house.clock.now().add({ hours: 24 * 182 });
  return [
    `Contact: ${organisation.securityContact ?? `${origin}/help/security`}`,
    `Expires: ${until.round('second').toString()}`,
    'Preferred-Languages: en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}
