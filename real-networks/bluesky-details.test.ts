/** What only the real network can settle about Bluesky: sessions, marks in the text, pictures, blocks, refusals. */
import { AppBskyRichtextFacet, AtpAgent, AtUri, type AppBskyFeedPost } from '@atproto/api';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { newId } from '../src/kernel/ids.ts';
import { recordKey } from '../src/networks/bluesky/record-key.ts';
import { needed, outgoing, PATIENCE, pollFor, send, unlikely } from '../src/networks/contract/world.ts';
import { startFaultProxy, type FaultProxy } from '../src/networks/fault-proxy.ts';
import type { Call, Secret } from '../src/networks/network.ts';
import { blueskyWorld, type BlueskyWorld } from './bluesky-world.ts';

const network = inject('network');
/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);
let world: BlueskyWorld;
let proxy: FaultProxy;

beforeAll(async () => {
  proxy = await startFaultProxy(network.pds);
  world = await blueskyWorld(network, proxy.address, 'PT10S');
});
afterEach(() => proxy.clear());
afterAll(() => proxy.close());

const as = (secret: Secret, kept: Secret[] = []): Call => ({
  ...world.call(),
  account: { ...world.call().account, id: newId() },
  secret,
  keepSecret: async (each) => void kept.push(each),
});
const profile = () => needed(world.network.profile);

const anybody = new AtpAgent({ service: network.appView });
const shown = async (id: string) => (await anybody.getPosts({ uris: [id] })).data.posts[0];
const recordOf = async (id: string) => {
  const { host, rkey } = new AtUri(id);
  const agent = new AtpAgent({ service: network.pds });
  const { data } = await agent.com.atproto.repo.getRecord({
    repo: host,
    collection: 'app.bsky.feed.post',
    rkey,
  });
  return data.value as AppBskyFeedPost.Record;
};

