/** The practice network's client: everything that a real network does, among people who are all invented. */
import { z } from 'zod';
import { isFault } from './fault.ts';
import type { Limits } from './limits.ts';
import { absent, present } from './network.ts';
import { moderated } from './moderate.ts';
import type {
  Call,
  Incoming,
  Network,
  Outgoing,
  Profile,
  Publish,
  Published,
  ReportWhy,
  ThreadPost,
} from './network.ts';
import type { Hold } from './moderate.ts';
import type { Fetch } from './outbound.ts';
import { practiceAsk, type Ask } from './practice-http.ts';
import { mustFit, sendOnce } from './send-once.ts';

const LIMITS: Limits = {
  text: { count: 'characters', most: 500 },
  pictures: { most: 4, bytes: 2_000_000, types: ['image/jpeg', 'image/png', 'image/webp'], alt: 1_500 },
};
const BRINGS = ['direct-message', 'comment', 'reply', 'mention', 'tag', 'review', 'listening-find'] as const;
const BATCH = 100;

const postShape = z.object({
  id: z.string(),
  by: z.string(),
  name: z.string(),
  text: z.string(),
  pictures: z.array(z.object({ alt: z.string(), file: z.string() })),
  parent: z.string().optional(),
  root: z.string().optional(),
  kind: z.enum(BRINGS).optional(),
  at: z.string(),
  state: z.enum(['as-written', 'edited', 'withdrawn']),
  changed: z.number(),
});
type PracticePost = z.infer<typeof postShape>;
const memberShape = z.object({ handle: z.string(), name: z.string(), about: z.string() });
const done = z.object({});

const own = (call: Call, ...path: string[]): string[] => ['accounts', call.account.handle, ...path];

/** @param fetch must be allowed to reach the practice server, which stands on loopback. */
export function practiceNetwork(fetch: Fetch): Network {
  const ask = practiceAsk(fetch);
  return {
    kind: 'practice',
    name: 'Practice network',
    limits: LIMITS,
    asks: [
      {
        name: 'password',
        label: 'Key',
        hint: 'Any words of eight characters or more: nothing here is real.',
      },
    ],
    profile: present({ read: (call: Call, handle?: string) => readProfile(ask, call, handle) }),
    publish: present(publishing(ask)),
    inbox: present(inboxOf(ask)),
    webhook: absent(
      'The practice network delivers nothing by itself; it is asked.',
      'Its own program, in this repository',
    ),
    moderate: present({
      hide: present(hold(ask, 'hidden')),
      restrict: present(hold(ask, 'restricted')),
      block: present(hold(ask, 'blocked')),
    }),
    report: present({
      account: (call: Call, account: string, why: ReportWhy, words: string) =>
        report(ask, call, account, why, words),
      post: (call: Call, id: string, why: ReportWhy, words: string) => report(ask, call, id, why, words),
    }),
    search: present({
      async accounts(call: Call, words: string, most: number) {
        const query = { q: words, most: String(most) };
        const shape = z.object({ accounts: z.array(memberShape) });
        const { accounts } = await ask(call, { method: 'GET', path: ['search'], query, shape });
        return accounts.map((member) => asProfile(call, member));
      },
    }),
  };
}

async function readProfile(ask: Ask, call: Call, handle: string | undefined): Promise<Profile> {
  const path = handle === undefined ? [call.account.handle, 'self'] : [handle];
  return asProfile(call, await ask(call, { method: 'GET', path: ['accounts', ...path], shape: memberShape }));
}

const asProfile = (call: Call, member: z.infer<typeof memberShape>): Profile => ({
  id: member.handle,
  ...member,
  picture: undefined,
  permalink: `${call.account.address}/accounts/${member.handle}`,
});

