import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import { NetworkFault } from '#networks/fault.ts';
import type { Network } from '#networks/network.ts';
import { enquiryOf } from '#features/inbox/index.ts';
import { connectedAccount } from '#features/register/index.ts';
import { collectAll } from './collect.ts';
import { presentSecond, testWorker, type TestWorker } from './testing-worker.ts';

let worker: TestWorker;
let account: string;
beforeAll(async () => {
  worker = await testWorker();
  account = await worker.connected('invented.board');
});
afterAll(() => worker.close());

const now = () => worker.at.clock.set(presentSecond());
const collect = (reach = worker.reach()) => collectAll(worker.at.house, reach, worker.log);
const found = async (remote: string) =>
  enquiryOf(readerOf(worker.at.house.store.read()), { network: 'x', account, remote });
const registered = async () => {
  const row = await connectedAccount(readerOf(worker.at.house.store.read()), account);
  if (!row) throw new Error('The account is not connected');
  return row;
};
const rowOf = async (remote: string) => worker.desk.rowOf((await found(remote))?.id ?? 'none');
/** A network that fails at the n-th message of a turn, as a process does that dies there. */
const failing =
  (fault: NetworkFault) =>
  (network: Network): Network =>
    network.inbox.present
      ? {
          ...network,
          inbox: {
            ...network.inbox,
            poll: async () => {
              throw fault;
            },
          },
        }
      : network;

describe('the collector', () => {
  test('makes nothing late that was said long before we first read the account', async () => {
    const old = await worker.world.writes('Said before anybody looked');
    // We connect three days later.
    worker.at.clock.set(presentSecond().add({ hours: 72 }));
    await collect();
    const row = await rowOf(old);
    expect(row.time_basis).toBe('before-first-read');
    expect(row.received_at.equals(worker.at.clock.now())).toBe(true);
    expect((await registered()).first_read_at?.equals(worker.at.clock.now())).toBe(true);
  });
  test('takes in what somebody wrote, once, by the network’s own time, however often it is told', async () => {
    const remote = await worker.world.writes('Where is the clinic?');
    now();
    await collect();
    const { cursor } = await registered();
    await collect();
    await Promise.all([collect(), collect()]);
    expect((await registered()).cursor).toBe(cursor);
    const { rows } = await worker.desk.asks('inbox.waiting', worker.at.person('Olu', 'communications'), {
      view: 'due-next',
    });
    const same = rows.filter((row: { words: string }) => row.words === 'Where is the clinic?');
    expect(same).toHaveLength(1);
    expect(await found(remote)).toMatchObject({ withdrawn: false });
  });
  test('reads again what a crash forgot, and loses none and doubles none', async () => {
    const remotes = [
      await worker.world.writes('First of three'),
      await worker.world.writes('Second of three'),
    ];
    now();
    const dying = (network: Network): Network =>
      network.inbox.present
        ? {
            ...network,
            inbox: {
              ...network.inbox,
              async poll(call, cursor) {
                const polled = await (network.inbox.present ? network.inbox.poll(call, cursor) : undefined);
                if (!polled) throw new Error('There is no inbox');
                // The first comes in whole; at the second the process is gone, before the cursor was kept.
                return { ...polled, items: [...polled.items.slice(0, 1), undefined as never] };
              },
            },
          }
        : network;
    await expect(collect(worker.reach(dying))).rejects.toThrow();
    expect(await found(remotes[0] ?? '')).toBeDefined();
    expect(await found(remotes[1] ?? '')).toBeUndefined();
    await collect();
    expect(await found(remotes[1] ?? '')).toBeDefined();
  });
  test('follows what its author changes and takes back', async () => {
    const remote = await worker.world.writes('As it was');
    now();
    await collect();
    const { address } = worker.world.call().account;
    await fetch(`${address}/people/amy/posts/${remote}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'As it is' }),
    });
    await collect();
    expect(await rowOf(remote)).toMatchObject({ text: 'As it is', text_at_receipt: 'As it was' });
    await worker.world.takesBack(remote);
    await collect();
    expect(await rowOf(remote)).toMatchObject({ state: 'withdrawn' });
  });
  test('records each minute in which it read an account', async () => {
    worker.at.clock.set(presentSecond().add({ hours: 24 }));
    await collect();
    const day = await worker.desk.asks('inbox.day', worker.at.person('Aud', 'auditor'), {
      date: worker.at.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
    });
    expect(day.marks.filter((mark: { kind: string }) => mark.kind === 'poll')).toHaveLength(1);
  });
});

describe('an account that cannot be read', () => {
  test('is blind after five minutes without a reading, since when, and sees again by itself', async () => {
    now();
    await collect();
    const since = (await registered()).polled_at;
    const away = worker.reach(failing(new NetworkFault('away', 'It cannot be reached.')));
    worker.at.clock.set(worker.at.clock.now().add({ minutes: 5 }));
    await collect(away);
    expect((await registered()).state).toBe('connected');
    worker.at.clock.set(worker.at.clock.now().add({ seconds: 1 }));
    await collect(away);
    const blind = await registered();
    expect(blind.state).toBe('blind');
    expect(since && blind.blind_since?.equals(since)).toBe(true);
    await collect();
    expect(await registered()).toMatchObject({ state: 'connected', blind_since: null });
  });
  test('is blind at once where its keys no longer work', async () => {
    const wrong = worker.reach(undefined, (call) => ({ ...call, secret: { password: 'not this one' } }));
    await collect(wrong);
    expect((await registered()).state).toBe('blind');
    await collect();
    expect((await registered()).state).toBe('connected');
  });
  test('holds up no other', async () => {
    const other = await worker.connected('second.board');
    const remote = await worker.world.writes('For both');
    now();
    const one = worker.reach(undefined, (call) =>
      call.account.id === account ? { ...call, secret: { password: 'not this one' } } : call,
    );
    await collect(one);
    const read = readerOf(worker.at.house.store.read());
    expect(await enquiryOf(read, { network: 'x', account: other, remote })).toBeDefined();
    expect(await found(remote)).toBeUndefined();
  });
});
