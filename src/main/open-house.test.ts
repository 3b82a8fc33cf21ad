import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silent } from '#store/pool.ts';
import { emptyDatabase } from '#store/testing.ts';
import { readConfig } from '../config.ts';
import { openHouse } from './open-house.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-houses-'));
let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('five programs open the whole house over an empty server at the same moment', async () => {
  const config = readConfig({ SIGNPOST_FOLDER: folder, DATABASE_URL: database.url }, false);
  const houses = await Promise.all(
    Array.from({ length: 5 }, () => openHouse(config, { log: silent, practice: false })),
  );
  expect(await Promise.all(houses.map(({ store }) => store.healthy()))).toEqual(
    Array.from({ length: 5 }, () => true),
  );
  // What one of them signed, another knows: they share the folder's keys.
  expect(houses[0]?.store.digest('x')).toBe(houses[1]?.store.digest('x'));
  for (const house of houses) await house.close();
});
