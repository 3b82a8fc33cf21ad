import { createHash } from 'node:crypto';
import { array, assert, integer, property, string, uuid } from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { keyOfDigest, recordKey } from './record-key.ts';

/** The network's own rule for these keys. */
const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;

test('every id of ours makes a proper key, and always the same one', () => {
  assert(
    property(uuid({ version: 7 }), (id) => {
      expect(recordKey(id)).toMatch(TID);
      expect(recordKey(id)).toBe(recordKey(id));
    }),
  );
});

test('keys sort by the millisecond at which their ids were made', () => {
  assert(
    property(
      array(integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }), { minLength: 2 }),
      (times) => {
        const sorted = [...new Set(times)].toSorted((one, two) => one - two);
        const keys = sorted.map((time) =>
          recordKey(`${time.toString(16).padStart(12, '0')}7fff8fffffffffffffff`),
        );
        expect(keys.toSorted()).toEqual(keys);
      },
    ),
  );
});

test('ten thousand ids made in a row have ten thousand keys', () => {
  const keys = Array.from({ length: 10_000 }, () => recordKey(newId()));
  // A pair of the same millisecond shares its key once in a million; a thousand in one millisecond would be bad luck.
  expect(new Set(keys).size).toBeGreaterThanOrEqual(9_990);
});

test('whoever has no id of ours has a proper key too, always the same one, and each their own', () => {
  const keyOf = (words: string) => keyOfDigest(createHash('sha256').update(words).digest());
  assert(
    property(string(), string(), (one, other) => {
      expect(keyOf(one)).toMatch(TID);
      expect(keyOf(one) === keyOf(other)).toBe(one === other);
    }),
  );
});
