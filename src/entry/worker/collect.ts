import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { isFault, type NetworkFault } from '#networks/fault.ts';
import type { Incoming, Network } from '#networks/network.ts';
import { change, enquiryOf, receive, recordLook, recentRemotes, withdraw } from '#features/inbox/index.ts';
import {
  connectedAccounts,
  goBlind,
  recordPoll,
  seeAgain,
  type ConnectedAccount,
} from '#features/register/index.ts';
import { eachOf } from './each-of.ts';
import type { Jobs, Log } from './jobs.ts';
import type { Reach } from './reach.ts';
import { settled } from './reactions.ts';

const actor = systemActor('collector');
const door = 'worker';
/** An account that was not read for this long is blind. */
const blindAfter = Temporal.Duration.from({ minutes: 5 });
/** At most so many pages in one turn, so that one busy account does not starve the others. */
const pages = 20;
/** How many accounts are read at once, however many there are. */
const atOnce = 4;

/** Reads every connected account again and again: a webhook may wake, a poll from the stored cursor proves. */
export async function startCollecting(
  house: House,
  jobs: Jobs,
  reach: Reach,
  log: Log,
  everySeconds: number,
): Promise<void> {
  await jobs.every(everySeconds, 'collect', () => collectAll(house, reach, log));
  await jobs.every(600, 'look for what was taken away', () => lookForGone(house, reach, log));
}

/** One turn over all accounts, a few at once. One that fails holds up no other; a fault of ours is thrown at the end. */
export async function collectAll(house: House, reach: Reach, log: Log): Promise<void> {
  const accounts = await connectedAccounts(readerOf(house.store.read()));
  await eachOf(accounts, atOnce, (account) => named(log, account, () => collect(house, reach, log, account)));
}

/** A fault that is not the network's says at which account it came, before it goes on. */
async function named(log: Log, { id }: ConnectedAccount, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    log.error({ account: id, error: name }, 'an account could not be taken in');
    throw error;
  }
}

async function collect(house: House, reach: Reach, log: Log, account: ConnectedAccount): Promise<void> {
  const network = reach.network(account.connector);
  if (!network.inbox.present) return;
  try {
    const call = await reach.call(account.id);
    let cursor = account.cursor ?? undefined;
    // With the first reading begins what we could have known of: what was said long before it is not late on arrival.
    const first_read_at = account.first_read_at ?? house.clock.now();
    for (let page = 0; page < pages; page += 1) {
      const polled = await network.inbox.poll(call, cursor);
      for (const item of polled.items) await takeIn(house, network, { ...account, first_read_at }, item);
      // After the items: what a crash forgets is read again, and receiving twice changes nothing.
      await perform(house, recordPoll, { actor, id: account.id, input: { cursor: polled.cursor }, door });
      cursor = polled.cursor;
      if (!polled.more) break;
    }
    await perform(house, recordLook, { actor, input: { place: account.id, kind: 'poll' }, door });
    if (account.state === 'blind')
      await settled(log, seeAgain.name, () =>
        perform(house, seeAgain, { actor, id: account.id, input: {}, door }),
      );
  } catch (error) {
    if (!isFault(error)) throw error;
    await failed(house, log, account, error);
  }
}

async function failed(house: House, log: Log, account: ConnectedAccount, fault: NetworkFault): Promise<void> {
  log.warn({ account: account.id, fault: fault.kind, code: fault.code }, 'an account could not be read');
  if (account.state === 'blind') return;
  const now = house.clock.now();
  const since = account.polled_at ?? now;
  const overdue = Temporal.Instant.compare(since.add(blindAfter), now) < 0;
  // Keys that no longer work do not come back by themselves; the rest may be a moment's trouble.
  if (fault.kind !== 'keys' && fault.kind !== 'refused' && !overdue) return;
  const why =
    fault.kind === 'keys' || fault.kind === 'busy' || fault.kind === 'refused' ? fault.kind : 'away';
  await settled(log, goBlind.name, () =>
    perform(house, goBlind, { actor, id: account.id, input: { since: since.toString(), why }, door }),
  );
}

async function takeIn(
  house: House,
  network: Network,
  account: ConnectedAccount,
  item: Incoming,
): Promise<void> {
  const known = await enquiryOf(readerOf(house.store.read()), {
    network: account.network,
    account: account.id,
    remote: item.id,
  });
  if (known) {
    if (item.state === 'withdrawn' && !known.withdrawn)
      await perform(house, withdraw, { actor, id: known.id, input: {}, door });
    else if (item.state !== 'withdrawn' && !known.erased && item.text !== known.text)
      await perform(house, change, { actor, id: known.id, input: { text: item.text }, door });
    return;
  }
  if (item.state === 'withdrawn') return;
  await perform(house, receive, { actor, input: inputFrom(network, account, item), door });
}

const inputFrom = (network: Network, account: ConnectedAccount, item: Incoming) => ({
  network: account.network,
  account: account.id,
  accountName: account.name,
  remote: item.id,
  root: item.root,
  kind: item.kind,
  authorId: item.author.id,
  authorHandle: item.author.handle,
  authorName: item.author.name,
  text: item.text,
  pictures: item.pictures,
  permalink: item.permalink,
  visibility: item.visibility,
  replyMax: network.limits.text.most,
  windowCloses: item.windowCloses?.toString(),
  at: item.at.toString(),
  firstRead: account.first_read_at?.toString(),
});

/** Asks the networks which messages of the last days their authors have taken away. */
export async function lookForGone(house: House, reach: Reach, log: Log): Promise<void> {
  const accounts = await connectedAccounts(readerOf(house.store.read()));
  await eachOf(accounts, atOnce, (account) =>
    named(log, account, () => withdrawGone(house, reach, log, account)),
  );
}

async function withdrawGone(house: House, reach: Reach, log: Log, account: ConnectedAccount): Promise<void> {
  const { inbox } = reach.network(account.connector);
  if (!inbox.present) return;
  const since = house.clock.now().subtract({ hours: 72 });
  const recent = await recentRemotes(readerOf(house.store.read()), account.id, since);
  const remotes = recent.map((one) => one.remote);
  const gone = new Set(
    await reach
      .call(account.id)
      .then((call) => inbox.gone(call, remotes))
      .catch((error: unknown) => ifFault(error)),
  );
  for (const one of recent.filter((each) => gone.has(each.remote))) {
    await settled(log, withdraw.name, () => perform(house, withdraw, { actor, id: one.id, input: {}, door }));
  }
}

/** What cannot be asked now is asked at the next turn. */
function ifFault(error: unknown): readonly string[] {
  if (isFault(error)) return [];
  throw error;
}
