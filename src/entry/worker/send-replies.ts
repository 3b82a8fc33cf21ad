import { effectQueue } from '#kernel/event.ts';
import type { House } from '#kernel/house.ts';
import { madeAt } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import { isFault, type NetworkFault } from '#networks/fault.ts';
import type { ByHand, Call, Network, Published } from '#networks/network.ts';
import {
  beginSending,
  markHeld,
  markRefused,
  markSent,
  markUnknown,
  replyToSend,
  type ReplyToSend,
} from '#features/inbox/index.ts';
import type { Jobs, Log } from './jobs.ts';
import type { Reach } from './reach.ts';

/**
 * Sends replies, each once. Claim with a lease, look first after any earlier attempt, call the network outside
 * any transaction, then record what it said. What cannot be told is shown to a person and never tried blindly.
 */
export async function startSendingReplies(house: House, jobs: Jobs, reach: Reach, log: Log): Promise<void> {
  await jobs.work(
    effectQueue('inbox.send-reply'),
    async (job) => {
      const id = job.ids['reply'];
      if (typeof id === 'string') await sendReply(house, reach, log, id);
    },
    { concurrency: 4 },
  );
}

/** One reply, from claim to record. Safe to call any number of times, from any number of workers. */
export async function sendReply(house: House, reach: Reach, log: Log, id: string): Promise<void> {
  if (!(await claimed(house, id))) return;
  const reply = await replyToSend(readerOf(house.store.read()), id);
  if (!reply) return;
  let network: Network | undefined;
  try {
    network = await reach.networkOf(reply.account);
    const call = await reach.call(reply.account);
    const sent = await sendOrFind(network, call, reply, await mayBeThere(house, reply));
    await record(house, id, reply, sent);
  } catch (error) {
    if (!isFault(error)) throw error;
    await recordFault(house, log, network, reply, error);
  }
}

async function claimed(house: House, id: string): Promise<boolean> {
  try {
    await perform(house, beginSending, { actor: systemActor('sender'), id, input: {}, door: 'worker' });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code !== 'kernel.not-yours') return false;
    throw error;
  }
}

/**
 * After an earlier attempt the answer may have been lost, not the reply. And a reply that is older than a restore
 * may have been sent between the backup and the restore: the attempt that sent it was lost with its record.
 */
async function mayBeThere(house: House, reply: ReplyToSend): Promise<boolean> {
  if (reply.attempt > 1) return true;
  const restored = await house.store.lastRestore();
  return restored !== undefined && Temporal.Instant.compare(madeAt(reply.id), restored) <= 0;
}

async function sendOrFind(
  network: Network,
  call: Call,
  reply: ReplyToSend,
  mayBe: boolean,
): Promise<Published | ByHand> {
  const { publish } = network;
  if (!publish.present) throw new Error(`${network.name} cannot publish: ${publish.reason}`);
  if (mayBe) {
    const found = await publish.find(call, reply.id);
    if (found) return found;
  }
  return publish.post(call, {
    key: reply.id,
    text: reply.text,
    pictures: [],
    ...(reply.parent === null ? {} : { replyTo: reply.parent }),
  });
}

async function record(house: House, id: string, reply: ReplyToSend, sent: Published | ByHand): Promise<void> {
  const actor = systemActor('sender');
  if (sent.state === 'by-hand') {
    await perform(house, markHeld, {
      actor,
      id,
      input: { attempt: reply.attempt, why: 'by-hand' },
      door: 'worker',
    });
    return;
  }
  const input = {
    attempt: reply.attempt,
    remote: sent.id,
    permalink: sent.permalink ?? '',
    at: sent.at.toString(),
  };
  await perform(house, markSent, { actor, id, input, door: 'worker' });
}

async function recordFault(
  house: House,
  log: Log,
  network: Network | undefined,
  reply: ReplyToSend,
  fault: NetworkFault,
): Promise<void> {
  log.warn(
    { reply: reply.id, account: reply.account, fault: fault.kind, code: fault.code },
    'the network did not take a reply',
  );
  const request = { actor: systemActor('sender'), id: reply.id, door: 'worker' } as const;
  const attempt = reply.attempt;
  const repeatable = network?.publish.present === true && network.publish.repeat === 'safe' && attempt < 6;
  switch (fault.kind) {
    case 'refused':
    case 'window-closed':
      await perform(house, markRefused, { ...request, input: { attempt, reason: fault.message } });
      return;
    case 'busy':
    case 'away':
      await perform(house, markHeld, {
        ...request,
        input: { attempt, why: fault.kind, until: retryAt(house, attempt, fault) },
      });
      return;
    case 'keys':
      await perform(house, markHeld, {
        ...request,
        input: { attempt, why: 'keys', until: retryAt(house, attempt, fault) },
      });
      return;
    case 'unknown':
      // Where the network itself makes a repeat harmless, repeating settles it; elsewhere a person must look.
      if (repeatable)
        await perform(house, markHeld, {
          ...request,
          input: { attempt, why: 'unknown', until: retryAt(house, attempt, fault) },
        });
      else await perform(house, markUnknown, { ...request, input: { attempt } });
  }
}

/** The network's own moment, or a back-off of 15 s doubling to 16 minutes. */
function retryAt(house: House, attempt: number, fault: NetworkFault): string {
  if (fault.until) return fault.until.toString();
  const seconds = Math.min(15 * 2 ** Math.max(0, attempt - 1), 960);
  return house.clock.now().add({ seconds }).toString();
}
