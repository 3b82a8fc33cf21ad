import Fastify, { LogController, type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { Writable } from 'node:stream';
import { Webhook } from 'standardwebhooks';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { readDeliveries } from '#entry/worker/read-deliveries.ts';
import type { Reach } from '#entry/worker/reach.ts';
import { deliveries } from '#features/deliveries/index.ts';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { connectRelay, enterAccount, register } from '#features/register/index.ts';
import { secretFrom } from '#networks/relay/index.ts';
import type { OpenStore } from '#store/store.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { openReach } from '../../main/reach.ts';
import { receiversOf } from '../../main/receivers.ts';
import { webhooks, type WebhookOptions } from './index.ts';

export interface Sent {
  readonly id?: string;
  /** When it says that it was signed; now unless told. */
  readonly at?: Temporal.Instant;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly account?: string;
  /** Sent in the place of what was signed. */
  readonly instead?: string;
}

/** The door over a real database, with one account whose other system signs with the public library. */
export interface TestDoor {
  readonly at: TestHouse;
  readonly lead: Actor;
  readonly account: string;
  readonly secret: string;
  readonly reach: Reach;
  readonly app: FastifyInstance;
  send(body: unknown, how?: Sent): Promise<LightMyRequestResponse>;
  /** The worker's turn. */
  read(reach?: Reach): Promise<void>;
  /** Rows of a table, for what must be there and what must not. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** Everything that was logged, by the door and by the worker. */
  logged(): string;
  close(): Promise<void>;
}

export async function testDoor(options: Partial<WebhookOptions> = {}): Promise<TestDoor> {
  const at = await testHouse({ rooms: [peopleIn('Europe/London'), register, inbox, deliveries] });
  at.clock.set(systemClock.now());
  const store = at.house.store as OpenStore;
  const lead = at.person('Lea Lead', 'senior-manager', 'communications');
  const secret = secretFrom(crypto.getRandomValues(new Uint8Array(32)));
  const account = await connected(at, lead, secret);
  const lines: string[] = [];
  const stream = new Writable({
    write(line: Buffer, _, done) {
      lines.push(line.toString());
      done();
    },
  });
  const app = Fastify({
    loggerInstance: pino({ level: 'debug' }, stream),
    logController: new LogController({ disableRequestLogging: true }),
  }) as unknown as FastifyInstance;
  const opens = (sealed: string) => store.open(sealed);
  const reach = openReach(at.house, opens, []);
  // A starved machine must not answer for the door that is tried here.
  await webhooks(app, at.house, {
    receiver: receiversOf(at.house, reach, opens),
    busyAfter: 0,
    ...options,
  });
  await app.ready();
  const say = (facts: Record<string, unknown>, message: string) =>
    void lines.push(JSON.stringify({ ...facts, message }));
  const log = { info: say, warn: say, error: say };
  return {
    at,
    lead,
    account,
    secret,
    reach,
    app,
    async send(body, how = {}) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return app.inject({
        method: 'POST',
        url: `/webhooks/relay/${how.account ?? account}`,
        headers: { ...headersFor(text, { secret, ...how }) },
        payload: how.instead ?? text,
      });
    },
    read: (through = reach) => readDeliveries(at.house, through, log),
    rows: async (sql) => (await store.plainPool.query<Record<string, unknown>>(sql)).rows,
    logged: () => lines.join('\n'),
    async close() {
      await app.close();
      await at.close();
    },
  };
}

/** As the public library for the convention signs it. */
export function headersFor(text: string, how: Sent & { readonly secret: string }) {
  const id = how.id ?? newId();
  const when = how.at ?? systemClock.now();
  const headers: Record<string, string | undefined> = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(when.epochMilliseconds / 1000)),
    'webhook-signature': new Webhook(how.secret).sign(id, new Date(when.epochMilliseconds), text),
    ...how.headers,
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

async function connected(at: TestHouse, actor: Actor, key: string): Promise<string> {
  const input = {
    network: 'facebook',
    kind: 'corporate',
    name: 'Invented Board',
    handle: 'invented.board',
    purpose: 'News',
    audience: 'Everybody',
    secondFactor: 'on',
  };
  const { id } = await perform(at.house, enterAccount, { actor, input, door: 'api' });
  await perform(at.house, connectRelay, { actor, id, input: { key }, door: 'api' });
  return id;
}

/** Something that somebody wrote, as another system hands it in. */
export const told = (
  id: string,
  text: string,
  more: Record<string, unknown> = {},
  type: 'created' | 'changed' | 'withdrawn' = 'created',
) => ({
  type: `message.${type}`,
  data: {
    id,
    kind: 'comment',
    text,
    author: { id: `author of ${id}`, handle: 'amy' },
    at: systemClock.now().subtract({ minutes: 3 }).toString(),
    ...more,
  },
});
