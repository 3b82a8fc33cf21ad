/** What the practice network can read. */
import { z } from 'zod';
import { kinds } from './entries.ts';

export const handle = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/);

const bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

export const written = z.object({
  text: z.string().max(100_000),
  replyTo: z.string().optional(),
  pictures: z
    .array(z.object({ alt: z.string().max(2_000), bytes }))
    .max(10)
    .default([]),
});

/** What somebody of the public writes; `to` an account, or as an answer. */
export const said = written.extend({
  name: z.string().max(100).optional(),
  to: handle.optional(),
  kind: z.enum(kinds).optional(),
});

export const introduced = z.object({
  name: z.string().max(100),
  about: z.string().max(1_000).default(''),
  key: z.string().min(8).optional(),
});
