import { expect, test } from 'vitest';
import type { ShownFinding } from './messages.ts';
import { lengthInWords, summaryOf } from './words.ts';

const found = (does: ShownFinding['does']): ShownFinding => ({
  key: does,
  does,
  grave: '',
  message: '',
  excerpt: '',
  places: [],
  fixes: [],
  clause: null,
  words: '',
  basis: 'default',
});

test.each([
  ['', [], 0, /^What stands out is shown here/],
  ['Hello', [], 0, /^Nothing stands out\. That is no promise/],
  ['Hello', [], 1, /unsure\. 1 question for you\.$/],
  ['Hello', [found('stops')], 0, /^1 thing stops it\.$/],
  [
    'Hello',
    [found('advice'), found('stops'), found('asks'), found('stops'), found('advice')],
    2,
    /^2 things stop it, 1 thing needs agreement, 2 things could be better\. 2 questions for you\.$/,
  ],
] as const)('what was found is told in a line: %s %#', (text, findings, questions, words) => {
  expect(summaryOf(text, findings, questions)).toMatch(words);
  expect(summaryOf(text, findings, questions)).not.toMatch(/\bsafe\b/);
});

test.each([
  [null, ''],
  [{ used: 0, most: 280 }, '0 of 280 characters, as X counts them'],
  [{ used: 1_281, most: 63_206 }, '1,281 of 63,206 characters, as X counts them'],
  [{ used: 281, most: 280 }, '1 character too many: X takes 280'],
  [{ used: 300, most: 280 }, '20 characters too many: X takes 280'],
])('the length is told as the network counts: %j', (length, words) => {
  expect(lengthInWords(length, 'X')).toBe(words);
});
