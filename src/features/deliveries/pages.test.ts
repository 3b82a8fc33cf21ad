import { afterAll, beforeAll, expect, test } from 'vitest';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { wholeHouse, type WholeHouse } from '../../main/testing/whole-house.ts';
import { everyRole, type Visitor } from '../../main/testing/visitors.ts';
import { keepDelivery, setAside } from './index.ts';

let at: WholeHouse;
let all: Visitor;
let reference: string;
beforeAll(async () => {
  at = await wholeHouse();
  all = await everyRole(at);
  const actor = systemActor('collector');
  const body = Buffer.from('Unmistakable words').toString('base64');
  const input = { network: 'relay', account: all.id, accountName: 'Help desk', delivery: 'digest', body };
  const kept = await perform(at.house, keepDelivery, { actor, input, door: 'worker' });
  reference = kept.id;
  await perform(at.house, setAside, { actor, id: kept.id, input: { why: 'unreadable' }, door: 'worker' });
}, 120_000);
afterAll(() => at.close());

const page = async (url: string) => (await at.send({ url, headers: all.headers })).body;

test('what could not be read stands on the page of today and on its own, by reference, without a word of it', async () => {
  expect(await page('/')).toMatch(/A delivery of another system could not be\s+read, for Help desk/);
  const own = await page('/deliveries');
  expect(own).toContain(reference.slice(-12));
  expect(own).toMatch(/It cannot be read.*Read it again.*Put away for good/s);
  const asked = await page('/api/deliveries/state');
  for (const shown of [own, asked, await page('/')]) expect(shown).not.toMatch(/Unmistakable|VW5taXN0/);
});

test('put away it is gone from both, and its bytes with it', async () => {
  const url = `/do/delivery.put-away/${reference}`;
  expect((await at.submit(url, all.headers, '')).statusCode).toBe(303);
  expect(await page('/')).not.toContain('could not be');
  const { rows } = await at.store.plainPool.query('select body, wipe_at from deliveries');
  expect(rows).toEqual([{ body: null, wipe_at: null }]);
});
