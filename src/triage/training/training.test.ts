import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromBytes, ownModel } from '../model.ts';
import { tokensOf } from '../tokens.ts';
import { knownWords } from './known.ts';
import { ready } from './prepare.ts';
import { examplesOf, gate, type Example } from './texts.ts';
import { digestOf, modelsFolder, trained, trainingTexts } from './train.ts';

const gateTexts = examplesOf(gate);
const shingles = (text: string): Set<string> => {
  const words = tokensOf(text).map(({ word }) => word);
  return new Set(words.slice(0, -1).map((word, at) => `${word} ${words[at + 1]}`));
};

/** Gate texts that share more than two thirds of their word pairs with a training text. */
function nearCopies(held: readonly Example[], taught: readonly Example[]): string[] {
  const known = taught.map(({ text }) => shingles(text));
  return held
    .filter(({ text }) => {
      const its = shingles(text);
      if (its.size < 2) return taught.some((one) => one.text.toLowerCase() === text.toLowerCase());
      return known.some((other) => [...its].filter((pair) => other.has(pair)).length * 3 > its.size * 2);
    })
    .map(({ id }) => id);
}

describe('the gate', () => {
  test('is never trained on: no text of it, nor one like it, is in the training texts', () => {
    expect(nearCopies(gateTexts, trainingTexts())).toEqual([]);
  });
  test('would be seen to leak', () => {
    const [one] = gateTexts;
    if (!one) throw new Error('The gate is empty.');
    expect(nearCopies([one], [{ ...one, text: `${one.text} please` }])).toEqual([one.id]);
  });
  test('is more than half harmless', () => {
    expect(gateTexts.filter(({ severity }) => severity > 'S2').length * 2).toBeGreaterThan(gateTexts.length);
  });
});

describe('the model', () => {
  test('is that of the texts kept here, bit for bit', { timeout: 120_000 }, () => {
    const kept = readFileSync(join(modelsFolder, 'triage.bin'));
    const { card } = fromBytes(kept);
    const texts = trainingTexts();
    expect(card.texts).toBe(digestOf(texts));
    const again = trained(texts.map(ready), { labels: card.labels, tiers: card.tiers });
    expect(again.equals(kept)).toBe(true);
    expect(kept.length).toBeLessThan(4_000_000);
  });
  test('knows the words of its texts', () => {
    expect(readFileSync(join(modelsFolder, 'known-words.txt'), 'utf8')).toBe(knownWords(trainingTexts()));
  });
  test('a damaged file is refused', () => {
    expect(() => fromBytes(readFileSync(join(modelsFolder, 'triage.bin')).subarray(0, 5000))).toThrow(
      /script\/train/,
    );
    expect(ownModel().weights.length).toBeGreaterThan(0);
  });
});
