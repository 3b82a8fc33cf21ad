/** What can happen on the practice network, as lines of its log. Nothing else is kept: the rest is worked out. */
import { z } from 'zod';

export const kinds = [
  'direct-message',
  'comment',
  'reply',
  'mention',
  'tag',
  'review',
  'listening-find',
] as const;

const picture = z.object({ alt: z.string(), file: z.string() });

const post = z.object({
  what: z.literal('post'),
  id: z.string(),
  by: z.string(),
  text: z.string(),
  pictures: z.array(picture),
  parent: z.string().optional(),
  root: z.string().optional(),
  /** Where an account wrote it: the key under which it can be written only once, and a digest of what it was. */
  key: z.string().optional(),
  digest: z.string().optional(),
  /** Where somebody wrote to or about an account: whose inbox it is in, and as what. */
  to: z.string().optional(),
  kind: z.enum(kinds).optional(),
});

const entry = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('account'),
    handle: z.string(),
    name: z.string(),
    about: z.string(),
    /** SHA-256 of the key that its owner shows. Somebody of the public has none. */
    lock: z.string().optional(),
  }),
  post,
  z.object({ what: z.literal('edited'), id: z.string(), text: z.string() }),
  z.object({ what: z.literal('withdrawn'), id: z.string() }),
  z.object({ what: z.literal('hidden'), id: z.string() }),
  z.object({ what: z.literal('shown'), id: z.string() }),
  /** An account begins or ends to restrict or block somebody. */
  z.object({
    what: z.literal('against'),
    by: z.string(),
    handle: z.string(),
    how: z.enum(['restricted', 'blocked']),
    holds: z.boolean(),
  }),
  z.object({
    what: z.literal('report'),
    id: z.string(),
    by: z.string(),
    subject: z.string(),
    why: z.string(),
    words: z.string(),
  }),
]);

/** Its number, from 1 without gaps, and its time as ISO 8601. */
const stamp = z.object({ number: z.int().positive(), at: z.string() });

export const line = z.intersection(stamp, entry);
export type Entry = z.infer<typeof entry>;
export type Line = z.infer<typeof line>;
export type PostEntry = z.infer<typeof post> & z.infer<typeof stamp>;
