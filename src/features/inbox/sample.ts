import { createHash } from 'node:crypto';

/**
 * Is this closure looked at again by somebody senior? Decided by a digest of the row's id, so that nobody can
 * choose, and so that the same row always gives the same answer.
 * @param share between 0 and 1.
 */
export function isSampled(id: string, share: number): boolean {
  const digest = createHash('sha256').update(`sample ${id}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < share;
}
