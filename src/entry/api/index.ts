import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '#kernel/house.ts';
import { headersOf, type ActorOf } from './caller.ts';
import { commandRoutes } from './commands.ts';
import { docsRoutes } from './docs.ts';
import { offerRoutes } from './offers.ts';
import { openApiInForce } from './openapi.ts';
import { answerTo, DoorError } from './problem.ts';
import { questionRoutes } from './questions.ts';

export type { ActorOf };
export { headersOf };

const bodyLimit = 1_048_576;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * The API door, under `/api`: each command, question and lifecycle of the house, with its OpenAPI 3.1 description.
 * @param options.actorOf who sends a request; undefined for nobody. It throws StoreAway while it cannot know,
 *   so that a database that is away is never taken for a missing session.
 */
export async function api(
  app: FastifyInstance,
  house: House,
  options: { readonly actorOf: ActorOf },
): Promise<void> {
  const inForce = openApiInForce(house);
  // A description that cannot be made is a contradiction in the declarations: found at start, not on first use.
  inForce();
  await app.register(
    async (door) => {
      const known = new Map<string, Set<string>>();
      door.addHook('onRoute', ({ url, method }) => {
        const taken = known.get(url) ?? new Set();
        for (const each of [method].flat()) taken.add(each);
        known.set(url, taken);
      });
      takeJsonOnly(door);
      door.setErrorHandler(answerError);
      door.setNotFoundHandler((request, reply) => answerError(new DoorError('api.no-route'), request, reply));
      await door.register(async (answers) => {
        answers.addHook('onRequest', async (_, reply) => {
          reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
          reply.type('application/json; charset=utf-8');
        });
        commandRoutes(answers, house, options.actorOf);
        questionRoutes(answers, house, options.actorOf);
        offerRoutes(answers, house, options.actorOf);
        refuseOtherMethods(answers, known);
      });
      await docsRoutes(door, inForce);
    },
    { prefix: '/api' },
  );
}

/** Only `application/json`; a command without fields may come without a body. */
function takeJsonOnly(door: FastifyInstance): void {
  door.removeAllContentTypeParsers();
  door.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_, text, done) => {
    if (text === '') return done(null, undefined);
    try {
      done(null, JSON.parse(String(text)));
    } catch {
      done(new DoorError('api.not-json'));
    }
  });
}

/** An address that is known answers another method with 405 and what it does take. */
function refuseOtherMethods(door: FastifyInstance, known: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [url, taken] of Array.from(known)) {
    const others = methods.filter((method) => !taken.has(method));
    if (others.length === 0) continue;
    const allow = [...taken].sort().join(', ');
    door.route({
      url: url.replace(door.prefix, ''),
      method: others,
      // Before the body is read: what the body says cannot matter.
      onRequest: async (_, reply) => {
        reply.header('allow', allow);
        throw new DoorError('api.method');
      },
      handler: async () => undefined,
    });
  }
}

async function answerError(
  error: FastifyError | DoorError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { problem, headers, fault } = answerTo(error);
  if (fault) {
    // The stack only: a message of the database may quote what a person wrote.
    const where = error.stack
      ?.split('\n')
      .slice(1, 6)
      .map((line) => line.trim());
    request.log.error({ reference: problem.reference, name: error.name, code: error.code, where }, 'a fault');
  }
  await reply
    .code(problem.status)
    .headers(headers)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