describe('what is posted', () => {
  test('links, tags and handles are marked by bytes, behind letters of several bytes too', async () => {
    const text = `Café ☕: ask @${network.amy.handle} or see https://example.org/flu #flu`;
    const { id } = await send(world, outgoing(text));
    const { facets = [] } = await recordOf(id);
    const bytes = Buffer.from(text);
    const marks = facets.map(({ index, features }) => {
      const words = bytes.subarray(index.byteStart, index.byteEnd).toString();
      const [feature] = features;
      const about =
        AppBskyRichtextFacet.isMention(feature) && 'did' in feature
          ? feature.did
          : feature?.$type.split('#')[1];
      return [words, about];
    });
    expect(marks).toEqual([
      [`@${network.amy.handle}`, network.amy.did],
      ['https://example.org/flu', 'link'],
      ['#flu', 'tag'],
    ]);
  });

  test('a picture is shown with its description', async () => {
    const picture = { bytes: PNG, mime: 'image/png', alt: 'A red door', width: 1, height: 1 };
    const { id } = await send(world, outgoing(unlikely('Our new door'), { pictures: [picture] }));
    await expect.poll(() => shown(id), { timeout: PATIENCE }).toBeDefined();
    const [post] = await needed(world.network.inbox).thread(world.call(), id);
    expect(post?.pictures).toMatchObject([{ alt: 'A red door' }]);
  });

  test('120 families fit, and arrive; what the server itself finds too long it refuses, at its field', async () => {
    const families = '👨‍👩‍👧‍👦'.repeat(120);
    const { id } = await send(world, outgoing(families));
    expect((await recordOf(id)).text).toBe(families);
    const official = new AtpAgent({ service: network.pds });
    await official.login({ identifier: network.official.handle, password: network.official.password });
    await expect(official.post({ text: 'x'.repeat(301) })).rejects.toThrow(/300/);
  });

  test('it stands under the key that we chose, with the language that we write', async () => {
    const sending = outgoing(unlikely('Chosen'));
    const { id } = await send(world, sending);
    expect(new AtUri(id).rkey).toBe(recordKey(sending.key));
    expect((await recordOf(id)).langs).toEqual(['en-GB']);
  });

  test('a key that was used for other words is refused, and the first words stand', async () => {
    const first = outgoing(unlikely('Open on Friday'));
    const { id } = await send(world, first);
    const other = send(world, { ...first, text: 'Closed on Friday' });
    await expect(other).rejects.toMatchObject({ kind: 'refused', code: 'KeyUsed' });
    expect((await recordOf(id)).text).toBe(first.text);
  });

  test('a reply deep in a thread keeps the post at the top', async () => {
    const top = await send(world, outgoing(unlikely('Top')));
    const comment = await world.writes(unlikely('Comment'), top.id);
    expect((await pollFor(world, comment)).item).toMatchObject({
      kind: 'comment',
      parent: top.id,
      root: top.id,
    });
    const answer = await send(world, outgoing(unlikely('Answer'), { replyTo: comment }));
    expect((await recordOf(answer.id)).reply).toMatchObject({
      root: { uri: top.id },
      parent: { uri: comment },
    });
    await expect.poll(() => shown(answer.id), { timeout: PATIENCE }).toBeDefined();
    const deeper = await world.writes(unlikely('Deeper'), answer.id);
    expect((await pollFor(world, deeper)).item).toMatchObject({
      kind: 'reply',
      parent: answer.id,
      root: top.id,
    });
  });

  test('somebody else’s post cannot be taken down', async () => {
    const id = await world.writes(unlikely('Mine'));
    const removing = needed(world.network.publish).remove(world.call(), id);
    await expect(removing).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('what comes in', () => {
  test('words that were taken back before we read them are not handed on', async () => {
    const text = unlikely('I should not have said');
    const id = await world.writes(text);
    await pollFor(world, id);
    await world.takesBack(id);
    await expect.poll(() => shown(id), { timeout: PATIENCE }).toBeUndefined();
    const polled = await needed(world.network.inbox).poll(world.call(), undefined);
    expect(JSON.stringify(polled)).not.toContain(text);
  });

  test('who blocks us is not seen, and has taken nothing back', async () => {
    const id = await world.writes(unlikely('And now I block you'));
    await pollFor(world, id);
    const repo = { repo: network.amy.did };
    const blocking = { subject: network.official.did, createdAt: new Date().toISOString() };
    const block = await world.amy.app.bsky.graph.block.create(repo, blocking);
    const inbox = needed(world.network.inbox);
    const answer = () =>
      send(world, outgoing(unlikely('Hello?'), { replyTo: id })).catch((error: unknown) => error);
    await expect.poll(answer, { timeout: PATIENCE }).toMatchObject({ kind: 'refused', field: 'replyTo' });
    expect(await inbox.gone(world.call(), [id])).toEqual([]);
    await world.amy.app.bsky.graph.block.delete({ ...repo, rkey: new AtUri(block.uri).rkey });
    const ids = async () => (await inbox.thread(world.call(), id)).map((post) => post.id);
    await expect.poll(ids, { timeout: PATIENCE }).toContain(id);
  });

  test('a thread of what never was is empty', async () => {
    const id = `at://${network.amy.did}/app.bsky.feed.post/${recordKey(newId())}`;
    expect(await needed(world.network.inbox).thread(world.call(), id)).toEqual([]);
    expect(await needed(world.network.inbox).gone(world.call(), [id])).toEqual([id]);
  });

  test('two people hide two replies at the same moment, and both are hidden', async () => {
    const top = await send(world, outgoing(unlikely('Debate')));
    const ids = await Promise.all([
      world.writes(unlikely('One'), top.id),
      world.writes(unlikely('Two'), top.id),
    ]);
    for (const id of ids) await pollFor(world, id);
    await Promise.all(ids.map((id) => needed(needed(world.network.moderate).hide).begin(world.call(), id)));
    const hidden = async () => Promise.all(ids.map(async (id) => world.hidden?.(id)));
    await expect.poll(hidden, { timeout: PATIENCE }).toEqual([true, true]);
  });
});

describe('sessions', () => {
  test('the first call signs in and keeps the tokens; a second account object with them signs in no more', async () => {
    const kept: Secret[] = [];
    await profile().read(as({ password: network.official.password }, kept));
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(['access', 'did', 'password', 'refresh']);
    const again: Secret[] = [];
    await profile().read(as(kept[0] ?? {}, again));
    expect(again).toEqual([]);
  });

  test('an access token that has run out is renewed once for ten calls, and the new one is kept before its use', async () => {
    const kept: Secret[] = [];
    const call = as({ password: network.official.password }, kept);
    await profile().read(call);
    const held = { ...call, secret: kept[0] ?? {} };
    proxy.script({ path: /getProfile/, fault: 'expired', times: 10 });
    await Promise.all(Array.from({ length: 10 }, () => profile().read(held)));
    expect(proxy.seen().filter((each) => each.endsWith('expired'))).toHaveLength(10);
    expect(kept).toHaveLength(2);
    expect(kept[1]?.['refresh']).not.toBe(kept[0]?.['refresh']);
  });

  test('a post that was refused for its token is posted after all, once', async () => {
    const sending = outgoing(unlikely('Renewed and said'));
    proxy.script({ path: /putRecord/, fault: 'expired' });
    await send(world, sending);
    expect(await world.visible(sending.text)).toBe(1);
  });

  test('tokens that are no use any more are replaced with the app password', async () => {
    const kept: Secret[] = [];
    const { did } = network.official;
    await profile().read(
      as({ password: network.official.password, did, access: 'x.y.z', refresh: 'x.y.z' }, kept),
    );
    expect(kept).toHaveLength(1);
  });

  test('an app password that was taken back is a matter of keys', async () => {
    const official = new AtpAgent({ service: network.pds });
    await official.login({ identifier: network.official.handle, password: network.ownPassword });
    const { data } = await official.com.atproto.server.createAppPassword({ name: newId() });
    const kept: Secret[] = [];
    await profile().read(as({ password: data.password }, kept));
    await official.com.atproto.server.revokeAppPassword({ name: data.name });
    proxy.script({ path: /getProfile/, fault: 'expired' });
    await expect(profile().read(as(kept[0] ?? {}))).rejects.toMatchObject({
      name: 'NetworkFault',
      kind: 'keys',
    });
  });

  test('the account’s own password is refused without being sent', async () => {
    proxy.seen();
    proxy.script({ path: /./, fault: 'bad-gateway' });
    const complaint = await profile()
      .read(as({ password: network.ownPassword }))
      .catch((error: unknown) => error);
    expect(complaint).toMatchObject({ kind: 'keys' });
    expect(proxy.seen()).toEqual([]);
  });

  test('no fault holds a password or a token', async () => {
    const wrong = 'abcd-efgh-ijkl-mnop';
    const complaint = await profile()
      .read(as({ password: wrong }))
      .catch((error: unknown) => error);
    expect(complaint).toMatchObject({ kind: 'keys' });
    expect(JSON.stringify(complaint, Object.getOwnPropertyNames(complaint))).not.toContain(wrong);
    expect(String((complaint as Error).stack)).not.toContain(wrong);
  });
});
