/** The parts that a network may lack: a test stands here for each, run where the network says it has the part. */
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { needed, PATIENCE, pollFor, unlikely, type World } from './world.ts';

export function showsProfiles(the: () => World): void {
  test('our own profile proves that the secret works', async () => {
    const world = the();
    const call = world.call();
    const own = await needed(world.network.profile).read(call);
    expect(own.handle).toBe(call.account.handle);
  });

  test('a wrong secret is a matter of keys', async () => {
    const call = the().call();
    const stranger = { ...call, account: { ...call.account, id: newId() }, secret: { password: 'wrong' } };
    await expect(needed(the().network.profile).read(stranger)).rejects.toMatchObject({ kind: 'keys' });
  });

  test('another account can be looked at', async () => {
    const world = the();
    const seen = await needed(world.network.profile).read(world.call(), world.stranger.handle);
    expect(seen.handle).toBe(world.stranger.handle);
  });
}

export function reports(the: () => World): void {
  test('an account and a post can be reported, and each has a number', async () => {
    const world = the();
    const report = needed(world.network.report);
    const post = await world.writes(unlikely('We are the real board'));
    await pollFor(world, post);
    const words = 'It uses our name and badge.';
    const first = await report.account(world.call(), world.stranger.handle, 'impersonation', words);
    const second = await report.post(world.call(), post, 'false-content', words);
    expect(first.id).not.toBe('');
    expect(second.id).not.toBe(first.id);
  });
}

export function searches(the: () => World): void {
  test('an account can be found by a part of its name', async () => {
    const world = the();
    const found = async () => {
      const accounts = await needed(world.network.search).accounts(world.call(), world.stranger.words, 10);
      return accounts.map((each) => each.handle);
    };
    await expect.poll(found, { timeout: PATIENCE }).toContain(world.stranger.handle);
  });
}
