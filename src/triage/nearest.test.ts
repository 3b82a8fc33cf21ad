import { describe, expect, test } from 'vitest';
import { findPersonalData } from '#text/index.ts';
import { indexOf, nearest, nearestIn, type NearExample } from './nearest.ts';
import { examplesOf, gate } from './training/texts.ts';

const filler: NearExample[] = Array.from({ length: 40 }, (_, at) => ({
  text: `nothing at all of the kind number${at}`,
  labels: ['service_enquiry'],
}));
const collapse: NearExample = { text: 'grandad collapsed in the garden', labels: ['life_emergency'] };
const parking: NearExample = { text: 'the parking machine ate my ticket', labels: ['negative_feedback'] };

describe('the nearest examples', () => {
  test('share the rare words, most alike first; everyday words count nothing', () => {
    const index = indexOf([...filler, collapse, parking]);
    expect(
      nearestIn(index, 'My GRANDAD’s collapsed: grandad is in the garden near the parking machine'),
    ).toEqual([collapse, parking]);
    expect(nearestIn(index, 'nothing at all of the kind')).toEqual([]);
    expect(nearestIn(index, 'grandad likes it')).toEqual([]);
    expect(nearestIn(index, '')).toEqual([]);
  });
  test('are none that holds personal data, and no text twice', () => {
    const named = { ...collapse, text: 'grandad collapsed in the garden, ring 07700 900123' };
    expect(nearestIn(indexOf([...filler, named, collapse, collapse]), collapse.text)).toEqual([collapse]);
  });
  test('of the texts that triage was taught: never of the gate, none with personal data', () => {
    const frozen = examplesOf(gate);
    const texts = new Set(frozen.map(({ text }) => text));
    const found = frozen.slice(0, 200).flatMap(({ text }) => nearest(text));
    expect(found.length).toBeGreaterThan(350);
    expect(found.filter(({ text }) => texts.has(text))).toEqual([]);
    expect(found.filter(({ text }) => findPersonalData(text).length > 0)).toEqual([]);
  });
  test('more often than not share a label with an unseen text', () => {
    const held = examplesOf(gate).filter(({ lang }) => lang === undefined);
    const right = held.filter(({ text, labels }) =>
      nearest(text).some((one) => one.labels.some((label) => labels.includes(label))),
    ).length;
    expect(right / held.length).toBeGreaterThan(0.5);
  });
});
