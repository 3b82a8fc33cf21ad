import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hashWith = promisify(argon2);

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

const digest = (password: string, nonce: Buffer): Promise<Buffer> =>
  hashWith('argon2id', { message: password.normalize('NFKC'), nonce, ...cost });

/** `argon2id$memory$passes$lanes$nonce$tag`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await digest(password, nonce);
  return [
    'argon2id',
    cost.memory,
    cost.passes,
    cost.parallelism,
    nonce.toString('base64url'),
    tag.toString('base64url'),
  ].join('$');
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  const [kind, , , , nonce = '', tag = ''] = hash.split('$');
  if (kind !== 'argon2id') return false;
  const kept = Buffer.from(tag, 'base64url');
  const given = await digest(password, Buffer.from(nonce, 'base64url'));
  return kept.length === given.length && timingSafeEqual(kept, given);
}

const tooCommon =
  /^(.)\1+$|password|passw0rd|letmein|qwerty|123456|iloveyou|welcome|signpost|nhs.{0,4}\d{2,4}|changeme|football|dragon|monkey|sunshine/i;

/** What is wrong with a new password, in a sentence; undefined where nothing is. */
export function wrongPassword(password: string): string | undefined {
  if ([...password].length < 12)
    return 'Use at least 12 characters. Three unconnected words are easy to remember.';
  if (password.length > 256) return 'Use 256 characters or fewer';
  if (tooCommon.test(password))
    return 'This is too easy to guess. Use words that have nothing to do with each other or with work.';
  return undefined;
}
