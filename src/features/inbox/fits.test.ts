import { expect, test } from 'vitest';
import { InputRefused } from '#kernel/refusal.ts';
import { firstLetters, lengthOf, refuseTooLong } from './fits.ts';

test('a family is one character', () => {
  expect(lengthOf('👩‍👩‍👧 ok')).toBe(4);
});

test('at the limit it fits; beyond it the error says how much to take out', () => {
  expect(() => refuseTooLong('abcde', 5, 'text')).not.toThrow();
  expect(() => refuseTooLong('abcde', null, 'text')).not.toThrow();
  expect(() => refuseTooLong('abcdefg', 5, 'text')).toThrow(InputRefused);
  expect(() => refuseTooLong('abcdefg', 5, 'text')).toThrow('Take out 2 characters');
});

test('the first words are cut between characters as people see them', () => {
  expect(firstLetters('👩‍👩‍👧👩‍👩‍👧', 1)).toBe('👩‍👩‍👧…');
  expect(firstLetters('abc', 3)).toBe('abc');
  expect(firstLetters('ab cd', 3)).toBe('ab…');
  expect(firstLetters('', 3)).toBe('');
});
