import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDictionary } from '#text/index.ts';
import { mended, verdict } from './testing-checks.ts';

const dictionary = await loadDictionary();
const under = (text: string) =>
  verdict(text, { dictionary }).findings.filter((one) => one.clause === '6.7.P6');

describe('6.7.P6 spelling, grammar, apostrophes, few abbreviations', () => {
  test.each([
    ['Please recieve this', 'Please receive this'],
    ['Come to the center', 'Come to the centre'],
    ['Its a busy day', "It's a busy day"],
    ['The hub has it’s own door', 'The hub has its own door'],
    ['Your welcome to come along', "You're welcome to come along"],
    ['Their is a clinic today', 'There is a clinic today'],
    ["Our GP's are here", 'Our GPs are here'],
    ["The nurse's are ready", 'The nurses are ready'],
  ])('%s', (text, wanted) => {
    expect(under(text).map(({ severity }) => severity)).toEqual(['note']);
    expect(mended(text, 'STY-10', { dictionary })).toBe(wanted);
  });

  test.each([
    'The trust and its staff thank you',
    'Bring your welcome pack',
    "The nurse's bag was found",
    'Their clinics are open',
    'Metformin clinics in Basildon and Great Baddow',
    'Ibuprofen, paracetamol and amoxicillin are at the pharmacy in Saffron Walden',
  ])('nothing is the matter with: %s', (text) => {
    expect(under(text)).toEqual([]);
  });

  test('a shortening is told until it is spelled out', () => {
    expect(under('Ask your PCN about it').map(({ ref }) => ref)).toEqual(['ACC-29']);
    expect(under('Ask your primary care network (PCN) about it')).toEqual([]);
  });

  test('asks nobody: what it reads lies in the program', () => {
    const folder = join(import.meta.dirname, 'plain');
    for (const file of ['spelled.ts', 'words.ts', 'apostrophes.ts', 'acronyms.ts'])
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/fetch\(|https?:|XMLHttpRequest/);
  });
});
