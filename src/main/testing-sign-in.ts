import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import fastify from 'fastify';
import { api } from '#entry/api/index.ts';
import { web } from '#entry/web/index.ts';
import { addPerson, giveRole } from '#features/people/index.ts';
import { peoplePages } from '#features/people/pages.tsx';
import { systemClock, type Clock } from '#kernel/clock.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { queuesOf } from '#kernel/house.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { buildAssets } from '#screens/assets/build.ts';
import { silent } from '#store/pool.ts';
import { testStore } from '#store/testing.ts';
import type { Config } from '../config.ts';
import { houseOver, type OpenHouse } from './open-house.ts';
import { openPolicies } from './policies.ts';
import { roomsIn } from './rooms.ts';
import { root } from './root.ts';
import { signInPort } from './sign-in-port.ts';

/** The whole program as `serve` opens it, over a fresh database, listening on a port of this machine. */
export interface Served {
  readonly opened: OpenHouse;
  readonly origin: string;
  /** Everything that was logged. */
  readonly log: () => string;
  readonly browser: () => Browser;
  /** Does a command as the set-up of this machine. @returns the row's id. */
  readonly setUp: (command: AnyCommand, input: object, id?: string) => Promise<string>;
  /** A new person with a password and these roles. */
  readonly somebody: (
    name: string,
    options?: { roles?: string[]; endsOn?: string; password?: string | undefined },
  ) => Promise<{ id: string; email: string }>;
  readonly close: () => Promise<void>;
}

export const password = 'walrus ladder crayon';

let assets: Promise<{ folder: string; manifest: Awaited<ReturnType<typeof buildAssets>> }> | undefined;
const assetsOnce = () =>
  (assets ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-assets-'));
    return { folder, manifest: await buildAssets(folder) };
  })());

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function serveSignIn(
  options: { oidc?: Config['oidc']; port?: number; clock?: Clock } = {},
): Promise<Served> {
  const port = options.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const clock = options.clock ?? systemClock;
  const policies = await openPolicies('icb002');
  const rooms = roomsIn(policies.inForce(clock.now()).zone);
  const store = await testStore({ rooms, queues: queuesOf(rooms), root });
  const config = {
    origin,
    oidc: options.oidc,
    organisation: { name: 'NHS Larkshire', colour: undefined, onCall: undefined },
  };
  const opened = await houseOver(store, config, { policies, clock, rooms, practice: false, log: silent });
  let logged = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      logged += chunk.toString();
      done();
    },
  });
  const app = fastify({ logger: { level: 'info', stream }, disableRequestLogging: true });
  await api(app, opened.house, { actorOf: (headers) => opened.signIn.actorOf(headers), busyAfter: 0 });
  await web(app, opened.house, {
    pages: [peoplePages],
    signIn: signInPort(opened, config),
    organisation: { name: config.organisation.name },
    assets: await assetsOnce(),
    origin,
    // Off: a starved machine's delay counts as endless.
    busyAfter: 0,
    // The limit for each person is tested beside the door; these tests ask quickly.
    requestsPerSecond: 1_000_000,
  });
  await app.listen({ host: '127.0.0.1', port });
  const setUp: Served['setUp'] = async (command, input, id) =>
    (await perform(opened.house, command, { actor: systemActor('setup'), id, input, door: 'cli' })).id;
  let count = 0;
  return {
    opened,
    origin,
    log: () => logged,
    browser: () => new Browser(origin),
    setUp,
    async somebody(name, { roles = [], endsOn = '', password: words = password } = {}) {
      count += 1;
      const email = `person.${count}@board.example`;
      const id = await setUp(addPerson, { name, email, kind: 'employee', endsOn });
      for (const role of roles) await setUp(giveRole, { person: id, role });
      await opened.signIn.setPassword(id, name, words);
      return { id, email };
    },
    async close() {
      await app.close();
      await opened.close();
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Where it leads, as a path of its own server or a whole address. */
  readonly to: string;
}

/** A browser without JavaScript: it keeps cookies for each origin and sends forms as pages of the same site do. */
export class Browser {
  readonly #origin: string;
  readonly cookies = new Map<string, Map<string, string>>();
  constructor(origin: string) {
    this.#origin = origin;
  }

  get(path: string): Promise<Answer> {
    return this.#send(path, { method: 'GET' });
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        origin: this.#origin,
      },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** Goes on as long as it is sent on. */
  async follow(answer: Answer): Promise<Answer> {
    let at = answer;
    for (let hops = 0; at.to !== '' && hops < 20; hops += 1) at = await this.get(at.to);
    return at;
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const url = new URL(path, this.#origin);
    const jar = this.cookies.get(url.origin) ?? new Map<string, string>();
    this.cookies.set(url.origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0(?!\d)|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get('location');
    const to = location === null ? '' : new URL(location, url).href;
    return {
      status: answer.status,
      headers: answer.headers,
      html: await answer.text(),
      to: to.startsWith(this.#origin) ? to.slice(this.#origin.length) : to,
    };
  }
}