function publishing(ask: Ask): Publish {
  const find = async (call: Call, key: string): Promise<Published | undefined> => {
    try {
      return asPublished(
        call,
        await ask(call, { method: 'GET', path: own(call, 'posts', key), shape: postShape }),
      );
    } catch (error) {
      if (isFault(error, 'refused') && error.code === 'NotFound') return undefined;
      throw error;
    }
  };
  return {
    repeat: 'safe',
    find,
    async post(call: Call, outgoing: Outgoing) {
      mustFit(LIMITS, outgoing);
      const { key, text, replyTo } = outgoing;
      const pictures = outgoing.pictures.map(({ alt, bytes }) => ({
        alt,
        bytes: Buffer.from(bytes).toString('base64'),
      }));
      const body = { text, replyTo, pictures };
      const write = () => ask(call, { method: 'PUT', path: own(call, 'posts', key), body, shape: postShape });
      return sendOnce(
        async () => asPublished(call, await write()),
        () => find(call, key),
      );
    },
    async remove(call: Call, id: string) {
      await ask(call, { method: 'DELETE', path: own(call, 'own', id), shape: done });
    },
  };
}

const permalink = (call: Call, post: PracticePost): string => `${call.account.address}/posts/${post.id}`;

const asPublished = (call: Call, post: PracticePost): Published => ({
  state: 'published',
  id: post.id,
  permalink: permalink(call, post),
  at: Temporal.Instant.from(post.at),
});

function inboxOf(ask: Ask) {
  return {
    brings: BRINGS,
    misses: [],
    every: Temporal.Duration.from({ seconds: 5 }),
    lookBack: Temporal.Duration.from({ hours: 24 }),
    async poll(call: Call, cursor: string | undefined) {
      const query = { after: cursor ?? '0', most: String(BATCH) };
      const shape = z.object({ items: z.array(postShape), cursor: z.number(), more: z.boolean() });
      const polled = await ask(call, { method: 'GET', path: own(call, 'inbox'), query, shape });
      return {
        items: polled.items.map((post) => asIncoming(call, post)),
        cursor: String(polled.cursor),
        more: polled.more,
      };
    },
    async thread(call: Call, id: string) {
      const shape = z.object({ posts: z.array(postShape) });
      const { posts } = await ask(call, { method: 'GET', path: own(call, 'threads', id), shape });
      return posts.map((post): ThreadPost => asIncoming(call, post));
    },
    async gone(call: Call, ids: readonly string[]) {
      const shape = z.object({ ids: z.array(z.string()) });
      return (await ask(call, { method: 'POST', path: own(call, 'gone'), body: { ids }, shape })).ids;
    },
  };
}

function asIncoming(call: Call, post: PracticePost): Incoming {
  const secret = post.kind === 'direct-message';
  return {
    id: post.id,
    revision: String(post.changed),
    kind: post.kind ?? 'mention',
    state: post.state,
    author: { id: post.by, handle: post.by, name: post.name },
    text: post.text,
    pictures: post.pictures.map(({ alt, file }) => ({
      alt,
      url: `${call.account.address}/pictures/${file}`,
    })),
    parent: post.parent,
    root: post.root,
    at: Temporal.Instant.from(post.at),
    visibility: secret ? 'private' : 'public',
    permalink: secret ? undefined : permalink(call, post),
    windowCloses: undefined,
  };
}

/** @param what the server's own list: of posts, or of people. */
function hold(ask: Ask, what: 'hidden' | 'restricted' | 'blocked'): Hold {
  const set = async (call: Call, of: string, method: 'PUT' | 'DELETE') => {
    await ask(call, { method, path: own(call, what, of), shape: done });
    return moderated;
  };
  return {
    begin: (call, of) => set(call, of, 'PUT'),
    end: (call, of) => set(call, of, 'DELETE'),
    async holds(call, of) {
      const shape = z.object({ holds: z.boolean() });
      return (await ask(call, { method: 'GET', path: own(call, what, of), shape })).holds;
    },
  };
}

async function report(ask: Ask, call: Call, subject: string, why: ReportWhy, words: string) {
  const path = own(call, 'reports');
  const shape = z.object({ id: z.string(), at: z.string() });
  const { id, at } = await ask(call, { method: 'POST', path, body: { subject, why, words }, shape });
  return { id, at: Temporal.Instant.from(at) };
}
