/**
 * Starts a whole Bluesky network on loopback: directory, personal data server, app view and moderation, the programs
 * that run the real one. Prints one line of JSON with its addresses and accounts, and stops at SIGTERM.
 * `--with-parent`: also stops when its standard input ends, so that it never outlives who started it.
 */
import './on-loopback.ts';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, startRedis } from './processes.ts';

export interface SeededAccount {
  readonly did: string;
  readonly handle: string;
  readonly password: string;
}

export interface RunningNetwork {
  readonly pds: string;
  readonly appView: string;
  readonly labeller: string;
  /** Its password is an app password; the members of the public sign in with their own. */
  readonly official: SeededAccount;
  /** The official account's own, with which only its owner signs in. */
  readonly ownPassword: string;
  readonly amy: SeededAccount;
  readonly bea: SeededAccount;
}

const folder = mkdtempSync(join(tmpdir(), 'signpost-real-'));
chmodSync(folder, 0o755);
const inside = (name: string): string => mkdtempSync(join(folder, `${name}-`));
const stops: (() => Promise<unknown>)[] = [];

async function stop(): Promise<void> {
  for (const each of stops.splice(0).toReversed())
    await each().catch((error: unknown) => console.error(error));
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}

async function start(): Promise<RunningNetwork> {
  const postgres = await startPostgres(inside('postgres'));
  stops.push(() => postgres.stop());
  const redis = await startRedis(inside('redis'));
  stops.push(() => redis.stop());
  // These are read while the packages load, and the servers keep their files under TMPDIR.
  Object.assign(process.env, {
    DB_POSTGRES_URL: postgres.address,
    REDIS_HOST: redis.address,
    NODE_ENV: 'development',
    LOG_ENABLED: 'false',
    TMPDIR: inside('servers'),
  });
  const { TestNetwork } = await import('@atproto/dev-env');
  const network = await TestNetwork.create({ dbPostgresUrl: postgres.address, dbPostgresSchema: 'signpost' });
  stops.push(() => network.close());
  const { AtpAgent } = await import('@atproto/api');
  const account = async (
    name: string,
    displayName: string,
  ): Promise<{ seeded: SeededAccount; agent: InstanceType<typeof AtpAgent> }> => {
    const agent = new AtpAgent({ service: network.pds.url });
    const handle = `${name}-${randomBytes(3).toString('hex')}.test`;
    const password = randomBytes(12).toString('hex');
    const { data } = await agent.createAccount({ handle, password, email: `${handle}@example.com` });
    await agent.upsertProfile(() => ({ displayName }));
    return { seeded: { did: data.did, handle, password }, agent };
  };
  const board = await account('board', 'Invented Board');
  const { data: app } = await board.agent.com.atproto.server.createAppPassword({ name: 'signpost' });
  const amy = await account('amymadeup', 'Amy Madeup');
  const bea = await account('beamadeup', 'Bea Madeup');
  await network.processAll();
  return {
    pds: network.pds.url.replace('localhost', '127.0.0.1'),
    appView: network.bsky.url.replace('localhost', '127.0.0.1'),
    labeller: network.ozone.ctx.cfg.service.did,
    official: { ...board.seeded, password: app.password },
    ownPassword: board.seeded.password,
    amy: amy.seeded,
    bea: bea.seeded,
  };
}

process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
if (process.argv.includes('--with-parent')) process.stdin.on('end', () => void stop()).resume();
try {
  process.stdout.write(`${JSON.stringify(await start())}\n`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
  await stop();
}
