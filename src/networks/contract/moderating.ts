/** What can be done about what the public writes: each measure of a network is begun and ended twice, and is so once. */
import { describe, expect, test } from 'vitest';
import type { Hold } from '../moderate.ts';
import { needed, outgoing, PATIENCE, pollFor, send, unlikely, type Measure, type World } from './world.ts';

/** A measure of this network. @throws the reason where it has none. */
const measureOf = (world: World, measure: Measure): Hold => needed(needed(world.network.moderate)[measure]);

/** Under a post of ours: what somebody wrote, and the person. */
async function under(world: World, words: string): Promise<{ ours: string; theirs: string }> {
  const { id: ours } = await send(world, outgoing(unlikely('Have your say')));
  const theirs = await world.writes(unlikely(words), ours);
  await pollFor(world, theirs);
  return { ours, theirs };
}

export function moderates(the: () => World, measures: readonly Measure[]): void {
  test('it has the measures that it claims, and says of the others why not and how that is known', () => {
    const moderate = needed(the().network.moderate);
    const all = ['hide', 'restrict', 'block'] as const;
    expect(all.filter((one) => moderate[one].present)).toEqual(all.filter((one) => measures.includes(one)));
    for (const part of all.map((one) => moderate[one]).filter((one) => !one.present)) {
      expect(part.reason).toMatch(/^[A-Z].*\.$/);
      expect(part.source.length).toBeGreaterThan(10);
    }
  });
  test.each(measures)(
    '%s: begun twice it is so once, ended twice it is over, and it says which',
    async (one) => {
      const world = the();
      const { theirs } = await under(world, 'Something to be dealt with');
      const of = one === 'hide' ? theirs : world.writer;
      const hold = measureOf(world, one);
      const holds = () => hold.holds(world.call(), of);
      expect(await holds()).toBe(false);
      for (const way of ['begin', 'begin', 'end', 'end'] as const) {
        expect(await finished(world, one, of, way)).toEqual({ state: 'done' });
        await expect.poll(holds, { timeout: PATIENCE }).toBe(way === 'begin');
      }
    },
  );
}

/** Begun or ended, with a person's help where the network is worked by hand. */
async function finished(world: World, measure: Measure, of: string, way: 'begin' | 'end') {
  const hold = measureOf(world, measure);
  const first = await hold[way](world.call(), of);
  if (first.state === 'done') return first;
  expect(first.steps.length).toBeGreaterThan(2);
  world.finishMeasure?.(measure, of, way === 'begin');
  return hold[way](world.call(), of);
}

export function hides(the: () => World): void {
  describe('hiding', () => {
    test('the public does not see it, sees what others wrote, and sees it again afterwards', async () => {
      const world = the();
      const { ours, theirs } = await under(world, 'Something rude');
      const fair = await world.writes(unlikely('Something fair'), ours);
      await pollFor(world, fair);
      const hidden = (id: string) => async () => world.hidden?.(id);
      await measureOf(world, 'hide').begin(world.call(), theirs);
      await expect.poll(hidden(theirs), { timeout: PATIENCE }).toBe(true);
      expect(await hidden(fair)()).toBe(false);
      await measureOf(world, 'hide').end(world.call(), theirs);
      await expect.poll(hidden(theirs), { timeout: PATIENCE }).toBe(false);
    });
    test('what stands under nobody’s post of ours cannot be hidden', async () => {
      const world = the();
      const id = await world.writes(unlikely('On a page of my own'));
      await pollFor(world, id);
      await expect(measureOf(world, 'hide').begin(world.call(), id)).rejects.toMatchObject({
        kind: 'refused',
      });
    });
  });
}

export function restricts(the: () => World): void {
  test('what somebody restricted writes reaches us, and others do not see it', async () => {
    const world = the();
    const { ours } = await under(world, 'The first');
    await measureOf(world, 'restrict').begin(world.call(), world.writer);
    const second = await world.writes(unlikely('The second'), ours);
    await pollFor(world, second);
    await expect.poll(async () => world.hidden?.(second), { timeout: PATIENCE }).toBe(true);
    await measureOf(world, 'restrict').end(world.call(), world.writer);
    const third = await world.writes(unlikely('The third'), ours);
    await pollFor(world, third);
    expect(await world.hidden?.(third)).toBe(false);
  });
}

export function blocks(the: () => World): void {
  test('somebody blocked is shut out, and no longer so when it ends', async () => {
    const world = the();
    await under(world, 'The last straw');
    const block = measureOf(world, 'block');
    await block.begin(world.call(), world.writer);
    await expect.poll(async () => world.shutOut?.(), { timeout: PATIENCE }).toBe(true);
    await block.end(world.call(), world.writer);
    await expect.poll(async () => world.shutOut?.(), { timeout: PATIENCE }).toBe(false);
  });
}
