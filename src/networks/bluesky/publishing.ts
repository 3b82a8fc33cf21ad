/** Posts and replies on Bluesky: each under a record key of ours, which the network gives away only once. */
import { type Agent, AppBskyFeedPost, AtUri, RichText } from '@atproto/api';
import { refused } from '../fault.ts';
import type { Call, Outgoing, OutgoingPicture, Published, Publish } from '../network.ts';
import { mustFit, sendOnce } from '../send-once.ts';
import { complains, guarded } from './bluesky-fault.ts';
import { blueskyLimits } from './bluesky-limits.ts';
import { onePost, permalinkOf, rootOf } from './posts.ts';
import { recordKey } from './record-key.ts';
import type { Sessions, SignedIn } from './session.ts';

const collection = 'app.bsky.feed.post';

/** @param language of what we write, as BCP 47. */
export function publishing(sessions: Sessions, language: string): Publish {
  return {
    repeat: 'safe',
    async post(call, outgoing) {
      mustFit(blueskyLimits, outgoing);
      const me = await sessions(call);
      const record = await composed(me.agent, call, outgoing, language);
      const write = () => put(me, call, outgoing.key, record);
      return sendOnce(write, async () => same(await find(me, call, outgoing.key), record));
    },
    async find(call, key) {
      return (await find(await sessions(call), call, key))?.published;
    },
    async remove(call, id) {
      const { agent, did } = await sessions(call);
      const { host, rkey } = new AtUri(id);
      if (host !== did) throw refused('Only what this account posted itself can be taken down.');
      await guarded(call, 'write', () =>
        agent.com.atproto.repo.deleteRecord({ repo: did, collection, rkey }),
      );
    },
  };
}

async function composed(
  agent: Agent,
  call: Call,
  outgoing: Outgoing,
  language: string,
): Promise<AppBskyFeedPost.Record> {
  const parent =
    outgoing.replyTo === undefined ? undefined : await onePost(agent, call, outgoing.replyTo, 'replyTo');
  const words = new RichText({ text: outgoing.text });
  // Links, tags and handles are marked by byte offsets; a handle that nobody has stays plain words.
  await guarded(call, 'read', () => words.detectFacets(agent));
  const images = await Promise.all(outgoing.pictures.map((picture) => uploaded(agent, call, picture)));
  return {
    $type: collection,
    text: words.text,
    langs: [language],
    createdAt: call.now.toString({ fractionalSecondDigits: 3 }),
    ...(words.facets && { facets: words.facets }),
    ...(parent && { reply: { parent: { uri: parent.uri, cid: parent.cid }, root: rootOf(parent) } }),
    ...(images.length > 0 && { embed: { $type: 'app.bsky.embed.images', images } }),
  };
}

async function uploaded(agent: Agent, call: Call, { bytes, mime, alt, width, height }: OutgoingPicture) {
  // A picture that no post shows is nobody's loss, so that a lost answer here may simply be asked for again.
  const { data } = await guarded(call, 'read', () => agent.uploadBlob(bytes, { encoding: mime }));
  return { image: data.blob, alt, ...(width && height && { aspectRatio: { width, height } }) };
}

async function put(
  me: SignedIn,
  call: Call,
  key: string,
  record: AppBskyFeedPost.Record,
): Promise<Published> {
  const rkey = recordKey(key);
  try {
    // `swapRecord: null` says: only where nothing stands under this key.
    const input = { repo: me.did, collection, rkey, record: { ...record }, swapRecord: null };
    const { data } = await guarded(call, 'write', () => me.agent.com.atproto.repo.putRecord(input));
    return asPublished(data.uri, record);
  } catch (error) {
    if (!complains(error, 'InvalidSwap')) throw error;
    const before = same(await find(me, call, key), record);
    if (before) return before;
    throw error;
  }
}

interface Found {
  readonly published: Published;
  readonly record: AppBskyFeedPost.Record;
}

async function find({ agent, did }: SignedIn, call: Call, key: string): Promise<Found | undefined> {
  try {
    const asked = { repo: did, collection, rkey: recordKey(key) };
    const { data } = await guarded(call, 'read', () => agent.com.atproto.repo.getRecord(asked));
    if (!AppBskyFeedPost.isRecord(data.value)) return undefined;
    const record = data.value as AppBskyFeedPost.Record;
    return { published: asPublished(data.uri, record), record };
  } catch (error) {
    if (complains(error, 'RecordNotFound')) return undefined;
    throw error;
  }
}

/** @throws refused where the key was used for something else: then this was not said, and must not count as said. */
function same(found: Found | undefined, record: AppBskyFeedPost.Record): Published | undefined {
  if (!found) return undefined;
  if (found.record.text === record.text && found.record.reply?.parent.uri === record.reply?.parent.uri)
    return found.published;
  throw refused('This key was used for other words.', 'key', 'KeyUsed');
}

const asPublished = (id: string, record: AppBskyFeedPost.Record): Published => ({
  state: 'published',
  id,
  permalink: permalinkOf(id),
  at: Temporal.Instant.from(record.createdAt),
});
