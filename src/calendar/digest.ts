import { createHash } from 'node:crypto';

/** Sixteen hexadecimal digits that change whenever the content does. Object keys are sorted, so their order is no content. */
export const digest = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')
    .slice(0, 16);

function sorted(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(sorted);
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(
    Object.entries(content)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}
