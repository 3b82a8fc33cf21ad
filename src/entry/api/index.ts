import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '#kernel/house.ts';
import { actorName } from '#kernel/rights.ts';
import { askWhoCalls, type ActorOf } from './caller.ts';
import { commandRoutes } from './commands.ts';
import { docsRoutes } from './docs.ts';
import { offerRoutes } from './offers.ts';
import { openApiInForce } from './openapi.ts';
import { answerTo, DoorError } from './problem.ts';
import { questionRoutes } from './questions.ts';

export type { ActorOf };

const bodyLimit = 1_048_576;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export interface ApiOptions {
  /**
   * Who sends a request; undefined for nobody. It throws StoreAway while it cannot know, so that a database that
   * is away is never taken for a missing session.
   */
  readonly actorOf: ActorOf;
  /** Milliseconds by which the program may lag before it sheds load with 503; 1,000 unless told. */
  readonly busyAfter?: number;
  /** Requests that one person may send in three seconds; 60 unless told. */
  readonly burst?: number;
}

/**
 * The API door, under `/api`: each command, question and lifecycle of the house, with its OpenAPI 3.1 description.
 * In a scope of its own: neither its manners nor those of another door of the same server reach the other.
 */
export async function api(app: FastifyInstance, house: House, options: ApiOptions): Promise<void> {
  const inForce = openApiInForce(house);
  // A description that cannot be made is a contradiction in the declarations: found at start, not on first use.
  inForce();
  await app.register(
    async (door) => {
      takeJsonOnly(door);
      door.setErrorHandler(answerError);
      door.setNotFoundHandler((request, reply) => answerError(new DoorError('api.no-route'), request, reply));
      door.addHook('onRequest', async (_, reply) => {
        reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      });
      await door.register((answers) => answering(answers, house, options));
      await docsRoutes(door, inForce);
    },
    { prefix: '/api' },
  );
}

async function answering(scope: FastifyInstance, house: House, options: ApiOptions): Promise<void> {
  scope.addHook('onRequest', async (_, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
    reply.type('application/json; charset=utf-8');
  });
  await scope.register(underPressure, { maxEventLoopDelay: options.busyAfter ?? 1_000, retryAfter: 5 });
  const callers = askWhoCalls(scope, options.actorOf);
  // Twenty a second with bursts of sixty, for each person; for each address where nobody is signed in.
  await scope.register(rateLimit, {
    max: options.burst ?? 60,
    timeWindow: 3_000,
    keyGenerator(request) {
      const actor = callers.find(request);
      return actor ? actorName(actor) : request.ip;
    },
  });
  const known = addressesOf(scope);
  commandRoutes(scope, house, callers);
  questionRoutes(scope, house, callers);
  offerRoutes(scope, house, callers);
  refuseOtherMethods(scope, known);
}

/** Which methods each address takes, as its routes are added. */
function addressesOf(scope: FastifyInstance): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  scope.addHook('onRoute', ({ url, method }) => {
    const taken = known.get(url) ?? new Set();
    for (const each of [method].flat()) taken.add(each);
    known.set(url, taken);
  });
  return known;
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
