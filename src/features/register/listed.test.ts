import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askQuestion } from '#kernel/ask.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import type { Actor } from '#kernel/rights.ts';
import { addPerson, peopleIn } from '#features/people/index.ts';
import { refusedWith } from '#features/people/builders.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { enterListed } from './commands/enter-listed.ts';
import { changeAccount, closeAccount, enterAccount } from './commands/entries.ts';
import { figures } from './figures.ts';
import { register } from './index.ts';
import { missingFrom } from './listed.ts';
import { allAccounts, networks, oneAccount } from './queries.ts';
import { lacksOf, type ShownAccount } from './shown.ts';

const door = 'api';
interface Listed {
  accounts: ShownAccount[];
  more: boolean;
  notEntered: { networkName: string }[];
}

const packs = [
  {
    policy: 'icb002/1.0',
    names: ['Facebook', 'Instagram', 'LinkedIn', 'TikTok', 'X (Twitter)', 'YouTube'],
    handles: [],
    others: { snapchat: 'not-used', 'viva-engage': 'internal', bluesky: 'monitored' },
  },
  {
    policy: 'lmc-sm/2.1',
    names: ['Facebook', 'Mastodon'],
    handles: ['LochmarraCouncil'],
    others: { nextdoor: 'monitored', 'viva-engage': 'internal' },
  },
];

describe.each(packs)('the corporate accounts that $policy lists', ({ policy, names, handles, others }) => {
  let at: TestHouse;
  let officer: Actor;
  let lead: Actor;
  beforeAll(async () => {
    at = await testHouse({ rooms: [peopleIn('Europe/London'), register], policies: [policy] });
    officer = at.person('Olu Officer', 'communications');
    lead = at.person('Lea Lead', 'senior-manager');
  });
  afterAll(() => at.close());
  const enter = (actor: Actor) => refusedWith(perform(at.house, enterListed, { actor, input: {}, door }));
  const listed = async () => (await askQuestion(at.house, allAccounts, { actor: officer })) as Listed;
  const bound = () => at.house.policies.inForce(at.clock.now()).cite('register.corporate-accounts').clause;

  test('are entered together by one act of the team, and by nobody else', async () => {
    expect((await listed()).notEntered.map((one) => one.networkName).sort()).toEqual(names);
    for (const role of ['staff', 'administrator', 'auditor', 'account-holder'] as const)
      expect(await enter(at.person(`A ${role}`, role))).toBe('kernel.not-yours');
    expect(await enter(officer)).toBe('done');
    const { accounts, notEntered } = await listed();
    expect(accounts.map((one) => one.networkName).sort()).toEqual(names);
    expect(notEntered).toEqual([]);
    expect(accounts.flatMap((one) => one.handle ?? [])).toEqual(handles);
    for (const { kind, purpose, audience, connector } of accounts)
      expect({ kind, connector, said: purpose !== '' && audience !== '' }).toEqual({
        kind: 'corporate',
        connector: 'manual',
        said: true,
      });
  });

  test('stand on the networks that are official; the others are watched, internal or not used', async () => {
    const { networks: list } = (await askQuestion(at.house, networks, {})) as {
      networks: { id: string; name: string; state: string }[];
    };
    const official = list.filter((one) => one.state === 'official').map((one) => one.name);
    expect(official.sort()).toEqual(names);
    const rest = list.filter((one) => one.state !== 'official');
    expect(Object.fromEntries(rest.map((one) => [one.id, one.state]))).toEqual(others);
  });

  test('each stands in the trail by itself, under the clause that lists them', async () => {
    const lines = await at.house.store.trail.find({ command: 'account.enter-listed' });
    expect(lines.map((line) => line.entry.clause)).toEqual(names.map(() => bound()));
    expect(new Set(lines.map((line) => line.entry.row)).size).toBe(names.length);
  });

  test('a second time there is nothing to enter; only what is missing is entered again', async () => {
    expect(await enter(officer)).toBe('register.all-entered');
    const [first] = (await listed()).accounts;
    await perform(at.house, closeAccount, {
      actor: lead,
      id: first?.id ?? '',
      input: { why: 'Moved' },
      door,
    });
    expect((await listed()).notEntered).toHaveLength(1);
    expect(await enter(officer)).toBe('done');
    expect((await listed()).accounts).toHaveLength(names.length);
  });

  test('pressed by several people at the same moment, each account is entered once', async () => {
    for (let round = 0; round < 5; round += 1) {
      for (const { id } of (await listed()).accounts)
        await perform(at.house, closeAccount, { actor: lead, id, input: { why: 'Moved' }, door });
      const answers = await Promise.all([officer, lead, officer, lead, officer].map(enter));
      expect(answers.filter((one) => one === 'done')).toHaveLength(1);
      expect((await listed()).accounts).toHaveLength(names.length);
    }
  });

  test('what is missing about each is said, until it is there', async () => {
    const [first] = (await listed()).accounts;
    expect(first?.lacks).toEqual(
      expect.arrayContaining(['an owner', 'a deputy', 'a recovery contact', 'a second factor']),
    );
    const measured = await figures
      .find((one) => one.rule === 'register.owner-and-deputy')
      ?.read(
        readerOf(at.house.store.read()),
        { from: at.clock.now(), to: at.clock.now() },
        at.house.policies.inForce(at.clock.now()),
      );
    expect(measured).toMatchObject({ value: 0, of: names.length });
  });
});

