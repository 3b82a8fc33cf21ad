/** What every network must do with what we send. */
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { needed, outgoing, send, unlikely, type World } from './world.ts';

export function publishesOnce(the: () => World): void {
  test('what is posted can be seen once, and found by its key', async () => {
    const world = the();
    const sending = outgoing(unlikely('The clinic opens at nine'));
    const published = await send(world, sending);
    expect(await world.visible(sending.text)).toBe(1);
    expect(published.id).not.toBe('');
    expect(await needed(world.network.publish).find(world.call(), sending.key)).toEqual(published);
  });

  test('nothing is found under a key that was never used', async () => {
    expect(await needed(the().network.publish).find(the().call(), newId())).toBeUndefined();
  });

  test('a key that was used posts no second time, however often it is sent', async () => {
    const world = the();
    const sending = outgoing(unlikely('Flu jabs this week'));
    const first = await send(world, sending);
    const again = await Promise.all([send(world, sending), send(world, sending), send(world, sending)]);
    expect(again.map((each) => each.id)).toEqual([first.id, first.id, first.id]);
    expect(await world.visible(sending.text)).toBe(1);
  });

  test('a key that is used three times at the same moment posts once', async () => {
    const world = the();
    const sending = outgoing(unlikely('Car park closed'));
    const [one, two, three] = await Promise.all([
      send(world, sending),
      send(world, sending),
      send(world, sending),
    ]);
    expect([two.id, three.id]).toEqual([one.id, one.id]);
    expect(await world.visible(sending.text)).toBe(1);
  });
}

export function refusesBeforeSending(the: () => World): void {
  test('a text that is too long is refused before it is sent', async () => {
    const world = the();
    const sending = outgoing('x'.repeat(world.network.limits.text.most + 1));
    await expect(needed(world.network.publish).post(world.call(), sending)).rejects.toMatchObject({
      name: 'NetworkFault',
      kind: 'refused',
      field: 'text',
    });
    expect(await world.visible(sending.text)).toBe(0);
  });

  test('a picture without a description is refused before it is sent', async () => {
    const world = the();
    const pictures = [{ bytes: new Uint8Array(8), mime: 'image/png', alt: ' ' }];
    await expect(
      needed(world.network.publish).post(world.call(), outgoing(unlikely('A picture'), { pictures })),
    ).rejects.toMatchObject({ kind: 'refused', field: 'pictures' });
  });
}

export function takesDown(the: () => World): void {
  test('what was posted can be taken down, and a second time without complaint', async () => {
    const world = the();
    const publish = needed(world.network.publish);
    const sending = outgoing(unlikely('Posted by mistake'));
    const { id } = await send(world, sending);
    await publish.remove(world.call(), id);
    await publish.remove(world.call(), id);
    expect(await world.visible(sending.text)).toBe(0);
    expect(await publish.find(world.call(), sending.key)).toBeUndefined();
  });
}

export function asksAPerson(the: () => World): void {
  test('until a person has confirmed it, nothing counts as published', async () => {
    const world = the();
    const sending = outgoing(unlikely('Open day on Friday'));
    const publish = needed(world.network.publish);
    expect(await publish.post(world.call(), sending)).toMatchObject({ state: 'by-hand', copy: sending.text });
    expect(await publish.find(world.call(), sending.key)).toBeUndefined();
  });

  test('taking down is said to be a person’s to do, rather than passed over', async () => {
    const world = the();
    const { id } = await send(world, outgoing(unlikely('Posted by mistake')));
    await expect(needed(world.network.publish).remove(world.call(), id)).rejects.toMatchObject({
      kind: 'refused',
    });
  });
}
