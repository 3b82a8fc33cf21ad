import { datum, type Detector } from './datum.ts';

const shape =
  /\b(?:(?:hospital|hosp|patient|unit|district|medical|health|clinic|case ?note|notes)(?: record)? ?(?:no\b\.?|number|num\b|id\b|#|ref\b)|(?:mrn|k number))(?: ?(?:no\b\.?|number|num\b|id\b))? ?(?:is|was|:|=|#|-)* ?([a-z]{0,3} ?\d{5,9}[a-z]?)(?![a-z0-9])/g;

/** A record number needs the words: figures alone are anything. */
export const hospitalNumber: Detector = function* hospitalNumber(reading) {
  for (const match of reading.folded.text.matchAll(shape)) {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    yield datum(reading, 'hospital_number', { start: end - number.length, end }, 'high');
  }
};
