/** The parts that a network may lack: a test stands here for each, run where the network says it has the part. */
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { needed, outgoing, PATIENCE, pollFor, send, unlikely, type World } from './world.ts';

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

export function hides(the: () => World): void {
  test('a reply under our post can be hidden and shown again, each as often as one likes', async () => {
    const world = the();
    const moderate = needed(world.network.moderate);
    const hidden = (id: string) => async () => world.hidden?.(id);
    const ours = await send(world, outgoing(unlikely('Have your say')));
    const rude = await world.writes(unlikely('Something rude'), ours.id);
    const fair = await world.writes(unlikely('Something fair'), ours.id);
    await pollFor(world, rude);
    await pollFor(world, fair);
    await moderate.hide(world.call(), rude);
    await moderate.hide(world.call(), rude);
    await expect.poll(hidden(rude), { timeout: PATIENCE }).toBe(true);
    expect(await hidden(fair)()).toBe(false);
    await moderate.unhide(world.call(), rude);
    await moderate.unhide(world.call(), rude);
    await expect.poll(hidden(rude), { timeout: PATIENCE }).toBe(false);
  });

  test('what stands under nobody’s post of ours cannot be hidden', async () => {
    const world = the();
    const id = await world.writes(unlikely('On a page of my own'));
    await pollFor(world, id);
    await expect(needed(world.network.moderate).hide(world.call(), id)).rejects.toMatchObject({
      kind: 'refused',
    });
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
