import { effectQueue } from '#kernel/event.ts';
import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor } from '#kernel/rights.ts';
import { isFault } from '#networks/fault.ts';
import type { Pager, Pagers, Taken } from '#networks/pager/index.ts';
import {
  beginMessage,
  letGo,
  lookLater,
  markDelivered,
  markFailed,
  markTaken,
  messageToSend,
  stepPage,
  type MessageToSend,
} from '#features/on-call/index.ts';
import type { Jobs, Log } from './jobs.ts';
import { settled } from './reactions.ts';

/** The way to whoever is woken: the channels that are set up, and what opens a sealed number. */
export interface Waking {
  readonly pagers: Pagers;
  readonly open: (sealed: string) => string;
  /** The address that people type: links lead there. */
  readonly origin: string;
}

/** Wakes people: each message once by each channel, and the next step when its time has come. */
export async function startWaking(house: House, jobs: Jobs, waking: Waking, log: Log): Promise<void> {
  const work = (effect: string, name: string, run: (id: string) => Promise<void>) =>
    jobs.work(
      effectQueue(effect),
      async ({ ids }) => {
        const id = ids[name];
        if (typeof id === 'string') await run(id);
      },
      { concurrency: 2 },
    );
  await work('on-call.send-page', 'message', (id) => sendPage(house, waking, log, id));
  await work('on-call.look-after-page', 'message', (id) => lookAfterPage(house, waking, log, id));
  await work('on-call.next-step', 'page', async (id) => {
    await settled(log, stepPage.name, () =>
      perform(house, stepPage, { actor: systemActor('timer'), id, input: {}, door: 'worker' }),
    );
  });
}

/** One message, from lease to record. Safe to call any number of times, from any number of workers. */
export async function sendPage(house: House, waking: Waking, log: Log, id: string): Promise<void> {
  if (!(await begun(house, log, id))) return;
  const message = await messageToSend(readerOf(house.store.read()), house.policies, id);
  if (!message) return;
  const failed = (why: string) => record(house, log, markFailed, id, { attempt: message.attempt, why });
  const pager = waking.pagers.get(message.channel);
  if (!pager) return failed('not-set-up');
  const to = addressOf(waking, message);
  if (typeof to !== 'string') return failed(to.why);
  try {
    const taken = await sendOrFind(house, waking, pager, message, to);
    if (!taken) return await failed('unknown');
    const input = { remote: taken.remote, receipts: pager.fate !== undefined };
    await record(house, log, markTaken, id, input);
  } catch (error) {
    if (!isFault(error)) throw error;
    log.warn(
      { message: id, channel: message.channel, fault: error.kind, code: error.code },
      'a channel did not take a page',
    );
    await failed(error.kind === 'window-closed' ? 'refused' : error.kind);
  }
}

/** Takes it up. What nobody wants any more is let go, so that it does not stand there for ever. */
async function begun(house: House, log: Log, id: string): Promise<boolean> {
  const request = { actor: systemActor('sender'), id, input: {}, door: 'worker' } as const;
  try {
    await perform(house, beginMessage, request);
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'kernel.not-yours') throw error;
    if (error.code === 'on-call.no-longer-wanted') await record(house, log, letGo, id, {});
    return false;
  }
}

function addressOf(waking: Waking, { channel, sealedTo }: MessageToSend): string | { readonly why: string } {
  if (channel === 'team') return '';
  if (sealedTo === null) return { why: 'no-contact' };
  try {
    return waking.open(sealedTo);
  } catch {
    return { why: 'sealed' };
  }
}

/**
 * After an earlier attempt the answer may have been lost and not the message, so it is looked for, and sent
 * where it is not there. Where nobody can look it is not sent again by this channel: another one goes on.
 * @returns undefined where nobody can say.
 */
async function sendOrFind(
  house: House,
  waking: Waking,
  pager: Pager,
  message: MessageToSend,
  to: string,
): Promise<Taken | undefined> {
  const now = house.clock.now();
  if (message.attempt > 1) {
    if (!pager.find) return undefined;
    const found = await pager.find(message.id, now);
    if (found) return found;
  }
  const { subject, words, path } = message;
  const wakeup = { reference: message.id, to, subject, words, link: `${waking.origin}${path}` };
  try {
    return await pager.send(wakeup, now);
  } catch (error) {
    if (!isFault(error, 'unknown')) throw error;
    return pager.find?.(message.id, now).catch(() => undefined);
  }
}

/** Asks what became of a message that was taken. Where no receipt comes in time, another channel goes on. */
export async function lookAfterPage(house: House, waking: Waking, log: Log, id: string): Promise<void> {
  const message = await messageToSend(readerOf(house.store.read()), house.policies, id);
  const pager = message && waking.pagers.get(message.channel);
  if (!message || message.state !== 'taken' || !pager?.fate || message.remote === null) return;
  const now = house.clock.now();
  if (message.lookAt === null || Temporal.Instant.compare(message.lookAt, now) > 0) return;
  const failed = (why: string) => record(house, log, markFailed, id, { attempt: message.attempt, why });
  const fate = await pager.fate(message.remote, now).catch((error: unknown) => {
    if (isFault(error)) return 'on-its-way' as const;
    throw error;
  });
  if (fate === 'delivered') return record(house, log, markDelivered, id, {});
  if (fate === 'failed') return failed('not-delivered');
  const late = message.acceptedAt?.add({ minutes: message.receiptMinutes });
  if (!message.overdue && late && Temporal.Instant.compare(late, now) <= 0) return failed('no-receipt');
  await record(house, log, lookLater, id, {});
}

async function record(
  house: House,
  log: Log,
  command: AnyCommand,
  id: string,
  input: Record<string, unknown>,
): Promise<void> {
  await settled(log, command.name, () =>
    perform(house, command, { actor: systemActor('sender'), id, input, door: 'worker' }),
  );
}
