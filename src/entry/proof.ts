import type { FastifyRequest } from 'fastify';

/** What of a request says who sends it, for every door: of its headers these two and no others. */
export function proofOf({ headers: { cookie, authorization } }: FastifyRequest): Headers {
  return new Headers({
    ...(cookie === undefined ? {} : { cookie }),
    ...(authorization === undefined ? {} : { authorization }),
  });
}