describe('an account by itself', () => {
  let at: TestHouse;
  let lead: Actor;
  beforeAll(async () => {
    at = await testHouse({ rooms: [peopleIn('Europe/London'), register] });
    lead = at.person('Lea Lead', 'director');
  });
  afterAll(() => at.close());
  const entered = async (more: Record<string, unknown> = {}) =>
    (
      await perform(at.house, enterAccount, {
        actor: lead,
        input: {
          network: 'x',
          kind: 'professional',
          name: 'A nurse',
          purpose: 'News',
          audience: 'All',
          secondFactor: 'on',
          ...more,
        },
        door,
      })
    ).id;
  const shown = async (id: string) =>
    (await askQuestion(at.house, oneAccount, { actor: lead, input: { account: id } })) as ShownAccount;

  test('is shown when it is closed too, with why', async () => {
    const id = await entered();
    await perform(at.house, closeAccount, { actor: lead, id, input: { why: 'Nobody reads it' }, door });
    expect(await shown(id)).toMatchObject({ state: 'closed', closedWhy: 'Nobody reads it', lacks: [] });
  });

  test('is shown wherever it stands in a long register, and the register comes page by page', async () => {
    const ids: string[] = [];
    for (let one = 0; one < 230; one += 1) ids.push(await entered({ name: `Account ${one}` }));
    for (const id of [ids[0], ids[229]]) expect((await shown(id ?? '')).id).toBe(id);
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = (await askQuestion(at.house, allAccounts, { actor: lead, input: { after } })) as Listed;
      seen.push(...page.accounts.map((one) => one.id));
      ({ more } = page);
      after = page.accounts.at(-1)?.id;
    }
    expect(seen).toHaveLength(230);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  test('has its handle to itself on its network, however it is written', async () => {
    const id = await entered({ handle: 'Board.One' });
    expect(await refusedWith(entered({ handle: '@board.one' }))).toBe('kernel.already-there');
    expect(await refusedWith(entered({ handle: 'board.one', network: 'facebook' }))).toBe('done');
    await perform(at.house, closeAccount, { actor: lead, id, input: { why: 'Moved' }, door });
    expect(await refusedWith(entered({ handle: 'board.one' }))).toBe('done');
  });

  test('has a deputy who is not its owner', async () => {
    const { id } = await perform(at.house, addPerson, {
      actor: lead,
      input: { name: 'Olu Owner', email: 'olu@board.example', kind: 'employee' },
      door,
    });
    expect(await refusedWith(entered({ owner: id, deputy: id }))).toMatch(/deputy: Choose somebody other/);
    const account = await entered({ owner: id });
    const change = { name: 'N', purpose: 'P', audience: 'A', secondFactor: 'on', owner: id, deputy: id };
    expect(
      await refusedWith(
        perform(at.house, changeAccount, { actor: lead, id: account, version: 1, input: change, door }),
      ),
    ).toMatch(/deputy: Choose somebody other/);
  });
});

test('an account counts for its network, and two listed need two', () => {
  const listed = [{ network: 'x' }, { network: 'x' }, { network: 'facebook' }];
  expect(missingFrom(listed, ['x', 'bluesky'])).toEqual([{ network: 'x' }, { network: 'facebook' }]);
  expect(missingFrom(listed, ['facebook', 'x', 'x'])).toEqual([]);
});

test('an owner who has left is as good as none; accounts of others need nothing', () => {
  const account = {
    kind: 'corporate',
    state: 'entered',
    handle: 'h',
    owner: 'gone',
    deputy: 'here',
    custody_note: 'Vault',
    recovery_contact: 'box',
    second_factor: 'on',
  } as const;
  expect(lacksOf(account, new Set(['here']), false)).toEqual(['an owner who is still here']);
  expect(lacksOf({ ...account, kind: 'impersonating' }, new Set(), true)).toEqual([]);
});
