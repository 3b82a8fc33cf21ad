import { describe, expect, test } from 'vitest';
import { verdict } from './testing-checks.ts';

type More = { readonly reply?: true; readonly preElection?: true };
const stopped = (text: string, { reply, preElection }: More = {}): string[] =>
  verdict({ text, context: { preElection, ...(reply ? { replyTo: 'Can anybody help?' } : {}) } })
    .findings.filter(({ severity }) => severity !== 'note' && severity !== 'warn')
    .map(({ ref }) => ref);

/** Rows that live by meaning: what breaks each, said in many ways, and what only looks like it. */
const rows: readonly (readonly [string, More, readonly string[], readonly string[]])[] = [
  [
    'CNT-07',
    {},
    [
      'After 9 years our chair is standing down at the end of the month.',
      'Dr Lena Marsh takes over as chief executive in May.',
      'The three hospitals will come together as a single trust.',
      'Governors have given the go-ahead to the sale of the old site.',
      'The birth centre will not reopen after all.',
      'Inspectors took us out of special measures.',
      'Up to 80 posts are to be cut across the county.',
      'Embargoed until Friday, 6am.',
      'We are one of only 4 areas chosen to test the national scheme.',
      'Work is under way: spades in the ground for our cancer centre.',
    ],
    [
      'Our chief executive will answer your questions on Thursday at 2pm.',
      'New chairs in the waiting room, at last.',
      'The walk-in centre closes at 8pm today.',
      'Our board meets in public on Thursday.',
      'All staff are to go to the fire drill at noon.',
      'The health centre opens at 8am from Monday.',
    ],
  ],
];

describe.each(rows)('%s', (ref, more, breaking, kept) => {
  test.each(breaking)('is broken by: %s', (text) => {
    expect(stopped(text, more)).toContain(ref);
  });
  test.each(kept)('is kept by: %s', (text) => {
    expect(stopped(text, more)).not.toContain(ref);
  });
});

describe('an address', () => {
  test.each([
    'Hoist to go to 14 Ferry Road, the key is under the mat.',
    'Somebody left a walking frame outside 3 Poplar Close.',
  ])('without anything that invites is a home: %s', (text) => {
    expect(stopped(text)).toContain('CNT-01');
  });
  test.each([
    'Come and see us at 14 Ferry Road.',
    'Ferry Library, 14 Ferry Road, has large print books.',
    'Our new office is 3 Poplar Close.',
  ])('of a place that is open to all is none: %s', (text) => {
    expect(stopped(text)).not.toContain('CNT-01');
  });
});
