/** Hides replies under our own posts. The network keeps the list of them in a record beside the post at the top. */
import { AppBskyFeedThreadgate, AtUri } from '@atproto/api';
import { refused } from '../fault.ts';
import { absent, present, type Call } from '../network.ts';
import { moderated, type Hold, type Moderate } from '../moderate.ts';
import { blocking } from './blocking.ts';
import { complains, guarded } from './bluesky-fault.ts';
import { onePost, rootOf } from './posts.ts';
import type { Sessions, SignedIn } from './session.ts';

const collection = 'app.bsky.feed.threadgate';
const MOST_HIDDEN = 300;
const ATTEMPTS = 3;

export function moderating(sessions: Sessions): Moderate {
  return {
    hide: present(hiding(sessions)),
    // Muting would do it, and would keep what they write from our inbox too: whoever is in danger must be heard.
    restrict: absent(
      'On Bluesky this would also keep what they write from us, and nobody would see a cry for help.',
      'The network’s published methods: muting is all that it has, and it leaves muted people out of notifications',
    ),
    block: present(blocking(sessions)),
  };
}

function hiding(sessions: Sessions): Hold {
  const change = async (call: Call, id: string, hidden: boolean) => {
    const me = await sessions(call);
    const root = rootOf(await onePost(me.agent, call, id)).uri;
    if (new AtUri(root).host !== me.did || root === id) {
      throw refused('Only replies under a post of this account can be hidden.', undefined, 'NotYours');
    }
    await changed(me, call, root, (list) =>
      hidden ? [...new Set([...list, id])] : list.filter((each) => each !== id),
    );
    return moderated;
  };
  return {
    begin: (call, id) => change(call, id, true),
    end: (call, id) => change(call, id, false),
    async holds(call, id) {
      const me = await sessions(call);
      const root = rootOf(await onePost(me.agent, call, id)).uri;
      const gate = new AtUri(root).host === me.did ? await gateOf(me, call, root) : undefined;
      return gate?.record.hiddenReplies?.includes(id) ?? false;
    },
  };
}

type Change = (hidden: readonly string[]) => string[];

/** Reads the list, changes it and writes it back, unless somebody else changed it meanwhile: then once more. */
async function changed(me: SignedIn, call: Call, root: string, change: Change): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const gate = await gateOf(me, call, root);
    const before = gate?.record.hiddenReplies ?? [];
    const hiddenReplies = change(before);
    if (hiddenReplies.length === before.length) return;
    if (hiddenReplies.length > MOST_HIDDEN)
      throw refused(`Bluesky hides at most ${MOST_HIDDEN} replies under one post.`);
    const createdAt = call.now.toString({ fractionalSecondDigits: 3 });
    const record = { $type: collection, post: root, createdAt, ...gate?.record, hiddenReplies };
    const { rkey } = new AtUri(root);
    const input = { repo: me.did, collection, rkey, record, swapRecord: gate?.cid ?? null };
    try {
      await guarded(call, 'write', () => me.agent.com.atproto.repo.putRecord(input));
      return;
    } catch (error) {
      if (!complains(error, 'InvalidSwap') || attempt === ATTEMPTS) throw error;
    }
  }
}

interface Gate {
  readonly cid: string;
  readonly record: AppBskyFeedThreadgate.Record;
}

async function gateOf({ agent, did }: SignedIn, call: Call, root: string): Promise<Gate | undefined> {
  try {
    const asked = { repo: did, collection, rkey: new AtUri(root).rkey };
    const { data } = await guarded(call, 'read', () => agent.com.atproto.repo.getRecord(asked));
    if (!data.cid || !AppBskyFeedThreadgate.isRecord(data.value)) return undefined;
    return { cid: data.cid, record: data.value as AppBskyFeedThreadgate.Record };
  } catch (error) {
    if (complains(error, 'RecordNotFound')) return undefined;
    throw error;
  }
}
