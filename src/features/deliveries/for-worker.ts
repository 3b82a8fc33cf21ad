import type { Reader } from '#kernel/need.ts';
import type { Delivery, DeliveryTables } from './words.ts';

/** A delivery that waits to be read, with its bytes. Never a question: what it holds leaves this room only here. */
export interface KeptDelivery extends Pick<Delivery, 'id' | 'network' | 'account'> {
  readonly body: Uint8Array;
}

/** Those that came first, at most so many. */
export async function keptDeliveries(read: Reader, most: number): Promise<readonly KeptDelivery[]> {
  const rows = await read
    .tables<DeliveryTables>()
    .selectFrom('deliveries')
    .select(['id', 'network', 'account', 'body'])
    .where('state', '=', 'kept')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, body: Buffer.from(body ?? '', 'base64') }));
}

/** How many wait to be read; counted no further than `most`. */
export async function waitingDeliveries(read: Reader, most: number): Promise<number> {
  const some = read
    .tables<DeliveryTables>()
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'kept')
    .limit(most);
  const { count } = await read
    .tables<DeliveryTables>()
    .selectFrom(some.as('some'))
    .select((is) => is.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How the message of that digest stands by the latest delivery that was read; undefined where none told of it. */
export async function latestRead(
  read: Reader,
  account: string,
  message: string,
): Promise<Temporal.Instant | undefined> {
  const row = await read
    .tables<DeliveryTables>()
    .selectFrom('deliveries')
    .select('message_at')
    .where('account', '=', account)
    .where('message', '=', message)
    .where('message_at', 'is not', null)
    .orderBy('message_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.message_at ?? undefined;
}
