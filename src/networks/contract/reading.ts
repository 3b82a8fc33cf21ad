/** What every network must do with what the public writes. */
import { expect, test } from 'vitest';
import { needed, outgoing, PATIENCE, pollFor, send, unlikely, type World } from './world.ts';

export function bringsWhatIsWritten(the: () => World): void {
  test('what the public writes arrives with its words, its author and its time', async () => {
    const world = the();
    const text = unlikely('Is the walk-in centre open on Sunday?');
    const before = world.call().now.subtract({ minutes: 2 });
    const { item } = await pollFor(world, await world.writes(text));
    expect(item).toMatchObject({ text, state: 'as-written', visibility: 'public' });
    expect(item.author.handle).not.toBe('');
    expect(needed(world.network.inbox).brings).toContain(item.kind);
    expect(Temporal.Instant.compare(item.at, before)).toBe(1);
  });

  test('the order is oldest first; a kept cursor brings everything since, and an older one the same again', async () => {
    const world = the();
    const inbox = needed(world.network.inbox);
    const { polled } = await pollFor(world, await world.writes(unlikely('One')));
    const second = await world.writes(unlikely('Two'));
    await pollFor(world, second, polled.cursor);
    const third = await world.writes(unlikely('Three'));
    const { polled: later } = await pollFor(world, third, polled.cursor);
    const ids = later.items.map((item) => item.id);
    expect(ids.indexOf(second)).toBeGreaterThanOrEqual(0);
    expect(ids.indexOf(second)).toBeLessThan(ids.indexOf(third));
    const again = await inbox.poll(world.call(), polled.cursor);
    expect(again.items.map((item) => [item.id, item.revision])).toEqual(
      later.items.map((item) => [item.id, item.revision]),
    );
  });

  test('a cursor that is used up brings nothing that is not known', async () => {
    const world = the();
    const { polled } = await pollFor(world, await world.writes(unlikely('Only once')));
    const known = new Set(polled.items.map((item) => item.id));
    const next = await needed(world.network.inbox).poll(world.call(), polled.cursor);
    expect(next.items.filter((item) => !known.has(item.id))).toEqual([]);
  });

  test('what its author took back is known to be gone, and the rest is not', async () => {
    const world = the();
    const kept = await world.writes(unlikely('Kept'));
    const taken = await world.writes(unlikely('Said in haste'));
    await pollFor(world, kept);
    await pollFor(world, taken);
    await world.takesBack(taken);
    await expect
      .poll(() => needed(world.network.inbox).gone(world.call(), [kept, taken]), { timeout: PATIENCE })
      .toEqual([taken]);
  });
}

export function keepsThreads(the: () => World): void {
  test('a thread gives what stands above in the order in which it was written', async () => {
    const world = the();
    const top = await world.writes(unlikely('Top'));
    const below = await world.writes(unlikely('Below'), top);
    await pollFor(world, below);
    const ids = (await needed(world.network.inbox).thread(world.call(), below)).map((each) => each.id);
    expect(ids).toContain(below);
    expect(ids.indexOf(top)).toBe(ids.indexOf(below) - 1);
  });
}

export function repliesUnderneath(the: () => World): void {
  test('our reply lands under what it answers', async () => {
    const world = the();
    const id = await world.writes(unlikely('Where do I ring?'));
    await pollFor(world, id);
    const sending = outgoing(unlikely('Ring 111, free at any time'), { replyTo: id });
    const reply = await send(world, sending);
    expect(await world.visible(sending.text)).toBe(1);
    await expect
      .poll(() => needed(world.network.inbox).thread(world.call(), id), { timeout: PATIENCE })
      .toEqual(
        expect.arrayContaining([expect.objectContaining({ id: reply.id, parent: id, text: sending.text })]),
      );
  });

  test('a reply to what its author has taken back is refused, and says so', async () => {
    const world = the();
    const id = await world.writes(unlikely('Never mind'));
    await pollFor(world, id);
    await world.takesBack(id);
    await expect
      .poll(() => needed(world.network.inbox).gone(world.call(), [id]), { timeout: PATIENCE })
      .toEqual([id]);
    await expect(send(world, outgoing(unlikely('Thank you'), { replyTo: id }))).rejects.toMatchObject({
      kind: 'refused',
      field: 'replyTo',
    });
  });
}
