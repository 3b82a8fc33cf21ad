import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { isFault } from '#networks/fault.ts';
import type { Incoming, Network } from '#networks/network.ts';
import { keptDeliveries, recordRead, setAside, type KeptDelivery } from '#features/deliveries/index.ts';
import { connectedAccount, type ConnectedAccount } from '#features/register/index.ts';
import { eachOf } from './each-of.ts';
import type { Jobs, Log } from './jobs.ts';
import type { Reach } from './reach.ts';
import { settled } from './reactions.ts';
import { takeIn } from './take-in.ts';

const actor = systemActor('collector');
const door = 'worker';
/** Deliveries that are looked at together: within them, what is told of one message is put in order. */
const BATCH = 200;
/** At most so many batches in one turn. */
const BATCHES = 50;
/** Messages that are taken in at once. */
const AT_ONCE = 4;

/** Reads what other systems handed in, soon after it came. One program does so at a time. */
export async function startReadingDeliveries(
  house: House,
  jobs: Jobs,
  reach: Reach,
  log: Log,
): Promise<void> {
  await jobs.every(2, 'read deliveries', () => readDeliveries(house, reach, log));
}

/** One turn: everything that waits, unless it is very much. May run twice at the same moment, and does no harm. */
export async function readDeliveries(house: House, reach: Reach, log: Log): Promise<void> {
  for (let turn = 0; turn < BATCHES; turn += 1) {
    const kept = await keptDeliveries(readerOf(house.store.read()), BATCH);
    await readBatch(house, reach, log, kept);
    if (kept.length < BATCH) return;
  }
}

/** A delivery with what it says, and the account that it is about. */
interface Read {
  readonly delivery: KeptDelivery;
  readonly network: Network;
  readonly account: ConnectedAccount;
  readonly items: readonly Incoming[];
}

async function readBatch(house: House, reach: Reach, log: Log, kept: readonly KeptDelivery[]): Promise<void> {
  const accounts = new Map<string, ConnectedAccount | undefined>();
  for (const id of new Set(kept.map((one) => one.account)))
    accounts.set(id, await connectedAccount(readerOf(house.store.read()), id));
  const byMessage = new Map<string, Read[]>();
  for (const delivery of kept) {
    const read = await readOne(house, reach, log, delivery, accounts.get(delivery.account));
    if (!read) continue;
    const key = `${delivery.account} ${read.items[0]?.id ?? delivery.id}`;
    byMessage.set(key, [...(byMessage.get(key) ?? []), read]);
  }
  await eachOf([...byMessage.values()], AT_ONCE, async (about) => {
    for (const read of about.toSorted(byMoment)) await finished(house, log, read);
  });
}

/** As the other system says that it happened; what says nothing of it stays in the order in which it came. */
function byMoment({ items: [a] }: Read, { items: [b] }: Read): number {
  return a?.changed && b?.changed ? Temporal.Instant.compare(a.changed, b.changed) : 0;
}

/** What a delivery says; undefined where it had to be set aside. */
async function readOne(
  house: House,
  reach: Reach,
  log: Log,
  delivery: KeptDelivery,
  account: ConnectedAccount | undefined,
): Promise<Read | undefined> {
  if (!account) {
    await aside(house, log, delivery, 'not-connected');
    return undefined;
  }
  try {
    const network = reach.network(delivery.network);
    if (!network.webhook.present) throw new Error(`${network.name} delivers nothing`);
    return { delivery, network, account, items: network.webhook.read(delivery.body) };
  } catch (error) {
    await aside(house, log, delivery, isFault(error) ? 'unreadable' : 'fault', error);
    return undefined;
  }
}

async function finished(house: House, log: Log, { delivery, network, account, items }: Read): Promise<void> {
  const { id } = delivery;
  try {
    for (const item of items) await takeIn(house, network, account, item);
  } catch (error) {
    // The database comes back, and then this is read again.
    if (error instanceof StoreAway) throw error;
    const known = error instanceof InputRefused || error instanceof Refused;
    await aside(house, log, delivery, known ? 'not-taken' : 'fault', error);
    return;
  }
  const [only, ...more] = items;
  const input =
    only?.changed && more.length === 0
      ? { message: house.store.digest(only.id), messageAt: only.changed.toString() }
      : {};
  await settled(log, recordRead.name, () => perform(house, recordRead, { actor, id, input, door }));
}

/** A person sees it by its reference; the log says where it came from and what kind of trouble it was, never a word of it. */
async function aside(
  house: House,
  log: Log,
  { id, account, network }: KeptDelivery,
  why: 'unreadable' | 'not-taken' | 'not-connected' | 'fault',
  error?: unknown,
): Promise<void> {
  log.warn(
    { delivery: id, account, network, why, error: error instanceof Error ? error.name : undefined },
    'a delivery was set aside',
  );
  await settled(log, setAside.name, () => perform(house, setAside, { actor, id, input: { why }, door }));
}
