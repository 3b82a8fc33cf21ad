import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import { NetworkFault } from '#networks/fault.ts';
import type { Call, Inbox, Network } from '#networks/network.ts';
import { enquiryOf } from '#features/inbox/index.ts';
import { collectAll, lookForGone } from './collect.ts';
import type { Reach } from './reach.ts';
import { presentSecond, testWorker, type TestWorker } from './testing-worker.ts';

let worker: TestWorker;
const accounts: string[] = [];
beforeAll(async () => {
  worker = await testWorker();
  for (let one = 1; one <= 9; one += 1) accounts.push(await worker.connected(`board.${one}`));
});
afterAll(() => worker.close());

const writes = async (text: string) => {
  const remote = await worker.world.writes(text);
  worker.at.clock.set(presentSecond());
  return remote;
};
const found = (account: string, remote: string) =>
  enquiryOf(readerOf(worker.at.house.store.read()), { network: 'x', account, remote });
const readBy = async (remote: string) => {
  const known = await Promise.all(accounts.map((account) => found(account, remote)));
  return accounts.filter((_, place) => known[place] !== undefined);
};
const polledAs =
  (poll: (inbox: Inbox, call: Call, cursor?: string) => ReturnType<Inbox['poll']>) =>
  (network: Network): Network => {
    const { inbox } = network;
    if (!inbox.present) return network;
    return { ...network, inbox: { ...inbox, poll: (call, cursor) => poll(inbox, call, cursor) } };
  };
const collect = (reach: Reach) => collectAll(worker.at.house, reach, worker.log);

describe('many accounts', () => {
  test('are all read in one turn, four at once and never more', async () => {
    const remote = await writes('For every board');
    let [now, most] = [0, 0];
    const counted = polledAs(async (inbox, call, cursor) => {
      now += 1;
      most = Math.max(most, now);
      return inbox.poll(call, cursor).finally(() => (now -= 1));
    });
    await collect(worker.reach(counted));
    expect(most).toBe(4);
    expect(await readBy(remote)).toEqual(accounts);
  });

  test('one at which our own program fails stops none, is named in the log, and is no success', async () => {
    const [first = '', ...others] = accounts;
    const remote = await writes('While one is broken');
    const broken = polledAs(async (inbox, call, cursor) => {
      const polled = await inbox.poll(call, cursor);
      return call.account.id === first ? { ...polled, items: [undefined as never] } : polled;
    });
    await expect(collect(worker.reach(broken))).rejects.toThrow(TypeError);
    expect(await readBy(remote)).toEqual(others);
    expect(worker.logged()).toMatch(new RegExp(`"account":"${first}","error":"TypeError"`));
  });
});

describe('what its author took away', () => {
  let remote: string;
  beforeEach(async () => {
    remote = await writes('Soon gone');
    await collect(worker.reach());
    await worker.world.takesBack(remote);
  });
  const goneAt = async () => {
    const known = await Promise.all(accounts.map((account) => found(account, remote)));
    return accounts.filter((_, place) => known[place]?.withdrawn === true);
  };

  test('is found for every account but the one whose keys no longer work', async () => {
    const [first = '', ...others] = accounts;
    const reach = worker.reach();
    const keyless: Reach = {
      ...reach,
      async call(account) {
        if (account === first) throw new NetworkFault('keys', 'The account is not connected.');
        return reach.call(account);
      },
    };
    await lookForGone(worker.at.house, keyless, worker.log);
    expect(await goneAt()).toEqual(others);
    await lookForGone(worker.at.house, reach, worker.log);
    expect(await goneAt()).toEqual(accounts);
  });
});
