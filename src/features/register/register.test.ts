import { afterAll, beforeAll, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { peopleIn } from '#features/people/index.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { connectedAccount, connectAccount, enterAccount, goBlind, register, seeAgain } from './index.ts';
import { lookedFor } from './look-up.ts';
import { allAccounts, isItOurs, networks, officialAccounts } from './queries.ts';
import { verifyAccount } from './commands/entries.ts';

let at: TestHouse;
let officer: Actor;
let lead: Actor;
beforeAll(async () => {
  at = await testHouse({ rooms: [peopleIn('Europe/London'), register], now: '2026-12-25T10:00:00Z' });
  officer = at.person('Olu Officer', 'communications');
  lead = at.person('Lea Lead', 'senior-manager');
});
afterAll(() => at.close());

const door = 'api';
const entered = (over: Record<string, unknown> = {}) =>
  perform(at.house, enterAccount, {
    actor: officer,
    input: {
      network: 'x',
      kind: 'corporate',
      name: 'NHS Board',
      handle: '@Board.Official',
      purpose: 'News',
      audience: 'All',
      secondFactor: 'on',
      ...over,
    },
    door,
  });
const refusedWith = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );

test('networks are the policy’s data: states, old names, and why one is not used', async () => {
  const { networks: list } = (await askQuestion(at.house, networks, {})) as {
    networks: { id: string; name: string; state: string; why: string | null }[];
  };
  const by = new Map(list.map((one) => [one.id, one]));
  expect(by.get('x')).toMatchObject({ name: 'X (Twitter)', state: 'official' });
  expect(by.get('viva-engage')).toMatchObject({ name: 'Viva Engage (Yammer)', state: 'internal' });
  expect(by.get('snapchat')).toMatchObject({ state: 'not-used' });
  expect(by.get('snapchat')?.why).toBeTruthy();
  expect(list.filter((one) => one.state === 'official')).toHaveLength(6);
});

test('anybody may ask whether an account is ours, and never gets a guess', async () => {
  await entered();
  await entered({ kind: 'impersonating', name: 'Fake', handle: 'board.help', network: 'instagram' });
  const asked = async (account: string) =>
    ((await askQuestion(at.house, isItOurs, { input: { account } })) as { answer: string }).answer;
  expect(await asked('@board.official')).toBe('official');
  expect(await asked('https://x.com/Board.Official')).toBe('official');
  expect(await asked('https://www.instagram.com/board.official')).toBe('not-known');
  expect(await asked('https://evil.example/board.official')).toBe('not-known');
  expect(await asked('https://m.facebook.com/board.official')).toBe('not-known');
  expect(await asked('board.help')).toBe('not-ours');
  expect(await asked('board.offical')).toBe('not-known');
});

test('the public sees the hours from the record that starts the clocks, and why today is closed', async () => {
  const { hours } = (await askQuestion(at.house, officialAccounts, {})) as {
    hours: { words: string; openNow: boolean; closedToday: string | null };
  };
  expect(hours).toEqual({
    words: 'Monday to Friday, 9am to 5pm',
    openNow: false,
    closedToday: expect.stringContaining('Christmas'),
  });
});

test('a key is sealed, leaves only to the worker, and only the leads connect', async () => {
  const { id } = await entered({ handle: 'board.second' });
  const input = { connector: 'bluesky', address: 'https://network.example', key: 'canary-app-password' };
  expect(await refusedWith(perform(at.house, connectAccount, { actor: officer, id, input, door }))).toBe(
    'kernel.not-yours',
  );
  await perform(at.house, connectAccount, { actor: lead, id, input, door });
  const row = await connectedAccount(readerOf(at.house.store.read()), id);
  expect(row?.sealed_keys).not.toContain('canary');
  expect(JSON.stringify(await askQuestion(at.house, allAccounts, { actor: officer }))).not.toMatch(
    /canary|sealed|v1\./,
  );
  expect(JSON.stringify(await at.house.store.trail.find({ row: id }))).not.toContain('canary');
});

test('going blind and seeing again stand in the trail, with since when', async () => {
  const { id } = await entered({ handle: 'board.third' });
  await perform(at.house, connectAccount, {
    actor: lead,
    id,
    input: { connector: 'bluesky', address: 'https://network.example', key: 'app-password' },
    door,
  });
  const actor = systemActor('collector');
  await perform(at.house, goBlind, {
    actor,
    id,
    input: { since: '2026-12-25T09:00:00Z', why: 'keys' },
    door: 'worker',
  });
  await perform(at.house, seeAgain, { actor, id, input: {}, door: 'worker' });
  const lines = await at.house.store.trail.find({ kind: 'account', row: id, limit: 2 });
  expect(lines.map((line) => line.entry.command)).toEqual(['account.see-again', 'account.go-blind']);
  expect(lines[0]?.entry.facts['since']).toBe('2026-12-25T09:00:00Z');
});

test('a check is due again after the policy’s months', async () => {
  const { id } = await entered({ handle: 'board.fourth' });
  await perform(at.house, verifyAccount, {
    actor: officer,
    id,
    input: { how: 'site-link', secondFactor: 'on' },
    door,
  });
  const { accounts } = (await askQuestion(at.house, allAccounts, { actor: officer })) as {
    accounts: { id: string; checkDueOn: string; checkOverdue: boolean }[];
  };
  expect(accounts.find((one) => one.id === id)).toMatchObject({
    checkDueOn: '2027-06-25',
    checkOverdue: false,
  });
});

test('addresses and handles are read as people paste them', () => {
  expect(lookedFor(' @Name ')).toEqual({ handle: 'name', host: null });
  expect(lookedFor('https://www.linkedin.com/company/Board/')).toEqual({
    handle: 'board',
    host: 'linkedin.com',
  });
  expect(lookedFor('https://bsky.app/profile/board.example.org')).toEqual({
    handle: 'board.example.org',
    host: 'bsky.app',
  });
  expect(lookedFor('')).toBeUndefined();
});
