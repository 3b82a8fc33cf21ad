import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { stoppedClock } from '#kernel/clock.ts';
import { queuesOf } from '#kernel/house.ts';
import { buildAssets } from '#screens/assets/build.ts';
import { silent } from '#store/pool.ts';
import { testStore } from '#store/testing.ts';
import { readConfig } from '../../config.ts';
import { doors } from '../doors.ts';
import { houseOver, type OpenHouse } from '../open-house.ts';
import { pageScripts } from '../page-scripts.ts';
import { openPolicies } from '../policies.ts';
import { root } from '../root.ts';
import { roomsIn } from '../rooms.ts';

/** One address that a door answers: as Fastify was told of it. */
export interface Route {
  readonly method: string;
  readonly url: string;
}

/** Everything that is served, on a real PostgreSQL: every room, every door, the real sign-in. */
export interface WholeHouse extends OpenHouse {
  readonly app: FastifyInstance;
  readonly clock: ReturnType<typeof stoppedClock>;
  /** What was logged as a fault. */
  readonly faults: readonly string[];
  /** Every address, as the doors registered it. */
  readonly routes: readonly Route[];
  send(request: Sent): Promise<LightMyRequestResponse>;
  /** Sends a form as a page of our own would. */
  submit(url: string, headers: Record<string, string>, fields: string): Promise<LightMyRequestResponse>;
}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly headers?: Record<string, string>;
  /** A form's fields as text, or a JSON body. */
  readonly payload?: string | object;
}

const environment = {
  SIGNPOST_ORIGIN: 'http://signpost.test',
  SIGNPOST_OIDC_ISSUER: 'https://identity.example',
  SIGNPOST_OIDC_CLIENT_ID: 'signpost',
  SIGNPOST_OIDC_CLIENT_SECRET: 'a secret of the tests',
};

const formOfOurs = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
};

/** @param options.now instant at which the clock stands; a Tuesday morning unless told. */
export async function wholeHouse(options: { now?: string } = {}): Promise<WholeHouse> {
  const policies = await openPolicies('icb002');
  const clock = stoppedClock(options.now ?? '2026-11-24T10:00:00Z');
  const rooms = roomsIn(policies.inForce(clock.now()).zone);
  const store = await testStore({ rooms, queues: queuesOf(rooms), root });
  // The limit for each person is tested beside each door; here one person sends thousands.
  const read = readConfig(environment, false);
  const organisation = { ...read.organisation, onCall: '07700 900145' };
  const config = { ...read, organisation, requestsPerSecond: 1_000_000 };
  // The organisation's own sign-in has its addresses, but nobody is asked outside.
  const opened = await houseOver(
    store,
    { ...config, oidc: undefined },
    { clock, policies, rooms, practice: false, log: silent },
  );
  const folder = mkdtempSync(join(tmpdir(), 'signpost-assets-'));
  const routes: Route[] = [];
  const faults: string[] = [];
  const stream = { write: (line: string) => void faults.push(line) };
  const app: FastifyInstance = Fastify({ logger: { level: 'error', stream } });
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  await doors(app, opened, {
    config,
    assets: { folder, manifest: await buildAssets(folder, pageScripts) },
    // Off: shedding load is tested beside the doors, and a starved machine, whose delay counts as endless, must not
    // answer for the doors that are tried here.
    busyAfter: 0,
  });
  await app.ready();
  return {
    ...opened,
    app,
    clock,
    routes,
    faults,
    send: ({ method = 'GET', ...request }) => app.inject({ method, ...request }),
    submit: (url, headers, fields) =>
      app.inject({ method: 'POST', url, headers: { ...formOfOurs, ...headers }, payload: fields }),
    async close() {
      await app.close();
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
