import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { api } from '#entry/api/index.ts';
import type { Place, ServeOptions } from '#entry/cli/index.ts';
import { signInRoutes } from '#entry/sign-in/index.ts';
import { headersOf, web, type PracticePort } from '#entry/web/index.ts';
import { startWorker } from '#entry/worker/index.ts';
import { assurancePages } from '#features/assurance/pages.tsx';
import { inboxPages, inboxToday } from '#features/inbox/pages.tsx';
import { recordLook } from '#features/inbox/index.ts';
import { peoplePages, peopleToday } from '#features/people/pages.tsx';
import { recordsPages } from '#features/records/pages.tsx';
import { registerPages } from '#features/register/pages.tsx';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { readManifest } from '#screens/assets/manifest.ts';
import { environment, readConfig, type Config } from '../config.ts';
import { findByEmail, openHouse, type OpenHouse } from './open-house.ts';
import { openReach } from './reach.ts';
import { assetFolder } from './root.ts';
import { openPractice, type OpenPractice } from './practice.ts';

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const logger = (config: Config) =>
  pino({ level: config.logLevel, base: undefined, redact: ['req.headers', 'headers'] }, process.stderr);

/** Serves pages, API and background work until it is told to stop. */
export async function serve(options: ServeOptions): Promise<void> {
  const config = withPort(readConfig(environment, options.practice), options);
  const log = logger({
    ...config,
    logLevel: environment['SIGNPOST_LOG'] ?? (options.practice ? 'warn' : 'info'),
  });
  say('Opening the database ...');
  const practice = options.practice ? await openPractice(config) : undefined;
  const opened = await openHouse(config, {
    log,
    practice: options.practice,
    ...(practice ? { clock: practice.clock } : {}),
  });
  const port = practice ? await practice.begin(opened, say) : undefined;
  const app = await doors(config, opened, port, log);
  if (options.worker) await work(config, opened, practice, log);
  const address = await app.listen({ host: config.host, port: config.port });
  say(`Signpost is ready at ${address}`);
  if (practice)
    say(
      'Practice mode: everybody is invented. Open the address, press “Practice”, and enter as anyone with one press.',
    );
  await stopped();
  say('Stopping ...');
  await app.close();
  await practice?.close();
  await opened.close();
}

/** Background work alone, beside other processes over the same server. */
export async function workOnly(place: Place): Promise<void> {
  const config = readConfig(environment, place.practice);
  const log = logger(config);
  const opened = await openHouse(config, { log, practice: place.practice, guest: true });
  await work(config, opened, undefined, log);
  say('Working. Stop with Ctrl-C.');
  await stopped();
  await opened.close();
}

const withPort = (config: Config, options: ServeOptions): Config => {
  const host = options.host ?? config.host;
  const port = options.port ?? config.port;
  const origin =
    environment['SIGNPOST_ORIGIN'] ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return { ...config, host, port, origin };
};

async function doors(
  config: Config,
  opened: OpenHouse,
  practice: PracticePort | undefined,
  log: ReturnType<typeof logger>,
): Promise<FastifyInstance> {
  const { house, store, signIn } = opened;
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    disableRequestLogging: true,
    trustProxy: environment['SIGNPOST_TRUST_PROXY'] === 'yes',
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  countLooks(app, opened);
  await api(app, house, { actorOf: (headers) => signIn.actorOf(headers) });
  await web(app, house, {
    pages: [inboxPages, peoplePages, registerPages, assurancePages, recordsPages],
    signIn: {
      actorOf: (headers) => signIn.actorOf(headers),
      peek: (headers) => signIn.peek(headers),
      routes: signInRoutes({
        signIn,
        clock: house.clock,
        oidcName: config.oidc ? config.organisation.name : undefined,
        personByEmail: (email) => findByEmail(opened, email),
        headersOf,
      }),
    },
    organisation: {
      name: config.organisation.name,
      ...(config.organisation.colour === undefined ? {} : { colour: config.organisation.colour }),
    },
    assets: { folder: assetFolder, manifest: await readManifest(assetFolder) },
    origin: config.origin,
    ...(practice ? { practice } : {}),
    live: (kinds, onChange) => store.listening.subscribe(kinds, onChange),
    today: [inboxToday, peopleToday],
  });
  return app;
}

/** A minute in which somebody who answers the public had the inbox open counts as looked at. Nobody's name goes with it. */
function countLooks(app: FastifyInstance, { house }: OpenHouse): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || !/^\/inbox(\/|\?|$)/.test(request.url))
      return;
    if (!request.standing?.grants.some((grant) => grant.role !== 'staff')) return;
    await perform(house, recordLook, {
      actor: systemActor('watch'),
      input: { place: 'inbox', kind: 'person' },
      door: 'web',
    });
  });
}

async function work(
  config: Config,
  opened: OpenHouse,
  practice: OpenPractice | undefined,
  log: ReturnType<typeof logger>,
): Promise<void> {
  const { house, store, signIn } = opened;
  const allowed = [...(practice ? [practice.address] : []), ...config.allowedOrigins];
  await startWorker(house, {
    jobs: store.jobs,
    reach: openReach(house, (sealed) => store.open(sealed), allowed),
    log,
    collectEverySeconds: config.collectEverySeconds,
    endSessions: (person) => signIn.endSessions(person),
  });
}

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
