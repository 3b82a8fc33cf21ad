import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { beyond, lengthOf, type Limits } from './limits.ts';

const limits: Limits = {
  text: { count: 'graphemes', most: 300, bytes: 3_000 },
  pictures: { most: 4, bytes: 1_000, types: ['image/png'], alt: 20 },
};
const messages = (text: string, pictures: Parameters<typeof beyond>[1]['pictures'] = []) =>
  beyond(limits, { text, pictures }).map((finding) => finding.message);
const picture = (more: object) => ({ bytes: new Uint8Array(1), mime: 'image/png', alt: 'A door', ...more });

test('a family counts as one where readers are counted, and as its parts where characters are', () => {
  expect(lengthOf('👨‍👩‍👧‍👦', 'graphemes')).toBe(1);
  expect(lengthOf('👨‍👩‍👧‍👦', 'characters')).toBe(7);
});

test('says by how much to shorten', () => {
  expect(messages('x'.repeat(305))).toEqual([
    'The text is 305 characters long; this network takes 300. Shorten it by 5.',
  ]);
});

test('120 families pass; 300 are few enough characters and too many bytes', () => {
  expect(messages('👨‍👩‍👧‍👦'.repeat(120))).toEqual([]);
  expect(messages('👨‍👩‍👧‍👦'.repeat(300))).toHaveLength(1);
});

test('nothing at all is not a post; a picture alone is', () => {
  expect(messages('  ')).toHaveLength(1);
  expect(messages('', [picture({})])).toEqual([]);
});

test('each thing wrong with a picture is said', () => {
  const wrong = picture({ bytes: new Uint8Array(1_001), mime: 'image/tiff', alt: '' });
  expect(messages('Look', [wrong])).toHaveLength(3);
  expect(messages('Look', [picture({ alt: 'x'.repeat(21) })])).toHaveLength(1);
  expect(
    messages(
      'Look',
      Array.from({ length: 5 }, () => picture({})),
    ),
  ).toHaveLength(1);
});

test('adding to a text never makes it shorter than its longest part', () => {
  assert(
    property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (one, two) => {
      expect(lengthOf(one + two, 'characters')).toBe(
        lengthOf(one, 'characters') + lengthOf(two, 'characters'),
      );
      expect(lengthOf(one + two, 'graphemes')).toBeLessThanOrEqual(
        lengthOf(one, 'graphemes') + lengthOf(two, 'graphemes'),
      );
    }),
  );
});
