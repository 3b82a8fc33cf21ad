/** What every network must do on a bad line, with a proxy in between that makes the line bad. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FaultProxy, ProxyFault, ScriptedFault } from '../fault-proxy.ts';
import { needed, outgoing, PATIENCE, pollFor, send, unlikely, type World } from './world.ts';

type Place = Pick<ScriptedFault, 'method' | 'path'>;

export interface FaultyWorld extends World {
  /** Between `network` and its server. `writes`, `takesBack` and `visible` go past it. */
  readonly proxy: FaultProxy;
  /** The requests that create a post, find one by its key, and poll. */
  readonly at: { readonly write: Place; readonly find: Place; readonly poll: Place };
}

/** Needs an outbound deadline of a second or less, so that the dripping answers do not hold up the tests. */
export function describeOnABadLine(name: string, setUp: () => Promise<FaultyWorld>): void {
  describe(`the network contract on a bad line: ${name}`, () => {
    let world: FaultyWorld | undefined;
    const the = (): FaultyWorld => {
      if (!world) throw new Error('The network has not been set up');
      return world;
    };
    beforeAll(async () => {
      world = await setUp();
    });
    afterEach(() => {
      world?.proxy.clear();
    });
    afterAll(() => world?.close());

    writesThatLanded(the);
    writesThatDidNot(the);
    readsThatFail(the);
  });
}

const landed: ProxyFault[] = ['answer-lost', 'truncated', 'bad-gateway-after', 'slow-drip'];
const neverArrived: ProxyFault[] = ['reset', 'bad-gateway'];

function writesThatLanded(the: () => FaultyWorld): void {
  test.each(landed)('%s after the write: it looks, finds it, and the public sees it once', async (fault) => {
    const world = the();
    const sending = outgoing(unlikely(`Said once, ${fault}`));
    world.proxy.script({ ...world.at.write, fault });
    const published = await send(world, sending);
    expect(world.proxy.seen()).toHaveLength(1);
    expect(await world.visible(sending.text)).toBe(1);
    expect(await needed(world.network.publish).find(world.call(), sending.key)).toEqual(published);
  });

  test('a reply whose answer was lost is under what it answers, once', async () => {
    const world = the();
    const id = await world.writes(unlikely('Are you there?'));
    await pollFor(world, id);
    const sending = outgoing(unlikely('We are'), { replyTo: id });
    world.proxy.script({ ...world.at.write, fault: 'answer-lost' });
    const { id: reply } = await send(world, sending);
    await send(world, sending);
    expect(await world.visible(sending.text)).toBe(1);
    const under = async () => {
      const thread = await needed(world.network.inbox).thread(world.call(), id);
      return thread.filter((post) => post.parent === id).map((post) => post.id);
    };
    await expect.poll(under, { timeout: PATIENCE }).toEqual([reply]);
  });

  test('where the looking fails as well it says that it does not know; looking later tells, and sending again is harmless', async () => {
    const world = the();
    const publish = needed(world.network.publish);
    const sending = outgoing(unlikely('Known later'));
    world.proxy.script(
      { ...world.at.write, fault: 'answer-lost' },
      { ...world.at.find, fault: 'reset', times: 2 },
    );
    await expect(send(world, sending)).rejects.toMatchObject({ name: 'NetworkFault', kind: 'unknown' });
    world.proxy.clear();
    expect(await world.visible(sending.text)).toBe(1);
    const found = await publish.find(world.call(), sending.key);
    expect(await send(world, sending)).toEqual(found);
    expect(await world.visible(sending.text)).toBe(1);
  });
}

function writesThatDidNot(the: () => FaultyWorld): void {
  test.each(neverArrived)(
    '%s before the write: it does not claim to know, and the same key makes it good',
    async (fault) => {
      const world = the();
      const sending = outgoing(unlikely(`Second time lucky, ${fault}`));
      world.proxy.script({ ...world.at.write, fault });
      await expect(send(world, sending)).rejects.toMatchObject({ name: 'NetworkFault', kind: 'unknown' });
      expect(await world.visible(sending.text)).toBe(0);
      await send(world, sending);
      expect(await world.visible(sending.text)).toBe(1);
    },
  );

  test('asked to wait, it says until when, and has written nothing', async () => {
    const world = the();
    const sending = outgoing(unlikely('Too fast'));
    world.proxy.script({ ...world.at.write, fault: 'busy', seconds: 120 });
    const call = world.call();
    const complaint = await needed(world.network.publish)
      .post(call, sending)
      .catch((error: unknown) => error);
    expect(complaint).toMatchObject({ name: 'NetworkFault', kind: 'busy' });
    const { until } = complaint as { until: Temporal.Instant };
    expect(call.now.until(until).total('seconds')).toBeGreaterThanOrEqual(119);
    expect(call.now.until(until).total('seconds')).toBeLessThanOrEqual(130);
    expect(await world.visible(sending.text)).toBe(0);
  });
}

function readsThatFail(the: () => FaultyWorld): void {
  test.each<ProxyFault>([...landed, ...neverArrived])('%s while polling: nothing is lost', async (fault) => {
    const world = the();
    const { polled } = await pollFor(world, await world.writes(unlikely('Before')));
    const id = await world.writes(unlikely('While the line was bad'));
    world.proxy.script({ ...world.at.poll, fault });
    await expect(needed(world.network.inbox).poll(world.call(), polled.cursor)).rejects.toMatchObject({
      name: 'NetworkFault',
      kind: 'away',
    });
    expect((await pollFor(world, id, polled.cursor)).item.id).toBe(id);
  });
}
