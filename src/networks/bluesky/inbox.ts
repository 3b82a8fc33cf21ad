/** What people on Bluesky write to us and about us. */
import { type Agent, AppBskyFeedDefs, type AppBskyNotificationListNotifications, AtUri } from '@atproto/api';
import type { Call, Inbox, Incoming, ThreadPost } from '../network.ts';
import { complains, guarded } from './bluesky-fault.ts';
import { continued, read, write } from './cursor.ts';
import {
  asThreadPost,
  permalinkOf,
  personIn,
  picturesIn,
  postsById,
  writtenIn,
  type PostView,
} from './posts.ts';
import type { Sessions, SignedIn } from './session.ts';

type Notification = AppBskyNotificationListNotifications.Notification;

const REASONS = ['mention', 'reply', 'quote'];
const PAGE = 100;
const MOST_PAGES = 10;
const LOOK_BACK = Temporal.Duration.from({ hours: 24 });
/** How deep below a post, and how far above it, a thread is read. */
const BELOW = 6;
const ABOVE = 80;

export function inbox(sessions: Sessions): Inbox {
  return {
    brings: ['comment', 'reply', 'mention'],
    misses: [
      {
        kind: 'direct-message',
        reason: 'Messages on Bluesky need a permission that an app password may lack; they are read by hand.',
        source: 'Bluesky’s chat service stands apart from the account’s own server',
      },
      {
        kind: 'tag',
        reason: 'People cannot be tagged in pictures on Bluesky.',
        source: 'The network’s published schema of a picture',
      },
    ],
    every: Temporal.Duration.from({ seconds: 30 }),
    lookBack: LOOK_BACK,
    async poll(call, cursor) {
      return poll(await sessions(call), call, cursor);
    },
    async thread(call, id) {
      const { agent } = await sessions(call);
      return thread(agent, call, id);
    },
    async gone(call, ids) {
      const { agent } = await sessions(call);
      const there = await postsById(agent, call, ids);
      const missing = ids.filter((id) => !there.has(id));
      const gone = await Promise.all(missing.map((id) => isGone(agent, call, id)));
      return missing.filter((_, index) => gone[index]);
    },
  };
}

async function poll(me: SignedIn, call: Call, cursor: string | undefined) {
  const { found, place, ended } = await announced(me, call, cursor);
  // An answer that also mentions us is announced twice; it is one item.
  const once = new Map(found.map((notification) => [notification.uri, notification]));
  const posts = await postsById(me.agent, call, [...once.keys()]);
  const items = [...once.values()].map((each) => asIncoming(me.did, each, posts.get(each.uri)));
  return { items, cursor: write(place), more: !ended };
}

/** The network gives the newest first, a page at a time; we go back to where we were, and then turn it round. */
async function announced({ agent }: SignedIn, call: Call, cursor: string | undefined) {
  let place = read(cursor) ?? { since: call.now.subtract(LOOK_BACK) };
  const found: Notification[] = [];
  let ended = false;
  for (let pages = 0; pages < MOST_PAGES && !ended; pages++) {
    const { page } = place;
    const asked = { limit: PAGE, reasons: REASONS, ...(page !== undefined && { cursor: page }) };
    const { data } = await guarded(call, 'read', () => agent.listNotifications(asked));
    const step = continued(place, data.notifications, data.cursor);
    found.push(...step.fresh);
    ({ place, ended } = step);
  }
  return { found: found.toReversed(), place, ended };
}

/** @param post what is there now; where it is not, the words that the notification still holds are not kept. */
function asIncoming(did: string, notification: Notification, post: PostView | undefined): Incoming {
  const written = writtenIn(notification);
  return {
    id: notification.uri,
    revision: post ? notification.cid : `${notification.cid} withdrawn`,
    kind: kindOf(did, written?.reply),
    state: post ? 'as-written' : 'withdrawn',
    author: personIn(notification.author),
    text: post ? (written?.text ?? '') : '',
    pictures: post ? picturesIn(post) : [],
    parent: written?.reply?.parent.uri,
    root: written?.reply?.root.uri,
    at: Temporal.Instant.from(notification.indexedAt),
    visibility: 'public',
    permalink: permalinkOf(notification.uri),
    windowCloses: undefined,
  };
}

/** Bluesky calls every answer a reply; an answer to a post of ours at the top is what other networks call a comment. */
function kindOf(did: string, reply: { parent: { uri: string }; root: { uri: string } } | undefined) {
  const isOurs = (id: string) => new AtUri(id).host === did;
  if (!reply || !(isOurs(reply.root.uri) || isOurs(reply.parent.uri))) return 'mention';
  return reply.parent.uri === reply.root.uri ? 'comment' : 'reply';
}

async function thread(agent: Agent, call: Call, id: string): Promise<readonly ThreadPost[]> {
  try {
    const asked = { uri: id, depth: BELOW, parentHeight: ABOVE };
    const { data } = await guarded(call, 'read', () => agent.getPostThread(asked));
    if (!AppBskyFeedDefs.isThreadViewPost(data.thread)) return [];
    const answers = below(data.thread).toSorted((one, two) => Temporal.Instant.compare(one.at, two.at));
    return [...above(data.thread), asThreadPost(data.thread.post), ...answers];
  } catch (error) {
    if (complains(error, 'NotFound')) return [];
    throw error;
  }
}

type ThreadView = AppBskyFeedDefs.ThreadViewPost;

function above(view: ThreadView): ThreadPost[] {
  const posts: ThreadPost[] = [];
  for (let parent = view.parent; AppBskyFeedDefs.isThreadViewPost(parent); parent = parent.parent) {
    posts.unshift(asThreadPost(parent.post));
  }
  return posts;
}

function below(view: ThreadView): ThreadPost[] {
  const views = (view.replies ?? []).filter((reply) => AppBskyFeedDefs.isThreadViewPost(reply));
  return views.flatMap((reply) => [asThreadPost(reply.post), ...below(reply)]);
}

/** A post whose author has blocked us is not shown to us, and yet it is there: it must not count as taken back. */
async function isGone(agent: Agent, call: Call, id: string): Promise<boolean> {
  const { host, collection, rkey } = new AtUri(id);
  try {
    await guarded(call, 'read', () => agent.com.atproto.repo.getRecord({ repo: host, collection, rkey }));
    return false;
  } catch (error) {
    if (complains(error, 'RecordNotFound', 'RepoNotFound')) return true;
    throw error;
  }
}
