/**
 * A record key of ours for a post: the same for the same UUIDv7, so that a second attempt meets the first.
 * The form is the network's timestamp id: 53 bits of microseconds and 10 bits of clock, as 13 characters that sort
 * (atproto specification, "Record Keys", type `tid`). Pure.
 */
const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/** @param id a UUIDv7, canonical. Two ids share a key only when made in the same millisecond, once in a million pairs. */
export function recordKey(id: string): string {
  const digits = id.replaceAll('-', '');
  const milliseconds = BigInt(`0x${digits.slice(0, 12)}`);
  // 62 of a UUIDv7's bits are random; twenty of them fill what is finer than a millisecond.
  const random = BigInt(`0x${digits.slice(20)}`);
  const micros = BigInt.asUintN(53, milliseconds * 1000n + (random % 1000n));
  return written((micros << 10n) | ((random / 1000n) & 1023n));
}

/** A record key for whatever has no id of ours, such as a person: the same for the same digest. @param digest eight bytes or more. */
export function keyOfDigest(digest: Buffer): string {
  // The first bit of such a key is never set.
  return written(BigInt.asUintN(63, digest.readBigUInt64BE(0)));
}

function written(number: bigint): string {
  let rest = number;
  let key = '';
  for (let position = 0; position < 13; position++) {
    key = ALPHABET.charAt(Number(rest & 31n)) + key;
    rest >>= 5n;
  }
  return key;
}
