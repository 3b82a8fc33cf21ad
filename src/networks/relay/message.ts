/** What another system hands in: one message and how it stands now, as JSON. */
import { z } from 'zod';
import { refused } from '../fault.ts';
import type { Incoming } from '../network.ts';

export const RELAYED = [
  'direct-message',
  'comment',
  'reply',
  'mention',
  'tag',
  'review',
  'listening-find',
] as const;

const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed() && !text.includes('\0'));
const id = words(400).min(1);
const address = words(2000).refine((text) => /^https?:\/\//.test(text) && URL.canParse(text));
const moment = z.iso.datetime({ offset: true }).refine(isInstant);

/** A message, as it stands. Everything but what is needed may be left out. */
export const messageShape = z.object({
  id,
  kind: z.enum(RELAYED),
  text: words(20_000),
  author: z.object({ id, handle: words(300).optional(), name: words(300).optional() }),
  /** When its author sent it. */
  at: moment,
  /** When it came to stand as it stands here: orders what arrives out of order. Only what is new may leave it out. */
  changedAt: moment.optional(),
  parent: id.optional(),
  root: id.optional(),
  visibility: z.enum(['public', 'private']).optional(),
  permalink: address.optional(),
  pictures: z
    .array(z.object({ alt: words(5000), url: address }))
    .max(20)
    .optional(),
  /** After this the author can be written to no more. */
  windowCloses: moment.optional(),
});
export type RelayedMessage = z.infer<typeof messageShape>;

/** The calendar has the last word: a day that does not exist has a shape too. */
function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text).epochMilliseconds > 0;
  } catch {
    return false;
  }
}

const states = {
  'message.created': 'as-written',
  'message.changed': 'edited',
  'message.withdrawn': 'withdrawn',
} as const;

const deliveryShape = z.object({
  type: z.enum(['message.created', 'message.changed', 'message.withdrawn']),
  data: z.unknown(),
});
/** Of what was taken away, nothing more than that need be told. */
const withdrawnShape = messageShape.partial().required({ id: true, at: true, changedAt: true });

/** @throws NetworkFault `refused`, which holds nothing of what was sent. */
export function messageIn(body: Uint8Array): Incoming {
  const delivery = deliveryShape.safeParse(parsed(body));
  if (!delivery.success) throw unreadable('type');
  const { type, data } = delivery.data;
  if (type === 'message.withdrawn') {
    const read = withdrawnShape.safeParse(data);
    if (!read.success) throw unreadable('data');
    const { id: which, at, changedAt, author } = read.data;
    const gone = { id: which, at, changedAt, kind: 'mention' as const, text: '' };
    return incomingFrom({ ...gone, author: author ?? { id: '?' } }, 'withdrawn');
  }
  const read = messageShape.safeParse(data);
  const isOrdered = type === 'message.created' || read.data?.changedAt !== undefined;
  if (!read.success || !isOrdered) throw unreadable('data');
  return incomingFrom(read.data, states[type]);
}

const unreadable = (field: string) => refused('The delivery cannot be read.', field, 'unreadable');

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw unreadable('body');
  }
}

export function incomingFrom(message: RelayedMessage, state: Incoming['state']): Incoming {
  const { author } = message;
  const changed = message.changedAt ?? message.at;
  return {
    id: message.id,
    revision: changed,
    kind: message.kind,
    state,
    author: {
      id: author.id,
      handle: author.handle ?? author.id,
      name: author.name ?? author.handle ?? author.id,
    },
    text: message.text,
    pictures: message.pictures ?? [],
    parent: message.parent,
    root: message.root ?? message.parent,
    at: Temporal.Instant.from(message.at),
    changed: Temporal.Instant.from(changed),
    visibility: message.visibility ?? (message.kind === 'direct-message' ? 'private' : 'public'),
    permalink: message.permalink,
    windowCloses:
      message.windowCloses === undefined ? undefined : Temporal.Instant.from(message.windowCloses),
  };
}
