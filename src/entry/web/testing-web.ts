import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import type { House } from '#kernel/house.ts';
import { person, type Actor } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import type { Room } from '#kernel/room.ts';
import { buildAssets } from '#screens/assets/build.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import type { SignInPort, WebOptions } from './options.ts';
import { notePages, notes } from './testing-room.tsx';
import { web } from './web.ts';

let built: Promise<WebOptions['assets']> | undefined;

/** The real assets, built once a run. */
const assets = (): Promise<WebOptions['assets']> =>
  (built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-assets-'));
    return { folder, manifest: await buildAssets(folder) };
  })());

/** Sign-in by a cookie that names the person: all that the door asks of a sign-in. */
export const signIn: SignInPort = {
  async actorOf(headers): Promise<Actor | undefined> {
    const id = /(?:^|; )person=([0-9a-f-]+)/.exec(headers.get('cookie') ?? '')?.[1];
    return id === undefined ? undefined : person(id);
  },
};

export interface TestWeb {
  readonly at: TestHouse;
  readonly app: FastifyInstance;
  /** Everything that was logged. */
  log(): string;
  /** Headers of a browser in which this new person sits. */
  sit(name: string, ...roles: Role[]): Record<string, string>;
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends a form as a page of our own would. */
  post(url: string, headers: Record<string, string>, fields?: Fields): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export type Fields = Record<string, string | readonly string[]>;

export const encode = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  ).toString();

interface Change {
  /** The test room alone unless told. */
  readonly rooms?: readonly Room[];
  readonly policies?: readonly string[];
  readonly now?: string;
  readonly house?: (house: House) => House;
  readonly options?: (at: TestHouse) => Partial<WebOptions>;
}

/** The web door over some rooms on a real database. @param change what is different about the house or the options. */
export async function testWeb(change: Change = {}): Promise<TestWeb> {
  const { rooms = [notes], now, policies } = change;
  const at = await testHouse({
    rooms,
    ...(now === undefined ? {} : { now }),
    ...(policies === undefined ? {} : { policies }),
  });
  let logged = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      logged += chunk.toString();
      done();
    },
  });
  const app = fastify({ logger: { level: 'info', stream } });
  await web(app, change.house?.(at.house) ?? at.house, {
    pages: [notePages],
    signIn,
    organisation: { name: 'Harbourside Health Board' },
    assets: await assets(),
    origin: 'http://signpost.test',
    // Off: on a crowded machine a moment without any sample counts as an endless delay.
    busyAfter: 0,
    ...change.options?.(at),
  });
  await app.ready();
  return {
    at,
    app,
    log: () => logged,
    sit: (name, ...roles) => ({ cookie: `person=${at.person(name, ...roles).id}` }),
    get: (url, headers = {}) => app.inject({ method: 'GET', url, headers }),
    post: (url, headers, fields = {}) =>
      app.inject({
        method: 'POST',
        url,
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        payload: encode(fields),
      }),
    async close() {
      await app.close();
      await at.close();
    },
  };
}

/** A form of a page as its fields stand, so that a test sends what a browser would. */
export function hiddenOf(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}
