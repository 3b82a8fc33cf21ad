import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { policyInForce, readPolicy } from '#policy/index.ts';
import { fileOf, pack } from '#policy/testing-packs.ts';
import { assurance } from './index.ts';
import { assurancePages } from './pages.tsx';

let door: TestWeb;
beforeAll(async () => {
  const document = JSON.parse(fileOf('icb002/1.0', 'policy.json')) as object;
  const next = readPolicy({
    'clauses.md': fileOf('icb002/1.0', 'clauses.md'),
    'policy.json': JSON.stringify({ ...document, version: '2.0', effective: '2026-07-01' }),
    'bindings.json': fileOf('icb002/1.0', 'bindings.json'),
  });
  const all = [pack('icb002/1.0'), next];
  door = await testWeb({
    rooms: [assurance],
    house: (house) => ({
      ...house,
      policies: { all, inForce: (at) => policyInForce(all, at), get: (id) => house.policies.get(id) },
    }),
    options: () => ({ pages: [assurancePages] }),
  });
});
afterAll(() => door.close());

test('the page of the policy says which version was in force on any past day', async () => {
  const on = async (date: string) =>
    (await door.get(`/policy?date=${date}`)).body.replaceAll(/<[^>]+>/g, ' ');
  expect(await on('2022-07-01')).toMatch(
    /On 2022-07-01[^]*version 1\.0 \(ICB002\), in force since 2022-07-01/,
  );
  expect(await on('2026-06-30')).toMatch(/On 2026-06-30[^]*version 1\.0 \(ICB002\)/);
  expect(await on('2026-07-01')).toMatch(/On 2026-07-01[^]*version 2\.0 \(ICB002\)/);
  expect(await on('2022-06-30')).toMatch(/No version of the policy was in force/);
  expect(await on('yesterday')).toMatch(/That is no date/);
});
