/** The practice network over HTTP. */
import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { accountRoutes } from './account-routes.ts';
import { PracticeRefusal, type Practice } from './practice.ts';
import { publicRoutes } from './public-routes.ts';

/** @returns a server that is not listening yet. It takes bodies up to 20 MB, for pictures. */
export function practiceServer(practice: Practice): FastifyInstance {
  const server = fastify({ bodyLimit: 20_000_000, forceCloseConnections: true });
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', "default-src 'none'; img-src 'self'; sandbox");
    reply.header('x-content-type-options', 'nosniff');
  });
  server.setErrorHandler((error, _request, reply) => {
    const { status, word, message } = asRefusal(error);
    return reply.status(status).send({ error: word, message });
  });
  for (const [route, handler] of Object.entries({ ...accountRoutes(practice), ...publicRoutes(practice) })) {
    const [method = '', url = ''] = route.split(' ');
    server.route({ method, url, handler });
  }
  return server;
}

function asRefusal(error: unknown): { status: number; word: string; message: string } {
  if (error instanceof PracticeRefusal) return error;
  if (error instanceof z.ZodError)
    return { status: 400, word: 'BadRequest', message: z.prettifyError(error) };
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return {
    status,
    word: status < 500 ? 'BadRequest' : 'Fault',
    message: 'The practice network could not do that.',
  };
}
