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

/**
 * Gate texts that share more than two thirds of their word pairs with a training text. Up to five words ("she's not
 * breathing") are what anybody says.
 */
function nearCopies(held: readonly Example[], taught: readonly Example[]): string[] {
  const places = new Map<string, number[]>();
  taught.forEach(({ text }, at) => {
    for (const pair of shingles(text)) (places.get(pair) ?? places.set(pair, []).get(pair))?.push(at);
  });
  return held
    .filter(({ text }) => {
      const its = shingles(text);
      const shared = new Map<number, number>();
      for (const pair of its)
        for (const at of places.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
      return its.size >= 5 && Math.max(0, ...shared.values()) * 3 > its.size * 2;
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
  test('is that of the texts kept here, bit for bit', { timeout: 400_000 }, () => {
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
