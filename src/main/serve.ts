import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { warmChecks, warmTriage } from '#features/inbox/index.ts';
import { Complaint } from '#entry/cli/complaint.ts';
import type { Place, ServeOptions } from '#entry/cli/index.ts';
import { startWorker } from '#entry/worker/index.ts';
import { mailServer } from '#networks/mail-server.ts';
import { readManifest } from '#screens/assets/manifest.ts';
import { environment, readConfig, type Config } from '../config.ts';
import { doors } from './doors.ts';
import { openHouse, type OpenHouse } from './open-house.ts';
import { openReach } from './reach.ts';
import { assetFolder } from './root.ts';
import { settled } from './settled.ts';
import { openPractice, type OpenPractice } from './practice.ts';
import { openWaking } from './waking.ts';

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
  const open: { close(): unknown }[] = [];
  try {
    const practice = options.practice ? keptIn(open, await openPractice(config)) : undefined;
    const opened = keptIn(
      open,
      await openHouse(config, {
        log,
        practice: options.practice,
        ...(practice ? { clock: practice.clock } : {}),
      }),
    );
    const port = practice ? await practice.begin(opened, say) : undefined;
    const app = keptIn(open, server(log, config.behindProxy));
    await doors(app, opened, {
      config,
      ...(port ? { practice: port } : {}),
      assets: { folder: assetFolder, manifest: await readManifest(assetFolder) },
    });
    const address = await listening(app, config);
    warmed(log);
    if (options.worker) await work(config, opened, practice, log);
    if (options.worker && practice) await settled(opened);
    say(`Signpost is ready at ${address}`);
    if (practice) say(howToPractise);
    warmChecks(opened.house.policies.inForce(opened.house.clock.now())).catch((error: unknown) =>
      log.warn({ err: error }, 'the checks could not be warmed: the first reply will be slower'),
    );
    await stopped();
    say('Stopping ...');
  } finally {
    // What was opened last goes first; also where the start failed half-way, so that nothing keeps the program up.
    for (const one of open.reverse()) await one.close();
  }
}

const howToPractise =
  'Practice mode: everybody is invented. Open the address, press “Be somebody else, or move the clock”, and choose a person.';

function keptIn<T extends { close(): unknown }>(open: { close(): unknown }[], one: T): T {
  open.push(one);
  return one;
}

/** @throws Complaint where another program has the port. */
async function listening(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Complaint(
      `Another program has port ${port}. Stop that one, or choose another port: --port ${port + 1}.`,
    );
  }
}

/** Background work alone, beside other processes over the same server. */
export async function workOnly(place: Place): Promise<void> {
  const config = readConfig(environment, place.practice);
  const log = logger(config);
  // Beside the owner of a folder it is a guest; over a server it serves like any other.
  const guest = config.databaseUrl === undefined;
  const opened = await openHouse(config, { log, practice: place.practice, guest });
  warmed(log);
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

/** Before anything is taken in. Without it what comes in is taken in all the same, and stands as not read by triage. */
function warmed(log: ReturnType<typeof logger>): void {
  try {
    warmTriage();
  } catch (error) {
    log.error({ err: error }, 'triage cannot read: messages will stand as not yet read by triage');
  }
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
    waking: openWaking(config, (sealed) => store.open(sealed), { practice, isPractice: house.practice }),
    log,
    post: {
      // Practice writes to nobody, whatever is set.
      letters: practice || !config.mail ? undefined : { send: mailServer(config.mail) },
      origin: config.origin,
      organisation: config.organisation.name,
    },
    collectEverySeconds: config.collectEverySeconds,
    endSessions: (person) => signIn.endSessions(person),
  });
  await store.jobs.every(3600, 'sign-in.sweep', () => signIn.sweep());
}

const server = (log: ReturnType<typeof logger>, behindProxy: boolean): FastifyInstance =>
  Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // The last proxy alone is believed: what stands before it in the header, anybody may have written.
    trustProxy: behindProxy ? (_, hop) => hop === 0 : false,
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
