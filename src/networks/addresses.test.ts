import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from './addresses.ts';

const hex = (parts: readonly number[]): string =>
  [0, 2].map((at) => (((parts[at] ?? 0) << 8) | (parts[at + 1] ?? 0)).toString(16)).join(':');

test('no IPv4 address passes in the clothes of IPv6', () => {
  assert(
    property(array(integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 }), (parts) => {
      const plain = parts.join('.');
      for (const dressed of [`::ffff:${plain}`, `::${plain}`, `64:ff9b::${plain}`, `2002:${hex(parts)}::1`]) {
        expect(isPublicAddress(dressed)).toBe(false);
      }
    }),
  );
});

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::1111'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each(['fe80::1%eth0', '2606:4700::1111%eth0', 'example.com', ''])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
