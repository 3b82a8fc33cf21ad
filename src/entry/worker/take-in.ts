import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import type { Incoming, Network } from '#networks/network.ts';
import { latestRead } from '#features/deliveries/index.ts';
import { change, enquiryOf, receive, withdraw } from '#features/inbox/index.ts';
import type { ConnectedAccount } from '#features/register/index.ts';

const actor = systemActor('collector');
const door = 'worker';
/** Somebody else may touch the same enquiry at the same moment; so often in a row nobody does. */
const TRIES = 5;

/**
 * Brings the inbox to how a network says that a message stands now: new, changed, or taken away. Told twice, it
 * changes nothing; told late, it brings back nothing that is gone.
 */
export async function takeIn(
  house: House,
  network: Network,
  account: ConnectedAccount,
  item: Incoming,
): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    if (!(await isLatest(house, account.id, item))) return;
    try {
      if ((await bringUpToDate(house, network, account, item)) === 'as it is') return;
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'kernel.changed-since') || tried === TRIES)
        throw error;
    }
    if (tried === TRIES) return;
  }
}

/** False where a later word about the same message was handed in and read before. */
async function isLatest(house: House, account: string, item: Incoming): Promise<boolean> {
  if (!item.changed) return true;
  const known = await latestRead(readerOf(house.store.read()), account, house.store.digest(item.id));
  return known === undefined || Temporal.Instant.compare(known, item.changed) <= 0;
}

/** One step at most. `changed` wants another look: two that come at the same moment make one enquiry, with the words of one. */
async function bringUpToDate(
  house: House,
  network: Network,
  account: ConnectedAccount,
  item: Incoming,
): Promise<'as it is' | 'changed'> {
  const which = { network: account.network, account: account.id, remote: item.id };
  const known = await enquiryOf(readerOf(house.store.read()), which);
  const gone = item.state === 'withdrawn';
  if (!known) {
    if (gone) return 'as it is';
    await perform(house, receive, { actor, input: inputFrom(network, account, item), door });
    return 'changed';
  }
  const { id, version } = known;
  if (gone) {
    if (!known.withdrawn) await perform(house, withdraw, { actor, id, version, input: {}, door });
  } else if (!known.erased && item.text !== known.text) {
    await perform(house, change, { actor, id, version, input: { text: item.text }, door });
  }
  return 'as it is';
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
