import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { House } from '#kernel/house.ts';
import { answerAllErrors } from './answer-error.tsx';
import { assetRoutes } from './asset-routes.ts';
import { commandRoutes } from './commands.tsx';
import { machineRoutes } from './health.ts';
import { helpRoutes } from './help.tsx';
import { liveRoute } from './live.ts';
import type { WebOptions } from './options.ts';
import { guardOrigin } from './origin.ts';
import { placesOf } from './places.ts';
import { practicePhoneRoute } from './practice-phone.tsx';
import { practiceRoutes } from './practice.tsx';
import { publicForms } from './public-forms.tsx';
import { roomPages } from './room-pages.tsx';
import { show, type Frame } from './show.tsx';
import { todayRoute } from './today.tsx';
import { rememberViewer } from './viewer.ts';

const BODY_LIMIT = 1024 * 1024;

/**
 * The web door: pages and forms of every room, in a scope of their own, so that the other doors of the same
 * server keep their own manners. Also sets the server's own time-outs against slow senders.
 */
export async function web(app: FastifyInstance, house: House, options: WebOptions): Promise<void> {
  app.server.headersTimeout = 10_000;
  app.server.requestTimeout = 30_000;
  await app.register(async (scope) => {
    const frame = {
      house,
      options,
      places: placesOf(options.pages),
      assets: await assetRoutes(scope, options),
    };
    await manners(scope, house, options);
    answerAllErrors(scope, frame);
    await routes(scope, frame);
  });
}

async function manners(scope: FastifyInstance, house: House, options: WebOptions): Promise<void> {
  await scope.register(helmet, headersFor(options.origin));
  scope.addHook('onRequest', async (_, reply) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  });
  await scope.register(cookie);
  // Pages send forms and nothing else: no other kind of body is read.
  scope.removeAllContentTypeParsers();
  await scope.register(formbody, { bodyLimit: BODY_LIMIT });
  await scope.register(underPressure, { maxEventLoopDelay: options.busyAfter ?? 1_000, retryAfter: 5 });
  guardOrigin(scope, options.origin);
  rememberViewer(scope, house, options.signIn);
  // With bursts of three seconds' worth, for each person; for each address where nobody is signed in.
  await scope.register(rateLimit, {
    max: Math.ceil((options.requestsPerSecond ?? 20) * 3),
    timeWindow: 3_000,
    keyGenerator: (request) =>
      request.standing?.actor.kind === 'person' ? request.standing.actor.id : request.ip,
    allowList: (request) => request.url.startsWith('/assets/') || request.url === '/health',
  });
}

async function routes(scope: FastifyInstance, frame: Frame): Promise<void> {
  const { house, options } = frame;
  todayRoute(scope, frame);
  commandRoutes(scope, frame);
  roomPages(scope, frame);
  publicForms(scope, frame);
  helpRoutes(scope, frame);
  machineRoutes(scope, house, options);
  if (options.live) liveRoute(scope, frame, options.live);
  if (options.practice) {
    practiceRoutes(scope, frame, options.practice);
    practicePhoneRoute(scope, frame, options.practice);
  }
  const own = options.signIn.routes === undefined ? [] : [options.signIn.routes];
  for (const pages of [...own, ...(options.routes ?? [])]) {
    await scope.register(pages, { show: (request, reply, page) => show(frame, request, reply, page) });
  }
}

function headersFor(origin: string) {
  const secure = origin.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // `data:` for the square that an authenticator application reads, drawn on our own server.
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    // Not `no-referrer`: with it, browsers hide the origin of our own forms too.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  } as const;
}
