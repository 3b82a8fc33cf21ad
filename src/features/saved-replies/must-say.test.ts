import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '#policy/index.ts';
import { loadPacks } from '#store/policy-folder.ts';
import { missingIn } from './must-say.ts';

let board: Policy;
beforeAll(async () => {
  const packs = await loadPacks(resolve(import.meta.dirname, '../../../policies'));
  board = packs.find(({ policy }) => policy.id === 'icb002/1.0')?.policy as Policy;
});

describe('what a saved reply must say', () => {
  test.each([
    ['medical_question', 'Please speak to your GP surgery.', ['Say “111”', 'Say “999”']],
    ['medical_question', 'Ask your GP, call 111, or 999 if life is at risk.', []],
    [
      'medical_question',
      'It is  nothing to\nWORRY about. Call 111 or 999.',
      ['Leave out “nothing to worry about”'],
    ],
    // A number inside another is not that number.
    ['life_emergency', 'Call 0800 999123.', ['Say “999”']],
    ['suicide_imminent', 'Call 999 now, Samaritans on 116  123, or 111.', []],
    ['suicide_imminent', 'She committed. Call 999, 116 123 or 111.', ['Leave out “committed”']],
    ['compliment', 'Thank you.', []],
    [undefined, 'Anything.', []],
  ])('to %s: %s', (label, text, expected) => expect(missingIn(text, label, board)).toEqual(expected));
});
