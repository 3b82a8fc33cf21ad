import { expect, test } from 'vitest';
import { suggestFor } from './suggest.ts';

const entry = (name: string, words: string) => ({
  id: name,
  name,
  words,
  department: null,
  version: 1,
  stale: false,
  text: 'Call us',
  url: null,
  hint: 'Call us',
});
const directory = [
  entry('Appointments', 'clinic, book'),
  entry('Hearing aids', 'hearing, audiology, battery'),
  entry('Parking', 'car park'),
];
const names = (text: string) =>
  suggestFor(text, directory)
    .filter((one) => one.because.length > 0)
    .map((one) => one.name);

test('an entry is suggested by its topic or by its words, in any case, with its ending', () => {
  expect(names('My HEARING AIDS are broken')).toEqual(['Hearing aids']);
  expect(names('Who does audiology?')).toEqual(['Hearing aids']);
  expect(names('which clinics are open')).toEqual(['Appointments']);
  expect(names('The car-park is full')).toEqual(['Parking']);
});
test('not by part of a word, nor by words that stand apart', () => {
  expect(names('a fearing thing, carparked')).toEqual([]);
  expect(names('my car in the park')).toEqual([]);
  expect(names('')).toEqual([]);
});
test('who says most of it comes first, and nothing leaves the list', () => {
  const all = suggestFor('Can I book a hearing test, my battery is flat', directory);
  expect(all.map((one) => one.name)).toEqual(['Hearing aids', 'Appointments', 'Parking']);
  expect(all[0]?.hint).toBe('Suggested: it says “hearing”, “battery”. Call us');
  expect(all[2]?.hint).toBe('Call us');
});
