/** What Bluesky takes. Read from the network's own schemas, which come with its client: they have changed before. */
import { lexicons } from '@atproto/api';
import { z } from 'zod';
import type { Limits } from '../limits.ts';

const post = z
  .object({
    main: z.object({
      record: z.object({
        properties: z.object({ text: z.object({ maxLength: z.number(), maxGraphemes: z.number() }) }),
      }),
    }),
  })
  .parse(lexicons.get('app.bsky.feed.post')?.defs).main.record.properties;

const images = z
  .object({
    main: z.object({ properties: z.object({ images: z.object({ maxLength: z.number() }) }) }),
    image: z.object({ properties: z.object({ image: z.object({ maxSize: z.number() }) }) }),
  })
  .parse(lexicons.get('app.bsky.embed.images')?.defs);

export const blueskyLimits: Limits = {
  text: { count: 'graphemes', most: post.text.maxGraphemes, bytes: post.text.maxLength },
  pictures: {
    most: images.main.properties.images.maxLength,
    bytes: images.image.properties.image.maxSize,
    types: ['image/jpeg', 'image/png', 'image/webp'],
    // No schema limits descriptions; this is what the network's own app lets people write.
    alt: 2_000,
  },
};
