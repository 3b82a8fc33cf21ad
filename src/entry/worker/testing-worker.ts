import { systemClock } from '#kernel/clock.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { inboxDesk, type InboxDesk } from '#features/inbox/builders.ts';
import { conductDesk } from '#features/conduct/builders.ts';
import { conductIn } from '#features/conduct/index.ts';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { connectAccount, enterAccount, register } from '#features/register/index.ts';
import { startFaultProxy, type FaultProxy } from '#networks/fault-proxy.ts';
import type { World } from '#networks/contract/world.ts';
import type { Call, Network } from '#networks/network.ts';
import { practiceWorld } from '#networks/testing-practice.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import type { Log } from './jobs.ts';
import type { Reach } from './reach.ts';

/** The worker over a real database and a practice network, with a bad line between them when a test wants one. */
export interface TestWorker {
  readonly at: TestHouse;
  readonly desk: InboxDesk;
  readonly conduct: ReturnType<typeof conductDesk>;
  readonly world: World;
  readonly line: FaultProxy;
  /** The way to the network. @param change how the network behaves otherwise. */
  reach(change?: (network: Network) => Network, call?: (call: Call) => Call): Reach;
  /** A connected account of ours, in the register. Each has its handle there; on the network it is the same one. */
  connected(handle: string): Promise<string>;
  readonly log: Log;
  /** What the worker logged. */
  logged(): string;
  close(): Promise<void>;
}

export async function testWorker(): Promise<TestWorker> {
  let line: FaultProxy | undefined;
  const world = await practiceWorld(async (address) => {
    line = await startFaultProxy(address);
    return line.address;
  });
  if (!line) throw new Error('There is no line');
  const proxy = line;
  const at = await testHouse({
    rooms: [peopleIn('Europe/London'), register, inbox, conductIn('Europe/London')],
    now: presentSecond().toString(),
  });
  const lead: Actor = at.person('Lea Lead', 'senior-manager', 'communications');
  const lines: string[] = [];
  const say = (facts: Record<string, unknown>, message: string) =>
    void lines.push(JSON.stringify({ ...facts, message }));
  return {
    at,
    world,
    line: proxy,
    desk: inboxDesk(at, () => lead),
    conduct: conductDesk(at, () => lead),
    reach: (change = (network) => network, callOf = (call) => call) => ({
      network: () => change(world.network),
      networkOf: async () => change(world.network),
      call: async (id) => {
        const call = world.call();
        return callOf({ ...call, account: { ...call.account, id }, now: at.clock.now() });
      },
    }),
    connected: (handle) => connected(at, lead, handle, world.call().account.address),
    log: { info: say, warn: say, error: say },
    logged: () => lines.join('\n'),
    async close() {
      await at.close();
      await proxy.close();
      await world.close();
    },
  };
}

async function connected(at: TestHouse, actor: Actor, handle: string, address: string): Promise<string> {
  const { id } = await perform(at.house, enterAccount, {
    actor,
    input: {
      network: 'x',
      kind: 'corporate',
      name: 'Invented Board',
      handle,
      purpose: 'News',
      audience: 'Everybody',
      secondFactor: 'on',
    },
    door: 'api',
  });
  const input = { connector: 'practice', address, key: 'only for practice' };
  await perform(at.house, connectAccount, { actor, id, input, door: 'api' });
  return id;
}

/** The whole second that begins next: what the network has written by now lies before it. */
export const presentSecond = (): Temporal.Instant =>
  systemClock.now().round({ smallestUnit: 'second', roundingMode: 'ceil' });
