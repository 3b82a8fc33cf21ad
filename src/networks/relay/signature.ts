/**
 * How the relay signs and knows what was signed: the public convention “Standard Webhooks”
 * (https://github.com/standard-webhooks/standard-webhooks, scheme `v1`), so that any library for it will do.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

type Headers = Readonly<Record<string, string | undefined>>;

/** How far a delivery's moment may lie from ours, before or after. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly within: Temporal.Duration;
}

/** Fewer random bytes than this could be guessed. The convention asks for 24 to 64. */
const LEAST_BYTES = 24;
const LONGEST_ID = 200;
const PREFIX = 'whsec_';

/** @returns the key of a secret; undefined for what is no secret or too weak to be one. */
export function keyOf(secret: string | undefined): Buffer | undefined {
  const text = secret?.startsWith(PREFIX) === true ? secret.slice(PREFIX.length) : secret;
  if (text === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.byteLength < LEAST_BYTES ? undefined : key;
}

/** A secret as people hand it over. @param bytes random, 24 or more. */
export const secretFrom = (bytes: Uint8Array): string => PREFIX + Buffer.from(bytes).toString('base64');

const signatureOf = (key: Buffer, id: string, seconds: string, body: Uint8Array): Buffer =>
  createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest();

/** The three headers of something that we send. */
export function signed(
  secret: string | undefined,
  { id, at, body }: { readonly id: string; readonly at: Temporal.Instant; readonly body: Uint8Array },
): Record<string, string> | undefined {
  const key = keyOf(secret);
  if (!key) return undefined;
  const seconds = String(Math.floor(at.epochMilliseconds / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signatureOf(key, id, seconds, body).toString('base64')}`,
  };
}

/**
 * Was this signed with one of these secrets, and lately? Each signature is compared in constant time.
 * @param secrets two while a secret is being changed.
 */
export function isSigned(
  body: Uint8Array,
  headers: Headers,
  secrets: readonly (string | undefined)[],
  moment: Moment,
): boolean {
  const [id, seconds, given] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
  if (!id || id.length > LONGEST_ID || given === undefined || !isLately(seconds, moment)) return false;
  const claimed = given
    .split(' ')
    .slice(0, 10)
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'));
  let found = false;
  for (const secret of secrets) {
    const key = keyOf(secret);
    if (!key) continue;
    const right = signatureOf(key, id, seconds ?? '', body);
    for (const one of claimed)
      if (one.byteLength === right.byteLength) found = timingSafeEqual(one, right) || found;
  }
  return found;
}

function isLately(seconds: string | undefined, { now, within }: Moment): boolean {
  if (seconds === undefined || !/^\d{1,12}$/.test(seconds)) return false;
  const apart = Math.abs(Number(seconds) - now.epochMilliseconds / 1000);
  return apart <= within.total('seconds');
}
