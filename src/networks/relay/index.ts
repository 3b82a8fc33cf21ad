/**
 * The relay: a network of our own, through which any other system may hand in what the public wrote to it, and take
 * our replies. What it must do stands in `docs/relay.md`. Without an address of its own it only hands in, and
 * replies are given by a person.
 */
import { z } from 'zod';
import { createHash } from 'node:crypto';
import { isFault } from '../fault.ts';
import type { Limits } from '../limits.ts';
import { absent, present } from '../network.ts';
import type {
  ByHand,
  Call,
  Inbox,
  Network,
  Outgoing,
  Publish,
  Published,
  ThreadPost,
  Webhook,
} from '../network.ts';
import type { Fetch } from '../outbound.ts';
import { mustFit, sendOnce } from '../send-once.ts';
import { incomingFrom, messageIn, messageShape, RELAYED } from './message.ts';
import { moderating } from './moderating.ts';
import { hasAddress, relayAsk, type Ask } from './peer.ts';
import { isSigned } from './signature.ts';

export { secretFrom } from './signature.ts';

const LIMITS: Limits = {
  text: { count: 'characters', most: 5_000 },
  pictures: { most: 4, bytes: 2_000_000, types: ['image/jpeg', 'image/png', 'image/webp'], alt: 1_500 },
};
const ours = 'The relay is our own: docs/relay.md says what it carries';

/** @param fetch the one way out. */
export function relayNetwork(fetch: Fetch): Network {
  const ask = relayAsk(fetch);
  return {
    kind: 'relay',
    name: 'Another system, by webhook',
    limits: LIMITS,
    asks: [{ name: 'password', label: 'Secret', hint: 'Signpost makes it when the account is connected.' }],
    profile: absent('The other system shows us no profile.', ours),
    publish: present(publishing(ask)),
    inbox: present(reading(ask)),
    webhook: present(webhook),
    moderate: present(moderating(ask)),
    report: absent('The other system takes no reports from us: use the network’s own form.', ours),
    search: absent('The other system searches nothing for us.', ours),
  };
}

const webhook: Webhook = {
  genuine: (body, headers, secret, moment) =>
    isSigned(body, headers, [secret['password'], secret['before']], moment),
  id: (body, headers) => headers['webhook-id'] ?? createHash('sha256').update(body).digest('hex'),
  read: (body) => [messageIn(body)],
};

const publishedShape = z.object({
  id: z.string().min(1).max(400),
  permalink: z.url({ protocol: /^https?$/ }).optional(),
  at: z.iso.datetime({ offset: true }),
});

const asPublished = ({ id, permalink, at }: z.infer<typeof publishedShape>): Published => ({
  state: 'published',
  id,
  permalink,
  at: Temporal.Instant.from(at),
});

function publishing(ask: Ask): Publish {
  const find = async (call: Call, key: string): Promise<Published | undefined> => {
    if (!hasAddress(call)) return undefined;
    try {
      return asPublished(await ask(call, { get: { reply: key }, shape: publishedShape }));
    } catch (error) {
      if (isFault(error, 'refused') && (error.code === 'not-found' || error.code === '404')) return undefined;
      throw error;
    }
  };
  return {
    // The other system is asked to know a key again; that it does, we cannot see.
    repeat: 'look-first',
    find,
    async post(call: Call, outgoing: Outgoing) {
      mustFit(LIMITS, outgoing);
      if (!hasAddress(call)) return byHand(call, outgoing);
      const { key, text, replyTo } = outgoing;
      const pictures = outgoing.pictures.map(({ alt, bytes, mime }) => ({
        alt,
        mime,
        bytes: Buffer.from(bytes).toString('base64'),
      }));
      const post = { type: 'reply.send', key, account: call.account.handle, text, replyTo, pictures };
      return sendOnce(
        async () => asPublished(await ask(call, { post, id: key, shape: publishedShape })),
        () => find(call, key),
      );
    },
    async remove(call: Call, id: string) {
      await ask(call, { post: { type: 'reply.remove', id }, shape: z.object({}) });
    },
  };
}

const byHand = ({ account }: Call, { key, text, replyTo, pictures }: Outgoing): ByHand => ({
  state: 'by-hand',
  key,
  copy: text,
  descriptions: pictures.map((picture) => picture.alt),
  open: replyTo !== undefined && /^https?:\/\//.test(replyTo) ? replyTo : undefined,
  steps: [
    `Open the system that handed this in, as ${account.handle}.`,
    replyTo === undefined ? 'Start a new post.' : 'Open what you are answering.',
    'Paste the words as they stand.',
    ...pictures.map((_, index) => `Add picture ${index + 1} and type in its description.`),
    'Send it, and come back to confirm.',
  ],
});

const postShape = messageShape.omit({
  kind: true,
  changedAt: true,
  windowCloses: true,
  visibility: true,
  root: true,
});

function reading(ask: Ask): Inbox {
  return {
    brings: RELAYED,
    misses: [],
    every: Temporal.Duration.from({ seconds: 15 }),
    lookBack: Temporal.Duration.from({ hours: 24 }),
    readable: (account) => hasAddress({ account }),
    async poll(call, cursor) {
      if (!hasAddress(call)) return { items: [], cursor: cursor ?? '', more: false };
      const shape = z.object({
        items: z
          .array(messageShape.extend({ state: z.enum(['as-written', 'edited', 'withdrawn']) }))
          .max(200),
        cursor: z.string().max(1000),
        more: z.boolean(),
      });
      const polled = await ask(call, { get: { after: cursor ?? '' }, shape });
      return { ...polled, items: polled.items.map(({ state, ...message }) => incomingFrom(message, state)) };
    },
    async thread(call, id) {
      if (!hasAddress(call)) return [];
      const { posts } = await ask(call, {
        get: { thread: id },
        shape: z.object({ posts: z.array(postShape).max(500) }),
      });
      return posts.map((post): ThreadPost => incomingFrom({ ...post, kind: 'comment' }, 'as-written'));
    },
    async gone(call, ids) {
      if (!hasAddress(call) || ids.length === 0) return [];
      const shape = z.object({ ids: z.array(z.string()) });
      const found: string[] = [];
      // In handfuls, so that no address grows too long.
      for (let first = 0; first < ids.length; first += 20) {
        const some = ids.slice(first, first + 20);
        const { ids: taken } = await ask(call, { get: { gone: JSON.stringify(some) }, shape });
        found.push(...taken.filter((one) => some.includes(one)));
      }
      return found;
    },
  };
}
