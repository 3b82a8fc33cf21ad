import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { systemClock, type Clock } from '#kernel/clock.ts';
import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { StoreAway } from '#kernel/store-port.ts';
import type { Secret, Webhook } from '#networks/network.ts';
import { keepDelivery, waitingDeliveries } from '#features/deliveries/index.ts';
import { createHash } from 'node:crypto';

export { connectPages } from './connect.tsx';

/** Bytes of one delivery. Pictures are told by their address. */
const BODY_LIMIT = 1_000_000;
/** With so many unread the other systems are asked to wait, before the disk is full of them. */
const MOST_WAITING = 10_000;
/** Seconds after which a system that was turned away may try again. */
const COME_BACK = 5;

/** An account that takes deliveries, with what proves them. */
export interface Receiver {
  readonly name: string;
  readonly webhook: Webhook;
  readonly secret: Secret;
}

export interface WebhookOptions {
  /** The account that takes deliveries at this address; undefined where none does. @throws StoreAway while it cannot be known. */
  receiver(network: string, account: string): Promise<Receiver | undefined>;
  /** Deliveries a second from one address, with bursts of three times that (500 unless told). */
  readonly deliveriesPerSecond?: number;
  /** Milliseconds by which the program may lag before it sheds load with 503; 1,000 unless told. */
  readonly busyAfter?: number;
  /** How many may wait to be read (10,000 unless told). */
  readonly mostWaiting?: number;
  /** Milliseconds for which such a count is good (1,000 unless told). */
  readonly countedFor?: number;
  /** The true time, by which others sign; never the clock of practice. */
  readonly clock?: Clock;
}

/** Why a delivery is not taken. All are answered alike, so that nobody learns which it was. */
class NotGenuine extends Error {
  override name = 'NotGenuine';
}
class TooMany extends Error {
  override name = 'TooMany';
}

/**
 * The door for other systems: `POST /webhooks/:network/:account`, raw bytes, signed. What is not genuine is answered
 * 401 and leaves nothing; what is, is kept once and answered 200 after the commit; a worker reads it later.
 */
export async function webhooks(app: FastifyInstance, house: House, options: WebhookOptions): Promise<void> {
  await app.register(async (door) => {
    takeBytesOnly(door);
    answerErrors(door);
    door.addHook('onRequest', async (_, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    });
    await door.register(underPressure, {
      maxEventLoopDelay: options.busyAfter ?? 1_000,
      retryAfter: COME_BACK,
    });
    await door.register(rateLimit, {
      max: Math.ceil((options.deliveriesPerSecond ?? 500) * 3),
      timeWindow: 3_000,
      keyGenerator: (request) => request.ip,
    });
    const waiting = countWaiting(house, options.mostWaiting ?? MOST_WAITING, options.countedFor ?? 1_000);
    door.post('/webhooks/:network/:account', async (request, reply) => {
      await takeDelivery(house, options, waiting, request);
      return reply.code(200).send();
    });
  });
}

async function takeDelivery(
  house: House,
  options: WebhookOptions,
  waiting: Waiting,
  request: FastifyRequest,
): Promise<void> {
  const { network = '', account = '' } = request.params as Record<string, string>;
  const receiver = await options.receiver(network, account);
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const headers = headersOf(request);
  const { replayMinutes } = house.policies.inForce(house.clock.now()).value('deliveries.take-in');
  const moment = {
    now: (options.clock ?? systemClock).now(),
    within: Temporal.Duration.from({ minutes: replayMinutes }),
  };
  if (!receiver?.webhook.genuine(body, headers, receiver.secret, moment)) throw new NotGenuine();
  if (await waiting.tooMany()) throw new TooMany();
  await perform(house, keepDelivery, {
    actor: systemActor('collector'),
    input: {
      network,
      account,
      accountName: receiver.name,
      delivery: house.store.digest(idOf(receiver.webhook, body, headers)),
      body: body.toString('base64'),
    },
    door: 'worker',
  });
}

const idOf = (webhook: Webhook, body: Buffer, headers: Record<string, string>): string =>
  webhook.id?.(body, headers) ?? createHash('sha256').update(body).digest('hex');

/** Of a header that came twice, none: two signatures that differ prove nothing. */
function headersOf({ headers, raw: { rawHeaders } }: FastifyRequest): Record<string, string> {
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
  const twice = new Set(names.filter((name, place) => names.indexOf(name) !== place));
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && !twice.has(name) ? [[name, value]] : [],
    ),
  );
}

interface Waiting {
  tooMany(): Promise<boolean>;
}

/** Counts what waits once in a while, however much comes. */
function countWaiting(house: House, most: number, countedFor: number): Waiting {
  let until = 0;
  let count: Promise<number> | undefined;
  return {
    async tooMany() {
      const now = performance.now();
      if (!count || now >= until) {
        until = now + countedFor;
        count = waitingDeliveries(readerOf(house.store.read()), most);
        count.catch(() => (count = undefined));
      }
      return (await count) >= most;
    },
  };
}

/** The bytes as they came: what was signed are these and nothing that we would make of them. */
function takeBytesOnly(door: FastifyInstance): void {
  door.removeAllContentTypeParsers();
  door.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_, bytes, done) => {
      done(null, bytes);
    },
  );
}

/** Too large, another content type, an account that is not there, a forged or an old signature: one and the same answer. */
function answerErrors(door: FastifyInstance): void {
  door.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error);
    if (status === 500) {
      // The stack only: a message of the database may quote what came in.
      const where = error instanceof Error ? error.stack?.split('\n').slice(1, 6) : [];
      request.log.error({ name: error instanceof Error ? error.name : 'unknown', where }, 'a fault');
    }
    return answer(reply, status);
  });
}

function statusOf(error: unknown): number {
  if (error instanceof StoreAway || error instanceof TooMany) return 503;
  if (error instanceof NotGenuine) return 401;
  const status: unknown = Reflect.get(Object(error), 'statusCode');
  if (typeof status !== 'number' || status >= 500) return status === 503 ? 503 : 500;
  return status === 429 ? 429 : 401;
}

async function answer(reply: FastifyReply, status: number): Promise<void> {
  if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', String(COME_BACK));
  if (status === 401) reply.header('connection', 'close');
  await reply.code(status).send();
}
