import type { Reading, Span } from '#text/index.ts';
import lists from './words/clinical.json' with { type: 'json' };

const anyOf = (words: readonly string[]): string =>
  words.toSorted((one, two) => two.length - one.length).join('|');
const clinical = new RegExp(
  `\\b(?:${anyOf([...lists.conditions, ...lists.medicines, ...lists.care])})\\b`,
  'g',
);

/** Where illnesses, medicines and places of care stand. */
export const clinicalWords = (reading: Reading): Span[] =>
  Array.from(reading.folded.text.matchAll(clinical), (match) =>
    reading.folded.span(match.index, match.index + match[0].length),
  );

export const conditionPattern = `(?:${anyOf(lists.conditions)})`;
export const medicinePattern = `(?:${anyOf(lists.medicines)})`;
/** Medicines by their names, not words such as tablets. */
export const namedMedicinePattern = `(?:${anyOf(lists.medicines.filter((one) => !lists.anyMedicine.includes(one)))})`;
