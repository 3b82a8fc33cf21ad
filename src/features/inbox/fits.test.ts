import { expect, test } from 'vitest';
import { InputRefused } from '#kernel/refusal.ts';
import { lengthOf, refuseTooLong } from './fits.ts';

test('a family is one character', () => {
  expect(lengthOf('👩‍👩‍👧 ok')).toBe(4);
});

test('at the limit it fits; beyond it the error says how much to take out', () => {
  expect(() => refuseTooLong('abcde', 5, 'text')).not.toThrow();
  expect(() => refuseTooLong('abcde', null, 'text')).not.toThrow();
  expect(() => refuseTooLong('abcdefg', 5, 'text')).toThrow(InputRefused);
  expect(() => refuseTooLong('abcdefg', 5, 'text')).toThrow('Take out 2 characters');
});
