import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { inbox, receive, type InboxTables } from '#features/inbox/index.ts';
import { reply as answer } from '#features/inbox/commands/reply.ts';
import { peopleIn } from '#features/people/index.ts';
import { needed, unlikely, type World } from '#networks/contract/world.ts';
import type { Network } from '#networks/network.ts';
import { practiceWorld } from '#networks/testing-practice.ts';
import { backup, restore } from '#store/backup.ts';
import type { OpenStore } from '#store/store.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import type { Reach } from './reach.ts';
import { sendReply } from './send-replies.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-sent-before-'));
const rooms = [peopleIn('Europe/London'), inbox];
const log = { info() {}, warn() {}, error() {} };
const account = newId();
let world: World;
let at: TestHouse;
let restored: TestHouse;
beforeAll(async () => {
  [world, at, restored] = await Promise.all([practiceWorld(), testHouse({ rooms }), testHouse({ rooms })]);
});
afterAll(async () => {
  await Promise.all([world.close(), at.close(), restored.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const addressOf = ({ house }: TestHouse) => (house.store as OpenStore).address;

/** The practice network as it would be if it took the same reply twice: only looking stands between us and a double. */
function forgetful(network: Network): Network {
  const publish = needed(network.publish);
  const posted = new Set<string>();
  return {
    ...network,
    publish: {
      ...publish,
      present: true,
      repeat: 'look-first',
      async post(call, outgoing) {
        const again = posted.has(outgoing.key);
        posted.add(outgoing.key);
        return publish.post(call, again ? { ...outgoing, key: newId() } : outgoing);
      },
    },
  };
}

async function written(text: string): Promise<string> {
  const remote = await world.writes('When is the clinic open?');
  const input = {
    network: 'x',
    account,
    accountName: 'Board',
    remote,
    kind: 'mention',
    authorId: 'amy',
    authorHandle: 'amy',
    authorName: 'Amy',
    text: 'When is the clinic open?',
    pictures: [],
    visibility: 'public',
    at: at.clock.now().toString(),
    firstRead: '2026-01-01T00:00:00Z',
  };
  const { id } = await perform(at.house, receive, { actor: systemActor('collector'), input, door: 'worker' });
  const officer = at.person('Olu Officer', 'communications');
  const [row] = await at.house.store
    .read<InboxTables>()
    .selectFrom('enquiries')
    .select('version')
    .where('id', '=', id)
    .execute();
  await perform(at.house, answer, {
    actor: officer,
    id,
    input: { text },
    version: row?.version,
    door: 'api',
  });
  return (await replyIn(at, id)).id;
}

const replyIn = (where: TestHouse, enquiry: string) =>
  where.house.store
    .read<InboxTables>()
    .selectFrom('replies')
    .select(['id', 'state'])
    .where('enquiry', '=', enquiry)
    .executeTakeFirstOrThrow();
const stateOf = async (where: TestHouse, id: string) =>
  (
    await where.house.store
      .read<InboxTables>()
      .selectFrom('replies')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).state;

test('a reply that was sent after a backup is not sent again after its restore', async () => {
  const network = forgetful(world.network);
  const reach: Reach = {
    network: () => network,
    networkOf: async () => network,
    call: async () => world.call(),
  };
  const [first, second] = [unlikely('Open from nine'), unlikely('Open until five')];
  const [sentSince, neverSent] = [await written(first), await written(second)];
  const file = join(folder, 'before.backup');
  await backup(addressOf(at), file);
  await sendReply(at.house, reach, log, sentSince);
  expect(await world.visible(first)).toBe(1);
  await restore(addressOf(restored), file);
  expect(await stateOf(restored, sentSince)).toBe('waiting');
  for (const id of [sentSince, neverSent]) await sendReply(restored.house, reach, log, id);
  expect([await world.visible(first), await world.visible(second)]).toEqual([1, 1]);
  expect([await stateOf(restored, sentSince), await stateOf(restored, neverSent)]).toEqual(['sent', 'sent']);
});

test('a store knows when it was last restored, and a new one knows that it never was', async () => {
  expect(await at.house.store.lastRestore()).toBeUndefined();
  expect(await restored.house.store.lastRestore()).toBeInstanceOf(Temporal.Instant);
});
